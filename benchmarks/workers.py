"""The processes that benchmarks/run measures in turns: Mpuc, plain TorchSharp and plain PyTorch."""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Worker:
    """One process, which answers each name that it reads with a line of JSON."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def ask(self, name):
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"benchmarks/run: '{' '.join(self.process.args)}' ended while it measured {name}.")
        return json.loads(answer)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Starter:
    """Starts a fresh process of one kind, so that the peak of its memory is that of one benchmark."""

    def __init__(self, command, environment):
        self.command, self.environment = command, environment

    def start(self):
        return Worker(self.command, self.environment)

    def version(self):
        with self.start() as worker:
            return worker.ask("version")["version"]


def starters(ours, torchsharp, threads, flags):
    """Gives the starters of Mpuc, TorchSharp and PyTorch; None for PyTorch where it is not installed."""
    plain = {**os.environ, "OMP_NUM_THREADS": str(threads)}
    pytorch = None
    if subprocess.run([sys.executable, "-c", "import torch, torchvision"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
        script = os.path.join(HERE, "pytorch", "worker.py")
        tuned = {"OPENBLAS_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "passive", **plain}  # as ours; see docs/decisions/0016-threads.md
        pytorch = Starter([sys.executable, script, *flags], tuned)
    return Starter([ours, "worker", *flags], plain), Starter([torchsharp, "worker", *flags], plain), pytorch
