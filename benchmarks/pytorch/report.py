"""Turns the results of benchmarks/run into lines and into docs/benchmarks.md."""
import datetime
import math
import os
import platform

import torch

# The most that ours may take where nothing is compared with it, or is not what matters.
LIMITS = {"logmel.60s": "250 ms", "landmarks.video": "40 ms", "words.open": "2000 ms", "words.meld": "5000 ms"}

# The ratio ours / peer that is aimed for.
AIMS = {
    "step.audio-landmarks": 0.40, "step.audio": 0.35, "step.text": 0.70, "step.face": 0.95, "objective.4x256": 0.50, "op.add": 0.85,
    "op.linear-backward": 0.85, "logmel.ravdess": 0.67, "pipeline.overhead": 1.05, "search.1M": 0.50,
}


def line(result):
    if "skipped" in result:
        return f"{result['name']}: skipped, it {result['skipped']}"
    ours = f"{result['name']}: ours {result['ours']:.3g} {result['unit']}"
    return ours if result["peer"] is None else f"{ours}, peer {result['peer']:.3g} {result['unit']}, ratio {result['ratio']:.2f}"


def processor():
    for text in open("/proc/cpuinfo", encoding="utf-8"):
        if text.startswith("model name"):
            return text.split(":", 1)[1].strip()
    return platform.machine()


def document(results, descriptions, options, environment, stolen):
    clock = "processor time of all threads" if options.cpu else "time on the wall"
    rows = []
    for result in results:
        what, unit = f"`{result['name']}`: {descriptions[result['name']]}", result["unit"]
        aim = LIMITS.get(result["name"]) or f"{AIMS[result['name']]:.2f}"
        if "skipped" in result:
            rows.append(f"| {what} | | | | {aim} | skipped: {result['skipped']} |")
        elif result["peer"] is None:
            rows.append(f"| {what} | {result['ours']:.3g} {unit} | | | {aim} | |")
        else:
            missed = "missed" if round(result["ratio"], 2) > AIMS.get(result["name"], math.inf) else ""
            rows.append(f"| {what} | {result['ours']:.3g} {unit} | {result['peer']:.3g} {unit} | {result['ratio']:.2f} | {aim} | {missed} |")
    return f"""# Benchmarks

`benchmarks/run` wrote this page. It measures Mpuc and a plain PyTorch implementation (`benchmarks/pytorch`: a forward pass per view, three convolutions per gated layer, einsum over the nodes, a loop over pairs,
`torch.optim.SGD`) over the same libtorch, in turns within one run, and takes medians. `benchmarks/run --json` prints the numbers for machines, `--only NAME` measures one.

| | |
| --- | --- |
| machine | {processor()}, {os.cpu_count()} processors, {platform.system()} {platform.release()} |
| libtorch | {torch.__version__}, {options.threads} threads, OPENBLAS_NUM_THREADS={environment['OPENBLAS_NUM_THREADS']}, OMP_WAIT_POLICY={environment['OMP_WAIT_POLICY']} |
| measured | {clock}, {datetime.date.today().isoformat()}, load of the machine at the end {os.getloadavg()[0]:.1f}, {stolen:.0%} of the processors' time stolen by the virtual machine's host |

| benchmark | ours | PyTorch | ours / PyTorch | aim, at most | |
| --- | --- | --- | --- | --- | --- |
{chr(10).join(rows)}
"""
