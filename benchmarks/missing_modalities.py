"""Compares two ways to classify whatever subset of modalities a recording has, on frozen features.

    python3 missing_modalities.py RUN FEATURES.safetensors LABELS.csv [seeds]

RUN is a run's folder, FEATURES what `mpuc extract RUN --output FEATURES.safetensors` wrote, LABELS a CSV file with the columns id and label.
Every method has the probe's layers and training (fc, ReLU, fc; Adam) and sees features standardised by the training rows; EPOCHS and HIDDEN in the environment change its defaults.

heads     one classifier per subset, trained on that subset alone
dropout   one classifier; each row of each batch keeps a random non-empty subset, the rest is 0, the training mean
zeros     one classifier trained on all modalities; missing ones are 0: what happens without any preparation
"""
import csv
import itertools
import json
import os
import struct
import sys

import torch

EPOCHS, HIDDEN = int(os.environ.get("EPOCHS", 100)), int(os.environ.get("HIDDEN", 1024))
BATCH, RATE, DECAY = 64, 1e-3, 1e-3


def read_features(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    meta = header.pop("__metadata__")
    tables = {}
    for name, entry in header.items():
        if name.startswith("features."):
            start, end = entry["data_offsets"]
            tables[name[len("features."):]] = torch.frombuffer(data, dtype=torch.float32, offset=start, count=(end - start) // 4).reshape(entry["shape"])
    names = json.loads(meta["modalities"])
    return json.loads(meta["recordings"]), [tables[name] for name in names], names


def train(inputs, targets, classes, seed, draw=None):
    torch.manual_seed(seed)
    net = torch.nn.Sequential(torch.nn.Linear(inputs.shape[1], HIDDEN), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, classes))
    adam = torch.optim.Adam(net.parameters(), RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(inputs)).split(BATCH):
            batch = inputs[rows]
            adam.zero_grad()
            torch.nn.functional.cross_entropy(net(batch if draw is None else batch * draw(len(batch))), targets[rows]).backward()
            adam.step()
    return net


def accuracy(net, inputs, targets):
    with torch.no_grad():
        return 100 * (net(inputs).argmax(1) == targets).float().mean().item()


def main():
    run, features, labels = sys.argv[1:4]
    seeds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    torch.set_num_threads(1)
    ids, tables, names = read_features(features)
    place = {name: row for row, name in enumerate(ids)}
    with open(labels) as file:
        label = {row["id"]: row["label"] for row in csv.DictReader(file) if row["label"]}
    classes = sorted(set(label.values()))
    with open(f"{run}/manifest.json") as file:
        manifest = json.load(file)
    sides = [[entry["id"] for entry in manifest[side] if entry["id"] in label] for side in ("training", "test")]
    (train_rows, test_rows), (train_y, test_y) = (
        [[place[name] for name in side] for side in sides],
        [torch.tensor([classes.index(label[name]) for name in side]) for side in sides])
    scaled = []
    for table in tables:
        mean, deviation = table[train_rows].mean(0), table[train_rows].std(0, unbiased=False)
        scaled.append((table - mean) / torch.where(deviation < 1e-6, torch.ones_like(deviation), deviation))
    widths = [table.shape[1] for table in tables]
    everything = torch.cat(scaled, 1)
    x, z = everything[train_rows], everything[test_rows]
    subsets = [subset for size in range(len(names), 0, -1) for subset in itertools.combinations(range(len(names)), size)]
    masks = torch.stack([torch.cat([torch.full((width,), float(m in subset)) for m, width in enumerate(widths)]) for subset in subsets])
    draw = lambda rows: masks[torch.randint(len(subsets), (rows,))]
    print("| subset | heads | dropout | zeros |\n| --- | --- | --- | --- |")
    scores = torch.zeros(seeds, 3, len(subsets))
    for seed in range(seeds):
        dropout, plain = train(x, train_y, len(classes), seed, draw), train(x, train_y, len(classes), seed)
        for s, subset in enumerate(subsets):
            keep = masks[s].bool()
            head = train(x[:, keep], train_y, len(classes), seed)
            scores[seed, :, s] = torch.tensor(
                [accuracy(head, z[:, keep], test_y), accuracy(dropout, z * masks[s], test_y), accuracy(plain, z * masks[s], test_y)])
    for s, subset in enumerate(subsets):
        print(f"| {' + '.join(names[m] for m in subset)} | " + " | ".join(f"{scores[:, k, s].mean():.1f}" for k in range(3)) + " |")
    print("| mean of all subsets | " + " | ".join(f"{scores[:, k].mean():.1f}" for k in range(3)) + " |")
    spread = scores.mean(2).std(0) if seeds > 1 else torch.zeros(3)
    print(f"seeds {seeds}, deviation over seeds of the mean: heads {spread[0]:.2f}, dropout {spread[1]:.2f}, zeros {spread[2]:.2f}; {len(test_y)} test recordings")


if __name__ == "__main__":
    main()
