#!/usr/bin/env python3
"""Writes a manifest of MELD's transcripts: train_sent_emo.csv becomes the split train, dev_sent_emo.csv the split test.

    python3 examples/meld-manifest.py FOLDER > FOLDER/manifest.csv

FOLDER holds MELD's two tables (Poria et al. 2019). A source is a row of its table, found by dialogue and utterance.
"""
import csv
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
manifest = csv.writer(sys.stdout, lineterminator="\n")
manifest.writerow(["id", "group", "split", "emotion", "sentiment", "source.text"])
for name, split in (("train", "train"), ("dev", "test")):
    table = (folder / f"{name}_sent_emo.csv").resolve()
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            key = f'{row["Dialogue_ID"]},{row["Utterance_ID"]}'
            manifest.writerow([f"{name}-{key.replace(',', '-')}", row["Speaker"], split, row["Emotion"], row["Sentiment"], f"{table}#{key}"])
