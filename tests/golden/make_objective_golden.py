"""Writes objective.json: the two-view loss as the authors' released code defines it, in plain numpy.

The views of a modality are stacked, rows are compared across two modalities, the same row index is left out, the positives of a
row are the same recording's other views, and a row's sum over positives is divided by their number plus one.
"""
import json
import pathlib

import numpy as np


def pair_loss(anchors, candidates, recordings, temperature):
    rows = len(anchors)
    unit = [z / np.linalg.norm(z, axis=1, keepdims=True) for z in (anchors, candidates)]
    logits = unit[0] @ unit[1].T / temperature
    others = ~np.eye(rows, dtype=bool)
    recording = np.arange(rows) % recordings
    positives = (recording[:, None] == recording[None, :]) & others
    log_probability = logits - np.log((np.exp(logits) * others).sum(1, keepdims=True))
    return float(np.mean(-(log_probability * positives).sum(1) / (positives.sum(1) + 1)))


def example(seed, names, recordings, views, size, temperature):
    random = np.random.default_rng(seed)
    shared = random.normal(size=(recordings, size))
    embeddings = {
        name: np.round(np.tile(shared, (views, 1)) + random.normal(size=(views * recordings, size)), 3) for name in names
    }
    pairs = {f"{m}>{n}": pair_loss(embeddings[m], embeddings[n], recordings, temperature) for m in names for n in names if m != n}
    return {
        "recordings": recordings,
        "views": views,
        "temperature": temperature,
        "embeddings": {name: z.tolist() for name, z in embeddings.items()},
        "pairs": pairs,
        "total": sum(pairs.values()) / len(pairs),
    }


examples = [
    example(0, ["audio", "text"], 4, 2, 3, 0.07),
    example(1, ["audio", "face", "landmarks"], 5, 2, 4, 0.07),
    example(2, ["audio", "text"], 3, 2, 3, 1.0),
    example(3, ["audio", "text"], 3, 3, 2, 0.2),
]
path = pathlib.Path(__file__).with_name("objective.json")
path.write_text("[\n" + ",\n".join(json.dumps(item, separators=(",", ":")) for item in examples) + "\n]\n")
