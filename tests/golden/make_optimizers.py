"""Golden values of optimizers: parameters after each of several steps with given gradients. How to run: see golden.py."""

import torch

from golden import random, write

torch.manual_seed(5)
STEPS = 5
start = [random(3, 2), random(4)]
# The second parameter has no gradient in the second step.
gradients = [[random(3, 2), None if step == 1 else random(4)] for step in range(STEPS)]

CASES = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "sgd_momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "sgd_dampening": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.02),
    "sgd_nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.02),
    "sgd_maximize": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.5, weight_decay=0.02, maximize=True),
    "sgd_groups": lambda p: torch.optim.SGD([{"params": p[:1], "lr": 0.3}, {"params": p[1:], "momentum": 0.5}], lr=0.1, weight_decay=0.02),
    "adam": lambda p: torch.optim.Adam(p, lr=0.1),
    "adam_decay": lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.02),
    "adam_amsgrad": lambda p: torch.optim.Adam(p, lr=0.1, amsgrad=True),
    "adam_maximize": lambda p: torch.optim.Adam(p, lr=0.1, weight_decay=0.02, maximize=True),
    "adam_groups": lambda p: torch.optim.Adam([{"params": p[:1], "lr": 0.3}, {"params": p[1:], "betas": (0.5, 0.9)}], lr=0.1),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.0),
    "adamw_decay": lambda p: torch.optim.AdamW(p, lr=0.1, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.02),
    "adamw_amsgrad": lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.02, amsgrad=True),
    "adamw_maximize": lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.02, maximize=True),
}

tensors = {f"start/{i}": value for i, value in enumerate(start)}
for step in range(STEPS):
    tensors.update({f"gradient/{step}/{i}": g for i, g in enumerate(gradients[step]) if g is not None})
for case, make in CASES.items():
    parameters = [value.clone().requires_grad_() for value in start]
    optimizer = make(parameters)
    for step in range(STEPS):
        for parameter, gradient in zip(parameters, gradients[step]):
            parameter.grad = None if gradient is None else gradient.clone()
        optimizer.step()
        tensors.update({f"{case}/{step}/{i}": value.detach().clone() for i, value in enumerate(parameters)})
write("optimizers.safetensors", tensors)
