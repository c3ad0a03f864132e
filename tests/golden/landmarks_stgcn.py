#!/usr/bin/env python3
"""Writes landmarks_stgcn.json: features and gradients of the landmarks plugin's ST-GCN, computed by PyTorch's plain layers in float64.

The network is written here step by step as it is described (three separate convolutions, einsum over the graph), without the rearrangements that make the
plugin's fast. Weights and inputs come from a formula that both sides evaluate; gradients are stored as one projection per parameter. Run it from
anywhere; it needs PyTorch (the committed file: 1.13.1).
"""
import json
import math
import pathlib

import torch
from torch import nn
import torch.nn.functional as F

FILE = pathlib.Path(__file__).parent / "landmarks_stgcn.json"
NODES, FRAMES, CHANNELS, GRAPH_CHANNELS, FEATURES = 51, 13, 8, 4, 512
EDGES = """0-1 0-19 1-2 2-3 3-4 4-5 5-7 6-7 6-8 8-9 9-28 10-11 10-14 10-18 10-22 10-25 11-12 12-13 13-16 14-15 15-16 16-17 16-34 17-18 19-20 19-24
19-31 20-21 21-22 22-23 23-24 25-26 25-30 26-27 27-28 28-29 28-37 29-30 31-32 31-42 31-43 32-33 33-34 33-44 34-35 34-45 35-36 35-46 36-37 37-38 37-47
38-39 39-40 40-41 41-42 43-44 43-50 44-45 44-50 45-46 46-47 46-48 47-48 48-49 49-50"""


def wave(count, seed):
    """The formula: values that look random but need no generator."""
    i = torch.arange(count, dtype=torch.float64)
    return torch.sin(1.7 * i + 0.3 * seed) * torch.cos(0.31 * i * i / (count + 1) + seed)


def adjacency(self_loops):
    matrix = self_loops * torch.eye(NODES, dtype=torch.float64)
    for edge in EDGES.split():
        a, b = map(int, edge.split("-"))
        matrix[a, b] = matrix[b, a] = 1
    root = torch.diag(matrix.sum(1) ** -0.5)
    return root @ matrix @ root


def clear(x, lengths):
    """Zeros from the valid length on; x is [B, N, T, C]."""
    times = torch.arange(x.shape[2])
    return x * torch.stack([times < length for length in lengths])[:, None, :, None]


class Gated(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.a, self.b, self.c = (nn.Conv2d(inputs, outputs, (1, 3)) for _ in range(3))

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)
        return torch.relu(self.a(x) + torch.sigmoid(self.b(x)) + self.c(x)).permute(0, 2, 3, 1)


class Positions(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.query, self.key = (nn.Conv1d(channels, max(1, channels // 8), 1) for _ in range(2))
        self.value = nn.Conv1d(channels, channels, 1)
        self.gamma = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        flat = x.flatten(2)
        weights = torch.softmax(torch.einsum("bcp,bcq->bpq", self.query(flat), self.key(flat)), -1)
        return x + self.gamma * torch.einsum("bcq,bpq->bcp", self.value(flat), weights).reshape(x.shape)


class Attention(nn.Module):
    def __init__(self, frames):
        super().__init__()
        self.time, self.space = Positions(frames), Positions(NODES)

    def forward(self, x):
        return self.space(x) + self.time(x.transpose(1, 2).contiguous()).transpose(1, 2)


class Block(nn.Module):
    def __init__(self, inputs, frames, attention):
        super().__init__()
        self.temporal1 = Gated(inputs, CHANNELS)
        self.attention = Attention(frames - 2) if attention else None
        self.theta = nn.Parameter(torch.zeros(CHANNELS, GRAPH_CHANNELS))
        self.temporal2 = Gated(GRAPH_CHANNELS, CHANNELS)
        self.norm = nn.BatchNorm2d(NODES)

    def forward(self, x, a):
        mixed = torch.einsum("nm,bmtc->bntc", a, self.temporal1(x))
        mixed = self.attention(mixed) if self.attention else mixed
        return self.norm(self.temporal2(torch.relu(torch.einsum("bntc,cd->bntd", mixed, self.theta))))


class Stgcn(nn.Module):
    def __init__(self, self_loops, attention):
        super().__init__()
        self.matrix = adjacency(self_loops)
        self.block1 = Block(2, FRAMES, attention)
        self.block2 = Block(CHANNELS, FRAMES - 4, attention)
        self.temporal = Gated(CHANNELS, CHANNELS)
        self.fc1 = nn.Linear((FRAMES - 10) * CHANNELS, FEATURES)
        self.fc2 = nn.Linear(NODES * FEATURES, FEATURES)

    def forward(self, windows, lengths):
        x = clear(windows.transpose(1, 2), lengths)
        x = clear(self.block1(x, self.matrix), lengths)
        x = clear(self.block2(x, self.matrix), lengths)
        x = clear(self.temporal(x), lengths)
        return self.fc2(self.fc1(x.flatten(2)).flatten(1))


def run(lengths, training, self_loops=1, attention=False):
    model = Stgcn(self_loops, attention).double().train(training)
    for seed, (name, parameter) in enumerate(model.named_parameters()):
        scale = 0.3 if parameter.dim() < 2 else 1.5 / math.sqrt(parameter[0].numel())
        parameter.data = scale * wave(parameter.numel(), seed).reshape(parameter.shape)
        if name.endswith("norm.weight"):
            parameter.data += 1
    windows = 0.5 + 0.5 * wave(len(lengths) * FRAMES * NODES * 2, 5).reshape(len(lengths), FRAMES, NODES, 2)
    windows.requires_grad_()
    features = model(windows, lengths)
    (features * wave(features.numel(), 9).reshape(features.shape)).sum().backward()
    project = lambda gradient: (gradient.flatten() * wave(gradient.numel(), 11)).sum().item()
    return {
        "lengths": lengths, "training": training, "selfLoops": self_loops, "attention": attention,
        "features": features[:, ::32].tolist(),
        "gradients": {name: project(p.grad) for name, p in model.named_parameters()} | {"input": project(windows.grad)},
        "runningMean": model.block2.norm.running_mean.tolist(),
    }


def main():
    cases = [run([13, 13], False), run([13, 6], True), run([13, 4], False, self_loops=2), run([13, 13], True, attention=True)]
    FILE.write_text(json.dumps({"frames": FRAMES, "channels": CHANNELS, "graphChannels": GRAPH_CHANNELS, "cases": cases}, indent=1) + "\n")


if __name__ == "__main__":
    main()
