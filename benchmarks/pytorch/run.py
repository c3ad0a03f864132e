"""Measures Mpuc and plain PyTorch in turns in one run; see benchmarks/run."""
import argparse
import json
import os
import statistics
import subprocess
import sys

import document
import report
from machine import processor_times, stolen_since

# name, unit, units per second, rounds after the warm-up, what is measured
BENCHMARKS = [
    ("step.audio-landmarks", "ms", 1e3, 5, "a training step, TCN and ST-GCN, 32 recordings, 2 views of 90 frames"),
    ("step.audio", "ms", 1e3, 9, "a training step, TCN and one vector per recording, 32 recordings, 2 views of 90 frames"),
    ("step.text", "ms", 1e3, 7, "a training step, Transformer on 30 word vectors and one vector per recording, 32 recordings, 2 views"),
    ("step.face", "ms", 1e3, 5, "a training step, R(2+1)D-18 and one vector per recording, 4 recordings, 2 views of 8 frames"),
    ("objective.4x256", "ms", 1e3, 15, "the loss (Eq. 1 and 2) of 4 modalities, 256 recordings, 512 features, forward and backward"),
    ("op.add", "us", 1e6, 15, "2x2 + 2x2 without gradient, one thread"),
    ("op.linear-backward", "us", 1e6, 15, "linear 8x8, sum, backward, one thread"),
    ("logmel.ravdess", "ms", 1e3, 3, "a RAVDESS recording from WAV to 128 log-mel bands, two files side by side, mean over all"),
    ("logmel.60s", "ms", 1e3, 15, "60 s of sound from WAV to 128 log-mel bands, one file, one thread"),
    ("landmarks.video", "ms", 1e3, 5, "a frame of a 360x288 video to points on a face: decoding, MTCNN, following the face, the 68-point network"),
    ("words.open", "ms", 1e3, 9, "opening registered word vectors, their index on disk, and reading a first transcript"),
    ("words.meld", "ms", 1e3, 5, "the 9,989 transcripts of MELD's training part to word vectors, one after the other, opening included"),
    ("search.1M", "ms", 1e3, 5, "the 5 nearest of a million vectors of 512 values, loaded before, one query at a time; peer: product and topk in float32"),
    ("pipeline.overhead", "ms", 1e3, 11, "a step on RAVDESS's audio and action units with the data pipeline; peer: ours on a batch that stays"),
]
WITHOUT_PEER = {"pipeline.overhead", "landmarks.video", "words.open", "words.meld"}


class Worker:
    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def measure(self, name):
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"benchmarks/run: '{' '.join(self.process.args)}' ended while it measured {name}.")
        return json.loads(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def measure(name, unit, scale, rounds, ours, peer):
    """Alternates the two, warm-ups apart, and gives medians; where one process measured both, that of the turns' ratios, which a machine that changes its speed leaves alone."""
    with_peer = name not in WITHOUT_PEER
    mine, theirs = [], []
    for turn in range(rounds + 2):
        answer = ours.measure(name)
        if "skip" in answer:
            return {"name": name, "ours": None, "peer": None, "ratio": None, "unit": unit, "skipped": answer["skip"]}
        other = peer.measure(name)["seconds"] if with_peer else answer["peer"]
        if turn >= 2:
            mine.append(answer["seconds"] * scale)
            theirs.append(other and other * scale)
    result = {"name": name, "ours": statistics.median(mine), "peer": None, "ratio": None, "unit": unit}
    if theirs[0] is not None:
        result["peer"] = statistics.median(theirs)
        result["ratio"] = result["ours"] / result["peer"] if with_peer else statistics.median(own / other for own, other in zip(mine, theirs))
    return result


def main():
    parser = argparse.ArgumentParser(prog="benchmarks/run", description="Measures Mpuc and plain PyTorch in turns; rewrites docs/benchmarks.md.")
    parser.add_argument("--json", action="store_true", help="print an array of {name, ours, peer, ratio, unit} on standard output")
    parser.add_argument("--only", metavar="NAME", action="append", help="measure this one (may be repeated) and leave docs/benchmarks.md as it is")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)), help="threads of both sides (default: one per core)")
    parser.add_argument("--rounds", type=int, help="measurements of each side (default: by benchmark)")
    parser.add_argument("--cpu", action="store_true", help="count processor time, on a machine that does something else as well")
    options = parser.parse_args(sys.argv[2:])
    program = sys.argv[1]
    names = [benchmark[0] for benchmark in BENCHMARKS]
    for name in options.only or []:
        if name not in names:
            parser.error(f"there is no benchmark '{name}'; there are {', '.join(names)}")

    environment = {**os.environ, "OMP_NUM_THREADS": str(options.threads)}
    environment.setdefault("OPENBLAS_NUM_THREADS", str(options.threads))
    environment.setdefault("OMP_WAIT_POLICY", "passive")  # as our runtime sets it for itself; see docs/decisions/0017-threads.md
    flags = ["--cpu"] if options.cpu else []
    here = os.path.dirname(os.path.abspath(__file__))
    ours = Worker([program, "worker", *flags], environment)
    peer = Worker([sys.executable, os.path.join(here, "worker.py"), *flags], environment)
    results, before = [], processor_times()
    for name, unit, scale, rounds, _ in BENCHMARKS:
        if options.only and name not in options.only:
            continue
        results.append(measure(name, unit, scale, options.rounds or rounds, ours, peer))
        print(report.line(results[-1]), file=sys.stderr, flush=True)
    ours.close()
    peer.close()

    if not options.only:
        document.replace_head(report.document(results, {b[0]: b[4] for b in BENCHMARKS}, options, environment, stolen_since(before)))
    if options.json:
        print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
