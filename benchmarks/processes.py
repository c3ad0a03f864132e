"""Measures how much faster a training is with several processes of one thread each, and writes a section of docs/benchmarks.md.

    python3 benchmarks/processes.py CONFIG [--processes N] [--batch B] [--rounds N] [--set key=value]... [--write]

Each round trains three epochs with one process and a batch of B, with N processes and the same batch, which they share, and with N processes and a batch of N x B,
which leaves B to each; one process with N x B is compared as well, and N trainings with B that know nothing of each other, which is what the machine allows. Throughput is that of the last epoch, which start-up and the reading of the data do not touch.
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
from machine import processor_times, stolen_since

PROGRAM = os.environ.get("MPUC", os.path.join(ROOT, "artifacts/bin/Mpuc.Host/release/mpuc"))


def train(options, processes, batch, apart=1):
    """Gives the recordings per second of the last of three epochs, of so many trainings side by side together, and the share of the processors' time that was stolen meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = [os.path.join(folder, str(number)) for number in range(apart)]
        command = [PROGRAM, "train", options.config, "--set", "training.epochs=3", "--set", "runtime.threads=1", "--set", f"training.batchSize={batch}"]
        command += [word for setting in options.set for word in ("--set", setting)]
        command += ["--processes", str(processes)] if processes > 1 else []
        before = processor_times()
        runs = [
            subprocess.Popen([*command, "--output", output], env={**os.environ, "OMP_NUM_THREADS": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for output in outputs]
        for run, (_, errors) in zip(runs, [run.communicate() for run in runs]):
            if run.returncode != 0:
                raise SystemExit(f"benchmarks/processes.py: {' '.join(command)} failed: {errors.strip()}")
        return sum(rate_of_last_epoch(output) for output in outputs), stolen_since(before)


def rate_of_last_epoch(run):
    with open(os.path.join(run, "metrics.jsonl"), encoding="utf-8") as file:
        epochs = [epoch for epoch in map(json.loads, file) if epoch["split"] == "training"]
    return epochs[-1]["recordingsPerSecond"]


def describe(processes, batch, apart=1):
    return f"{apart} trainings of {processes}, apart" if apart > 1 else str(processes)


def against(rates, setting, other):
    """Gives the median of the rounds' ratios, which a machine that changes its speed from round to round leaves alone."""
    return statistics.median(own / its for own, its in zip(rates[setting], rates[other]))


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
    settings = [(1, batch), (count, batch), (1, count * batch), (count, count * batch), (1, batch, count)]
    rates, stolen = ({setting: [] for setting in settings} for _ in range(2))
    for _ in range(options.rounds):
        for setting in settings:
            rate, share = train(options, *setting)
            rates[setting].append(rate)
            stolen[setting].append(share)
            print(f"{describe(*setting)}, batch {setting[1]}: {rate:.1f} recordings/s, {share:.0%} stolen", file=sys.stderr, flush=True)

    medians = {setting: statistics.median(rates[setting]) for setting in settings}
    rows = "\n".join(
        f"| {describe(*setting)} | {setting[1]} | {rate:.1f} | {against(rates, setting, (1, batch)):.2f} | {against(rates, setting, (1, setting[1])):.2f} "
        f"| {statistics.median(stolen[setting]):.0%} |"
        for setting, rate in medians.items())
    name = os.path.relpath(os.path.abspath(options.config), ROOT)
    section = f"""## Several processes: {os.path.splitext(os.path.basename(name))[0]}

`python3 benchmarks/processes.py {name} --rounds {options.rounds} --set data.root=FOLDER --write` wrote this section, {datetime.date.today().isoformat()}, on {os.cpu_count()} processors whose load was {before:.1f} before: processes of one thread each, medians of the rounds and of their ratios, the last of three epochs.
"Stolen" is the share of the processors' time that the host of this virtual machine gave to others meanwhile.

| processes | batch, of all together | recordings/s | against one process with a batch of {batch} | against one process with the same batch | stolen |
| --- | --- | --- | --- | --- | --- |
{rows}
"""
    print(section)
    if options.write:
        replace_section(section)


if __name__ == "__main__":
    main()
