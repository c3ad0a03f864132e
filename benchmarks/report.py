"""Turns the results of benchmarks/run into lines and into docs/benchmarks.md."""
import datetime
import math
import os
import platform

# The most that ours may take where nothing is compared with it, or is not what matters.
LIMITS = {"logmel.60s": "250 ms", "landmarks.video": "40 ms", "words.open": "2000 ms", "words.meld": "5000 ms"}

# The ratio ours / peer that is aimed for.
AIMS = {
    "step.audio-landmarks": 0.60, "step.audio": 0.90, "step.text": 0.95, "step.face": 0.80, "objective.4x256": 0.80, "logmel.ravdess": 0.67,
    "pipeline.overhead": 1.05, "search.1M": 0.50,
}

# Those of which the memory is of interest; others hold data of their own, or work in further processes.
WITH_MEMORY = ("step.", "objective.")


def line(result):
    if "skipped" in result:
        return f"{result['name']}: skipped, it {result['skipped']}"
    text = f"{result['name']}: ours {result['ours']:.3g} {result['unit']}"
    if result["peer"] is not None:
        text += f", peer {result['peer']:.3g} {result['unit']}, ratio {result['ratio']:.2f}"
    if result["pytorch"] is not None:
        text += f", PyTorch {result['pytorch']:.3g} {result['unit']}"
    peaks = [f"{side} {mebibytes}" for side, mebibytes in result["memory"].items() if mebibytes is not None]
    return f"{text}; peak of memory in MiB: {', '.join(peaks)}"


def processor():
    for text in open("/proc/cpuinfo", encoding="utf-8"):
        if text.startswith("model name"):
            return text.split(":", 1)[1].strip()
    return platform.machine()


def row(result, description):
    def time(side):
        return "" if result[side] is None else f"{result[side]:.3g} {result['unit']}"

    name = result["name"]
    what, aim = f"`{name}`: {description}", LIMITS.get(name) or f"{AIMS[name]:.2f}"
    if "skipped" in result:
        return f"| {what} | | | | | {aim} | skipped: {result['skipped']} |"
    ratio = "" if result["ratio"] is None else f"{result['ratio']:.2f}"
    missed = "missed" if result["ratio"] is not None and round(result["ratio"], 2) > AIMS.get(name, math.inf) else ""
    return f"| {what} | {time('ours')} | {time('peer')} | {ratio} | {time('pytorch')} | {aim} | {missed} |"


def memory(result):
    sides = (result["memory"][side] for side in ("ours", "peer", "pytorch"))
    return f"| `{result['name']}` | " + " | ".join("" if mebibytes is None else f"{mebibytes:,} MiB" for mebibytes in sides) + " |"


def document(results, descriptions, options, torchsharp, pytorch, stolen):
    threads = f"{options.threads} threads"
    system = f"{os.cpu_count()} processors, {platform.system()} {platform.release()}"
    clock = "processor time of all threads" if options.cpu else "time on the wall"
    noise = f"load at the end {os.getloadavg()[0]:.1f}, {stolen:.0%} of the processors' time stolen by the virtual machine's host"
    rows = [row(result, descriptions[result["name"]]) for result in results]
    peaks = [memory(result) for result in results if result["memory"] and result["name"].startswith(WITH_MEMORY)]
    return f"""# Benchmarks

`benchmarks/run` wrote this page. It measures Mpuc in turns with two peers, each in a process of its own, and takes medians.

- TorchSharp (`benchmarks/TorchSharpPeer`) is the authors' method as a user would write it with that package: a forward pass per view,
  three convolutions per gated layer, `[B, C, T]` order, a loop over pairs, `torch.optim.SGD`. It runs on the same package and libtorch as
  ours, with nothing set but the number of threads. `benchmarks/run --check` shows that its losses fall.
- PyTorch (`benchmarks/pytorch`) is the same in Python, on the PyTorch of the system, where there is one. It has our setting of the threads
  as well, and looks for gradients that are not finite, as ours does.

`benchmarks/run --json` prints the numbers for machines, `--only NAME` measures one.

| | |
| --- | --- |
| machine | {processor()}, {system} |
| ours and the first peer | {torchsharp.version()}, {threads} |
| PyTorch | {f"{pytorch.version()}, {threads}" if pytorch else "not installed"} |
| measured | {clock}, {datetime.date.today().isoformat()}, {noise} |

| benchmark | ours | TorchSharp | ours / TorchSharp | PyTorch | aim, at most | |
| --- | --- | --- | --- | --- | --- | --- |
{chr(10).join(rows)}

The most memory that a process held during a benchmark, its libraries included:

| benchmark | ours | TorchSharp | PyTorch |
| --- | --- | --- | --- |
{chr(10).join(peaks)}
"""
