"""Measures Mpuc, plain TorchSharp and plain PyTorch in turns in one run; see benchmarks/run."""
import argparse
import contextlib
import json
import os
import statistics
import sys

import document
import report
from machine import processor_times, stolen_since
from workers import starters

# name, unit, units per second, rounds after the warm-up, what is measured
BENCHMARKS = [
    ("step.audio-landmarks", "ms", 1e3, 5, "a training step, TCN and ST-GCN, 32 recordings, 2 views of 90 frames"),
    ("step.audio", "ms", 1e3, 9, "a training step, TCN and one vector per recording, 32 recordings, 2 views of 90 frames"),
    ("step.text", "ms", 1e3, 7, "a training step, Transformer on 30 words and one vector per recording, 32 recordings, 2 views"),
    ("step.face", "ms", 1e3, 5, "a training step, R(2+1)D-18 and one vector per recording, 4 recordings, 2 views of 8 frames"),
    ("objective.4x256", "ms", 1e3, 15, "the loss (Eq. 1 and 2) of 4 modalities, 256 recordings, 512 features, forward and backward"),
    ("logmel.ravdess", "ms", 1e3, 3, "a RAVDESS recording from WAV to 128 log-mel bands, two files side by side, mean over all"),
    ("logmel.60s", "ms", 1e3, 15, "60 s of sound from WAV to 128 log-mel bands, one file, one thread"),
    ("landmarks.video", "ms", 1e3, 5,
     "a frame of a 360x288 video to points on a face: decoding, MTCNN, following the face, the 68-point network"),
    ("words.open", "ms", 1e3, 9, "opening registered word vectors, their index on disk, and reading a first transcript"),
    ("words.meld", "ms", 1e3, 5,
     "the 9,989 transcripts of MELD's training part to word vectors, one after the other, opening included"),
    ("search.1M", "ms", 1e3, 5,
     "the 5 nearest of a million vectors of 512 values, loaded before, one query at a time; peers: product and topk in float32"),
    ("pipeline.overhead", "ms", 1e3, 11,
     "a step on RAVDESS's audio and action units with the data pipeline; peer: ours on a batch that stays"),
]
WITHOUT_PEER = {"pipeline.overhead", "landmarks.video", "words.open", "words.meld"}
WARM_UPS = 2
MEBIBYTE = 1 << 20


def measure(name, unit, scale, rounds, ours, torchsharp, pytorch):
    """Lets the processes take turns, warm-ups apart, and gives medians, and the peaks of their memory in MiB."""
    result = {"name": name, "ours": None, "peer": None, "ratio": None, "unit": unit, "pytorch": None, "memory": None}
    compared = {} if name in WITHOUT_PEER else {"peer": torchsharp, "pytorch": pytorch}
    with contextlib.ExitStack() as stack:
        started = {"ours": ours, **compared}
        workers = {side: stack.enter_context(starter.start()) for side, starter in started.items() if starter}
        turns = []
        for _ in range(rounds + WARM_UPS):
            turn = {}
            for side, worker in workers.items():
                turn[side] = worker.ask(name)
                if "skip" in turn[side]:
                    return {**result, "skipped": turn[side]["skip"]}
            turns.append(turn)
    turns = turns[WARM_UPS:]
    for side in workers:
        result[side] = statistics.median(turn[side]["seconds"] * scale for turn in turns)
    peaks = {side: answer["memory"] // MEBIBYTE for side, answer in turns[-1].items()}
    result["memory"] = {side: peaks.get(side) for side in ("ours", "peer", "pytorch")}

    # Where one process measured both, each turn has a ratio of its own, which a machine that changes its speed leaves alone.
    beside = [(turn["ours"]["seconds"], turn["ours"]["peer"]) for turn in turns if turn["ours"].get("peer")]
    if beside:
        result["peer"] = statistics.median(other * scale for _, other in beside)
        result["ratio"] = statistics.median(own / other for own, other in beside)
    elif result["peer"]:
        result["ratio"] = result["ours"] / result["peer"]
    return result


def parse():
    parser = argparse.ArgumentParser(
        prog="benchmarks/run", description="Measures Mpuc, TorchSharp and PyTorch in turns; rewrites docs/benchmarks.md.")
    parser.add_argument(
        "--json", action="store_true",
        help="print an array of {name, ours, peer, ratio, unit, pytorch, memory: {ours, peer, pytorch}}; peer is TorchSharp")
    parser.add_argument(
        "--only", metavar="NAME", action="append", help="measure this one (may be repeated) and leave docs/benchmarks.md as it is")
    parser.add_argument(
        "--threads", type=int, default=len(os.sched_getaffinity(0)), help="threads of every process (default: one per core)")
    parser.add_argument("--rounds", type=int, help="measurements of each (default: by benchmark)")
    parser.add_argument("--cpu", action="store_true", help="count processor time, on a machine that does something else as well")
    options = parser.parse_args(sys.argv[3:])
    names = [benchmark[0] for benchmark in BENCHMARKS]
    for name in options.only or []:
        if name not in names:
            parser.error(f"there is no benchmark '{name}'; there are {', '.join(names)}")
    return options


def main():
    options = parse()
    ours, torchsharp, pytorch = starters(sys.argv[1], sys.argv[2], options.threads, ["--cpu"] if options.cpu else [])
    if pytorch is None:
        print(f"benchmarks/run: {sys.executable} has no torch and torchvision, so the column of PyTorch stays empty.", file=sys.stderr)
    results, before = [], processor_times()
    for name, unit, scale, rounds, _ in BENCHMARKS:
        if options.only and name not in options.only:
            continue
        results.append(measure(name, unit, scale, options.rounds or rounds, ours, torchsharp, pytorch))
        print(report.line(results[-1]), file=sys.stderr, flush=True)

    if not options.only:
        descriptions = {benchmark[0]: benchmark[4] for benchmark in BENCHMARKS}
        document.replace_head(report.document(results, descriptions, options, torchsharp, pytorch, stolen_since(before)))
    if options.json:
        print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
