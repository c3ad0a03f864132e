#!/usr/bin/env python3
"""Writes text/backbones.json: features and gradients of the text plugin's backbones, computed by PyTorch's own layers in float64.

The Transformer is torch.nn.TransformerEncoder, the positions are written here from Vaswani et al. (2017). Each window is computed by itself at its own
length, so that padding cannot matter. Weights and inputs come from a formula that both sides evaluate, and gradients are stored as one projection per
parameter, which keeps the file small. Run it from anywhere; it needs PyTorch.
"""
import json
import math
import pathlib

import torch
from torch import nn

FILE = pathlib.Path(__file__).parent / "text" / "backbones.json"
SIZES = {
    "transformer": dict(width=10, heads=5, feedForward=12, layers=3, frames=9),
    "mlp": dict(width=10, hidden=7, frames=9),
}
FEATURES = 512


def wave(count, seed):
    """The formula: values that look random but need no generator."""
    i = torch.arange(count, dtype=torch.float64)
    return torch.sin(1.7 * i + 0.3 * seed) * torch.cos(0.31 * i * i / (count + 1) + seed)


def positions(frames, width):
    table = torch.zeros(frames, width, dtype=torch.float64)
    for frame in range(frames):
        for column in range(width):
            angle = frame / 10000 ** ((column - column % 2) / width)
            table[frame, column] = math.cos(angle) if column % 2 else math.sin(angle)
    return table


class Transformer(nn.Module):
    def __init__(self, width, heads, feedForward, layers, **_):
        super().__init__()
        layer = nn.TransformerEncoderLayer(width, heads, feedForward, dropout=0.0, activation="relu", batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, layers)
        self.fc = nn.Linear(width, FEATURES)

    def forward(self, words):
        hidden = self.encoder((words + positions(*words.shape))[None])[0]
        return self.fc(hidden.mean(0))


class Mlp(nn.Module):
    def __init__(self, width, hidden, **_):
        super().__init__()
        self.fc1 = nn.Linear(width, hidden)
        self.fc2 = nn.Linear(hidden, FEATURES)

    def forward(self, words):
        return self.fc2(torch.relu(self.fc1(words.mean(0))))


def run(model, sizes, lengths):
    """Loss: the features weighted by the formula, so that every feature and every window counts differently."""
    batch = len(lengths)
    windows = wave(batch * sizes["frames"] * sizes["width"], 5).reshape(batch, sizes["frames"], -1)
    for window, length in zip(windows, lengths):
        window[length:] = 0
    model.zero_grad()
    windows.requires_grad_()
    features = torch.stack([model(window[:length]) for window, length in zip(windows, lengths)])
    (features * wave(features.numel(), 9).reshape(features.shape)).sum().backward()
    project = lambda gradient: (gradient.flatten() * wave(gradient.numel(), 11)).sum().item()
    return {
        "lengths": lengths,
        "features": features[:, ::64].tolist(),
        "gradients": {name: project(p.grad) for name, p in model.named_parameters()} | {"input": project(windows.grad)},
    }


def main():
    result = {}
    for name, network in (("transformer", Transformer), ("mlp", Mlp)):
        sizes = SIZES[name]
        model = network(**sizes).double()
        for index, parameter in enumerate(model.parameters()):
            parameter.data = 0.5 * wave(parameter.numel(), index).reshape(parameter.shape)
        result[name] = {"sizes": sizes, "cases": [run(model, sizes, [9, 9, 9]), run(model, sizes, [9, 4, 1])]}
    result["positions"] = [positions(6, width).tolist() for width in (8, 5)]
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
