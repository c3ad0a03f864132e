"""Measures how much faster a training is with several processes of one thread each, and writes the section "Several processes" of docs/benchmarks.md.

    python3 benchmarks/processes.py CONFIG [--processes N] [--batch B] [--rounds N] [--set key=value]... [--write]

Each round trains three epochs with one process and a batch of B, with N processes and the same batch, which they share, and with N processes and a batch of N x B,
which leaves B to each; one process with N x B is compared as well. Throughput is that of the last epoch, which start-up and the reading of the data do not touch.
Without --write the section is printed alone.
"""
import argparse
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile

from document import ROOT, replace_section

PROGRAM = os.environ.get("MPUC", os.path.join(ROOT, "artifacts/bin/Mpuc.Host/release/mpuc"))


def train(options, processes, batch):
    """Gives the recordings per second of the last of three epochs."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "run")
        command = [PROGRAM, "train", options.config, "--output", output, "--set", "training.epochs=3", "--set", "runtime.threads=1", "--set", f"training.batchSize={batch}"]
        command += [word for setting in options.set for word in ("--set", setting)]
        command += ["--processes", str(processes)] if processes > 1 else []
        run = subprocess.run(command, env={**os.environ, "OMP_NUM_THREADS": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if run.returncode != 0:
            raise SystemExit(f"benchmarks/processes.py: {' '.join(command)} failed: {run.stderr.strip()}")
        with open(os.path.join(output, "metrics.jsonl"), encoding="utf-8") as file:
            epochs = [epoch for epoch in map(json.loads, file) if epoch["split"] == "training"]
        return epochs[-1]["recordingsPerSecond"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("config")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32, help="the batch of one process (default: 32)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting of the configuration")
    parser.add_argument("--write", action="store_true", help="rewrite the section of docs/benchmarks.md")
    options = parser.parse_args()

    before = os.getloadavg()[0]
    count, batch = options.processes, options.batch
    settings = [(1, batch), (count, batch), (1, count * batch), (count, count * batch)]
    rates = {setting: [] for setting in settings}
    for _ in range(options.rounds):
        for setting in settings:
            rates[setting].append(train(options, *setting))
            print(f"{setting[0]} processes, batch {setting[1]}: {rates[setting][-1]:.1f} recordings/s", file=sys.stderr, flush=True)

    medians = {setting: statistics.median(rates[setting]) for setting in settings}
    rows = "\n".join(
        f"| {processes} | {size} | {rate:.1f} | {rate / medians[1, batch]:.2f} | {rate / medians[1, size]:.2f} |" for (processes, size), rate in medians.items())
    name = os.path.relpath(os.path.abspath(options.config), ROOT)
    section = f"""## Several processes

`benchmarks/processes.py` wrote this section, {datetime.date.today().isoformat()}, on {os.cpu_count()} processors whose load was {before:.1f} before: `{name}`, processes of one thread each, medians of {options.rounds} runs of each kind in turns, the last of three epochs.

| processes | batch, of all together | recordings/s | against one process with a batch of {batch} | against one process with the same batch |
| --- | --- | --- | --- | --- |
{rows}
"""
    print(section)
    if options.write:
        replace_section(section)


if __name__ == "__main__":
    main()
