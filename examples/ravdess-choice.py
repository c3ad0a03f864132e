#!/usr/bin/env python3
"""Chooses between encoders inside every fold, on training actors alone, and tests what was chosen on actors that no choice has seen.

Needs NumPy and scikit-learn, and features of all RAVDESS recordings, one file per variant, the first of them untrained. No label trains the encoders of
ravdess-group.json and all recordings may be among theirs, so one training per variant is enough:

    train() { ./mpuc train examples/ravdess-group.json --set data.root=FOLDER --output runs/$1 "${@:2}" && ./mpuc extract runs/$1 --output runs/$1.safetensors; }
    train untrained --set training.epochs=1 --set training.learningRate=1e-9
    train short --set training.epochs=10
    train base
    train long --set training.epochs=40
    train warm --set objective.temperature=0.3
    train quiet --set modalities.audio.inputNoise=0 --set modalities.actionUnits.inputNoise=0 --set modalities.audio.backbone.options.dropout=0 --set modalities.actionUnits.backbone.options.dropout=0
    train shuffled --set training.batches=shuffled
    train paper --set objective.variant=paper
    python3 examples/ravdess-choice.py runs/{untrained,short,base,long,warm,quiet,shuffled,paper}.safetensors

Ten folds of actors are tested (--folds); in each, every variant is scored by five folds of the other actors, and the best is tested. The probe is a ridge
classifier whose penalty is chosen by leaving one recording out.
"""
import argparse
import json
import math
import pathlib
import struct

import numpy
from sklearn.linear_model import RidgeClassifierCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def read(path):
    """The matrix 'features' of a safetensors file, and the recordings that its rows belong to."""
    content = pathlib.Path(path).read_bytes()
    size = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:8 + size])
    start, end = header["features"]["data_offsets"]
    features = numpy.frombuffer(content[8 + size + start:8 + size + end], dtype="<f4").reshape(header["features"]["shape"])
    return features, json.loads(header["__metadata__"]["recordings"])


def folds(actors, count, generator):
    """Divides actors by chance into sets of equal size, as nearly as it goes, and yields the rows of each set."""
    names = generator.permutation(numpy.unique(actors))
    for part in numpy.array_split(names, count):
        yield numpy.isin(actors, part)


def hits(features, labels, training, test):
    probe = make_pipeline(StandardScaler(), RidgeClassifierCV(alphas=numpy.logspace(-1, 5, 13)))
    return probe.fit(features[training], labels[training]).predict(features[test]) == labels[test]


def score(features, labels, actors, training, seed):
    """The accuracy over five folds of the training actors."""
    parts = folds(actors[training], 5, numpy.random.default_rng(seed))
    inside = numpy.flatnonzero(training)
    return numpy.mean(numpy.concatenate([hits(features, labels, inside[~part], inside[part]) for part in parts]))


def mcnemar(first, second):
    """The exact two-sided test of two rows of hits, and how often each alone is right."""
    better, worse = int(numpy.sum(first & ~second)), int(numpy.sum(~first & second))
    tail = sum(math.comb(better + worse, k) for k in range(min(better, worse) + 1)) / 2 ** (better + worse)
    return min(1.0, 2 * tail), better, worse


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("features", nargs="+", help="files of mpuc extract; the first is that of untrained encoders")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()

    names = [pathlib.Path(path).stem for path in options.features]
    variants, rows = zip(*(read(path) for path in options.features))
    if any(row != rows[0] for row in rows):
        parser.error("the files are not of the same recordings")
    fields = numpy.array([name.split("-") for name in rows[0]])
    labels, actors = fields[:, 2], fields[:, 6]

    everywhere = numpy.zeros((len(names), len(labels)), dtype=bool)
    chosen = numpy.zeros(len(labels), dtype=bool)
    for number, test in enumerate(folds(actors, options.folds, numpy.random.default_rng(options.seed)), 1):
        scores = [score(features, labels, actors, ~test, options.seed) for features in variants]
        for index, features in enumerate(variants):
            everywhere[index, test] = hits(features, labels, ~test, test)
        best = int(numpy.argmax(scores))
        chosen[test] = everywhere[best, test]
        print(f"fold {number}: chose {names[best]} ({100 * scores[best]:.1f} on training actors), {100 * chosen[test].mean():.1f} on its test actors", flush=True)

    print()
    for name, row in zip(names, everywhere):
        print(f"{name:12} {100 * row.mean():.1f}")
    p, better, worse = mcnemar(chosen, everywhere[0])
    print(f"{'chosen':12} {100 * chosen.mean():.1f}   against {names[0]}: right alone {better} to {worse}, p = {p:.2g}")


if __name__ == "__main__":
    main()
