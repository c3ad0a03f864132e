#!/usr/bin/env python3
"""Writes r2plus1d.json: features and gradients of torchvision's R(2+1)D-18 with dropout left out and a last layer of 512 features.

Weights, running statistics and inputs come from a formula that both sides evaluate (float64 here), which keeps 31 million weights out of the repository;
gradients are stored as one projection per parameter. Run it from anywhere; it needs PyTorch and torchvision (the committed file: 1.13.1 and 0.14.1).
"""
import json
import math
import pathlib

import torch
from torchvision.models.video import r2plus1d_18

FILE = pathlib.Path(__file__).parent / "r2plus1d.json"
SHAPE = (2, 5, 3, 32, 32)
PROJECTED = ["stem.0.weight", "stem.3.weight", "stem.4.weight", "stem.4.bias", "layer1.1.conv2.0.3.weight", "layer2.0.conv1.0.0.weight",
             "layer2.0.downsample.0.weight", "layer2.0.downsample.1.weight", "layer3.0.conv2.0.1.bias", "layer3.1.conv1.0.0.weight",
             "layer4.0.conv1.0.3.weight", "layer4.1.conv2.1.weight", "fc.weight", "fc.bias"]


def wave(count, seed):
    """The formula: values that look random but need no generator."""
    i = torch.arange(count, dtype=torch.float64)
    return torch.sin(1.7 * i + 0.3 * seed) * torch.cos(0.31 * i * i / (count + 1) + seed)


def fill(name, tensor, seed):
    """Sizes that keep the activations near 1, statistics that are a trained network's in kind."""
    values = wave(tensor.numel(), seed).reshape(tensor.shape)
    if name.endswith("running_var"):
        return 1 + 0.5 * values
    if name.endswith("running_mean"):
        return 0.1 * values
    if tensor.dim() > 1:
        return values * 2 * math.sqrt(2 / tensor[0].numel())
    return 1 + 0.2 * values if name.endswith("weight") else 0.1 * values


def run(model, training):
    model.train(training)
    model.zero_grad()
    clips = wave(math.prod(SHAPE), 5).reshape(SHAPE).requires_grad_()
    features = model(clips.transpose(1, 2))
    (features * wave(features.numel(), 9).reshape(features.shape)).sum().backward()
    project = lambda gradient: (gradient.flatten() * wave(gradient.numel(), 11)).sum().item()
    parameters = dict(model.named_parameters())
    return {
        "training": training,
        "features": features[:, ::32].tolist(),
        "gradients": {name: project(parameters[name].grad) for name in PROJECTED} | {"input": project(clips.grad)},
        "runningMean": model.layer4[1].conv2[1].running_mean[::64].tolist(),
        "runningVariance": model.layer4[1].conv2[1].running_var[::64].tolist(),
    }


def main():
    model = r2plus1d_18().double()
    model.fc = torch.nn.Linear(512, 512).double()
    state = model.state_dict()
    names = [name for name in state if not name.endswith("num_batches_tracked")]
    for seed, name in enumerate(names):
        state[name].copy_(fill(name, state[name], seed))
    cases = [run(model, False), run(model, True)]
    FILE.write_text(json.dumps({
        "shape": SHAPE,
        "state": {name: list(tensor.shape) for name, tensor in state.items()},
        "cases": cases,
    }, indent=1) + "\n")


if __name__ == "__main__":
    main()
