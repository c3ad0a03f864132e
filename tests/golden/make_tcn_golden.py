#!/usr/bin/env python3
"""Writes audio/tcn.json: features and gradients of the audio plugin's TCN, computed by PyTorch's own layers in float64.

The network is written here from the paper (Conv-TasNet, Luo and Mesgarani 2019) in the plain [B, C, T] layout, one window at a time at its own length, so
that padding cannot matter. Weights and inputs come from a formula that both sides evaluate, and gradients are stored as one projection per
parameter, which keeps the file small. Run it from anywhere; it needs PyTorch.
"""
import json
import pathlib

import torch
from torch import nn
import torch.nn.functional as F

FILE = pathlib.Path(__file__).parent / "audio" / "tcn.json"
SIZES = dict(bands=6, channels=4, hidden=5, blocks=3, repeats=2, frames=13, features=512)


def wave(count, seed):
    """The formula: values that look random but need no generator."""
    i = torch.arange(count, dtype=torch.float64)
    return torch.sin(1.7 * i + 0.3 * seed) * torch.cos(0.31 * i * i / (count + 1) + seed)


class GlobalNorm(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        centred = x - x.mean()
        normal = centred / torch.sqrt((centred ** 2).mean() + 1e-5)
        return normal * self.weight[:, None] + self.bias[:, None]


class Block(nn.Module):
    def __init__(self, channels, hidden, dilation):
        super().__init__()
        self.expand = nn.Conv1d(channels, hidden, 1)
        self.activation1 = nn.PReLU()
        self.norm1 = GlobalNorm(hidden)
        self.depthwise = nn.Conv1d(hidden, hidden, 3, padding=dilation, dilation=dilation, groups=hidden)
        self.activation2 = nn.PReLU()
        self.norm2 = GlobalNorm(hidden)
        self.reduce = nn.Conv1d(hidden, channels, 1)

    def forward(self, x):
        h = self.norm1(self.activation1(self.expand(x)))
        return x + self.reduce(self.norm2(self.activation2(self.depthwise(h))))


class Tcn(nn.Module):
    def __init__(self, bands, channels, hidden, blocks, repeats, features, **_):
        super().__init__()
        self.norm = GlobalNorm(bands)
        self.bottleneck = nn.Conv1d(bands, channels, 1)
        self.blocks = nn.ModuleList(Block(channels, hidden, 2 ** i) for _ in range(repeats) for i in range(blocks))
        self.activation = nn.PReLU()
        self.fc = nn.Linear(channels, features)

    def forward(self, windows, lengths):
        features = []
        for window, length in zip(windows, lengths):
            x = self.bottleneck(self.norm(window[:length].T)[None])[0]
            for block in self.blocks:
                x = block(x[None])[0]
            features.append(self.fc(F.prelu(x.mean(1), self.activation.weight)))
        return torch.stack(features)


def run(model, lengths):
    """Loss: the features weighted by the formula, so that every feature and every window counts differently."""
    batch = len(lengths)
    windows = wave(batch * SIZES["frames"] * SIZES["bands"], 5).reshape(batch, SIZES["frames"], -1)
    for window, length in zip(windows, lengths):
        window[length:] = 0
    model.zero_grad()
    windows.requires_grad_()
    features = model(windows, lengths)
    (features * wave(features.numel(), 9).reshape(features.shape)).sum().backward()
    project = lambda gradient: (gradient.flatten() * wave(gradient.numel(), 11)).sum().item()
    return {
        "lengths": lengths,
        "features": features[:, ::64].tolist(),
        "gradients": {name: project(p.grad) for name, p in model.named_parameters()} | {"input": project(windows.grad)},
    }


def main():
    model = Tcn(**SIZES).double()
    for index, parameter in enumerate(model.parameters()):
        parameter.data = 0.5 * wave(parameter.numel(), index).reshape(parameter.shape)
    cases = [run(model, [13, 13, 13]), run(model, [13, 7, 1])]
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps({"sizes": SIZES, "cases": cases}, indent=1) + "\n")


if __name__ == "__main__":
    main()
