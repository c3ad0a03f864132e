"""Writes metrics.json: predictions and what scikit-learn says of them, for single-label and multi-label tasks."""
import json
import pathlib

import numpy as np
from sklearn import metrics


def single(seed, classes, count):
    random = np.random.default_rng(seed)
    truth = random.integers(0, classes, count)
    predictions = np.where(random.random(count) < 0.6, truth, random.integers(0, classes, count))
    labels = list(range(classes))
    return {
        "classes": classes,
        "truth": truth.tolist(),
        "predictions": predictions.tolist(),
        "accuracy": metrics.accuracy_score(truth, predictions),
        "f1": metrics.f1_score(truth, predictions, labels=labels, average=None, zero_division=0).tolist(),
        "macroF1": metrics.f1_score(truth, predictions, labels=labels, average="macro", zero_division=0),
        "weightedF1": metrics.f1_score(truth, predictions, labels=labels, average="weighted", zero_division=0),
        "microF1": metrics.f1_score(truth, predictions, labels=labels, average="micro", zero_division=0),
        "weightedAccuracy": [metrics.balanced_accuracy_score(truth == c, predictions == c) for c in labels],
        "confusion": metrics.confusion_matrix(truth, predictions, labels=labels).tolist(),
    }


def multi(seed, rates, count):
    random = np.random.default_rng(seed)
    truth = random.random((count, len(rates))) < np.array(rates)
    predictions = truth ^ (random.random(truth.shape) < 0.25)
    columns = range(len(rates))
    return {
        "classes": len(rates),
        "truth": truth.astype(int).tolist(),
        "predictions": predictions.astype(int).tolist(),
        "accuracy": metrics.accuracy_score(truth, predictions),
        "f1": metrics.f1_score(truth, predictions, average=None, zero_division=0).tolist(),
        "macroF1": metrics.f1_score(truth, predictions, average="macro", zero_division=0),
        "weightedF1": metrics.f1_score(truth, predictions, average="weighted", zero_division=0),
        "microF1": metrics.f1_score(truth, predictions, average="micro", zero_division=0),
        "weightedAccuracy": [metrics.balanced_accuracy_score(truth[:, c], predictions[:, c]) for c in columns],
        "binaryWeightedF1": [metrics.f1_score(truth[:, c], predictions[:, c], average="weighted", zero_division=0) for c in columns],
        "binaryMacroF1": [metrics.f1_score(truth[:, c], predictions[:, c], average="macro", zero_division=0) for c in columns],
        "binaryAccuracy": [metrics.accuracy_score(truth[:, c], predictions[:, c]) for c in columns],
    }


golden = {"single": [single(1, 8, 120), single(2, 2, 40)], "multi": [multi(3, [0.5, 0.25, 0.2, 0.08, 0.15, 0.07], 150), multi(4, [0.9, 0.1], 30)]}
pathlib.Path(__file__).with_name("metrics.json").write_text(json.dumps(golden) + "\n")
