"""
The counterpart in plain PyTorch of Mpuc.Benchmarks' worker: reads names, one a line, and answers each with one measurement and the peak of
resident memory as a line of JSON.
"""
import atexit
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
import wave

import torch

import losses
import models

clock = time.process_time if "--cpu" in sys.argv else time.perf_counter


def timed(work, count=1):
    start = clock()
    for _ in range(count):
        work()
    return (clock() - start) / count


class TrainingStep:
    """Two forward passes, one per view, a loop over pairs, and SGD; gradients that are not finite are looked for, as in ours."""

    def __init__(self, encoders, recordings):
        self.encoders = [(encoder.train(), models.ProjectionHead(), shape) for encoder, shape in encoders]
        self.views = [[torch.randn(recordings, *shape) for _, _, shape in self.encoders] for _ in range(2)]
        self.weights = [weight for encoder, head, _ in self.encoders for part in (encoder, head) for weight in part.parameters()]
        self.optimizer = torch.optim.SGD(self.weights, 0.001, momentum=0.9, weight_decay=0.001)

    def measure(self):
        return timed(self.step)

    def step(self):
        self.optimizer.zero_grad()
        views = [[head(encoder(windows)) for (encoder, head, _), windows in zip(self.encoders, view)] for view in self.views]
        loss = losses.over_pairs(losses.two_view_pair, [torch.cat(modality) for modality in zip(*views)])
        loss.backward()
        norms = torch.stack([weight.grad.norm() for weight in self.weights if weight.grad is not None])
        if not (torch.isfinite(loss) and torch.isfinite(norms).all()):
            raise ValueError("a loss or gradient is not finite")
        self.optimizer.step()


class ObjectivePass:
    def __init__(self):
        self.embeddings = [torch.randn(256, 512, requires_grad=True) for _ in range(4)]

    def measure(self):
        return timed(self.run, 5)

    def run(self):
        for embedding in self.embeddings:
            embedding.grad = None
        losses.over_pairs(losses.paper_pair, self.embeddings).backward()


class LogMelReading:
    """A pool of processes, one per thread, as a DataLoader has."""

    def __init__(self, files):
        import logmel
        self.files = files
        self.pool = multiprocessing.get_context("spawn").Pool(torch.get_num_threads(), logmel.prepare)
        self.read = logmel.read

    def measure(self):
        start = time.perf_counter()
        self.pool.map(self.read, self.files, chunksize=16)
        return (time.perf_counter() - start) / len(self.files)


def ravdess():
    folder = os.environ.get("MPUC_BENCHMARK_RAVDESS", "")
    return sorted(os.path.join(parent, name) for parent, _, names in os.walk(folder) for name in names if name.endswith(".wav"))


def minute_of_noise():
    handle, path = tempfile.mkstemp(suffix=".wav")
    os.close(handle)
    atexit.register(os.remove, path)
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes(torch.randint(-32768, 32767, (60 * 16000,), dtype=torch.int16).numpy().tobytes())
    return [path]


class VectorSearch:
    """A product with all vectors and the greatest of it."""

    def __init__(self):
        self.vectors = torch.nn.functional.normalize(torch.randn(1_000_000, 512), dim=1)
        self.queries = torch.nn.functional.normalize(torch.randn(10, 512), dim=1)

    def measure(self):
        return timed(lambda: [self.vectors.mv(query).topk(5) for query in self.queries]) / len(self.queries)


AUDIO, LANDMARKS, TEXT, FACE, VECTORS = (90, 128), (90, 51, 2), (30, 300), (8, 3, 112, 112), (1, 35)

BENCHMARKS = {
    "step.audio-landmarks": lambda: TrainingStep([(models.Tcn(), AUDIO), (models.Stgcn(), LANDMARKS)], 32),
    "step.audio": lambda: TrainingStep([(models.Tcn(), AUDIO), (models.Vectors(), VECTORS)], 32),
    "step.text": lambda: TrainingStep([(models.TextTransformer(), TEXT), (models.Vectors(), VECTORS)], 32),
    "step.face": lambda: TrainingStep([(models.Face(), FACE), (models.Vectors(), VECTORS)], 4),
    "objective.4x256": ObjectivePass,
    "logmel.ravdess": lambda: LogMelReading(ravdess()),
    "logmel.60s": lambda: LogMelReading(minute_of_noise()),
    "search.1M": VectorSearch,
}


def main():
    torch.manual_seed(0)
    present, known = None, None
    for line in sys.stdin:
        name = line.strip()
        if name == "version":
            print(json.dumps({"version": f"PyTorch {torch.__version__}"}), flush=True)
            continue
        if name != known:
            present = None
            present, known = BENCHMARKS[name](), name
        seconds = present.measure()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
        print(json.dumps({"seconds": seconds, "memory": peak}), flush=True)


if __name__ == "__main__":
    main()
