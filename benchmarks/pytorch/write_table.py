"""Writes the table of docs/benchmarks.md from the results that benchmarks/run left in a folder."""
import glob
import json
import os
import platform
import statistics
import sys

import torch

folder = sys.argv[1]
python = [json.load(open(path)) for path in glob.glob(f"{folder}/pytorch-*.json")]
ours = {}
for path in glob.glob(f"{folder}/mpuc-*/results/*-report-brief.json"):
    for benchmark in json.load(open(path))["Benchmarks"]:
        ours.setdefault(benchmark["Method"], []).append(benchmark["Statistics"]["Median"] / 1000)

processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
print(f"""# Benchmarks

`benchmarks/run` measured this: what one call of a small operator costs, where the arithmetic itself is next to nothing. Both sides ran in
turns, {len(python)} times each, on one thread of {os.cpu_count()} ({processor}), over the same libtorch {torch.__version__}; the numbers are medians. The load of the
machine while it ran was {os.getloadavg()[0]:.1f} (1 is one busy core): above the number of cores, trust the ratios more than the times.

| operation | PyTorch (us) | Mpuc (us) | Mpuc / PyTorch |
| --- | --- | --- | --- |""")
for name in python[0]:
    theirs, mine = statistics.median(run[name] for run in python), statistics.median(ours[name])
    print(f"| {name} | {theirs:.2f} | {mine:.2f} | {mine / theirs:.2f} |")
