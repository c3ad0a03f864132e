"""Golden values of learning-rate schedules: rates (and momenta) of two groups in each of 25 epochs. How to run: see golden.py."""

import json

import torch
from torch.optim import lr_scheduler as s

from golden import FOLDER

EPOCHS = 25
MEASURES = [5.0, 4.0, 4.5, 4.4, 4.2, 3.0, 2.9999, 3.1, 3.2, 3.3, 2.0, 2.0, 2.0, 2.0, 2.0, 2.1, 2.2, 2.3, 2.4, 1.0, 1.5, 1.6, 1.7, 1.8]

CASES = {
    "StepLR": lambda o: s.StepLR(o, 4, 0.5),
    "MultiStepLR": lambda o: s.MultiStepLR(o, [3, 7, 7, 15], 0.5),
    "ConstantLR": lambda o: s.ConstantLR(o, 0.25, 6),
    "LinearLR": lambda o: s.LinearLR(o, 0.2, 0.9, 8),
    "ExponentialLR": lambda o: s.ExponentialLR(o, 0.9),
    "PolynomialLR": lambda o: s.PolynomialLR(o, 10, 2.0),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 8, 0.01),
    "LambdaLR": lambda o: s.LambdaLR(o, lambda epoch: 1 / (1 + epoch)),
    "MultiplicativeLR": lambda o: s.MultiplicativeLR(o, lambda epoch: 1 - epoch / 50),
    "SequentialLR": lambda o: s.SequentialLR(o, [s.LinearLR(o, 0.1, 1.0, 5), s.CosineAnnealingLR(o, 12), s.ExponentialLR(o, 0.9)], [5, 17]),
    "ChainedLR": lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.1, 4), s.ExponentialLR(o, 0.9)]),
    "OneCycleLR": lambda o: s.OneCycleLR(o, 0.6, total_steps=25),
    "OneCycleLR_three_phase": lambda o: s.OneCycleLR(
        o, [0.6, 0.2], epochs=5, steps_per_epoch=5, pct_start=0.36, anneal_strategy="linear", div_factor=5, final_div_factor=100, three_phase=True),
    "ReduceLROnPlateau": lambda o: s.ReduceLROnPlateau(o, "min", 0.5, 2, 1e-3, "rel", 1, [0.06, 0.0]),
    "ReduceLROnPlateau_max": lambda o: s.ReduceLROnPlateau(o, "max", 0.1, 1, 0.5, "abs"),
}



def settings(optimizer):
    return [group[key] for group in optimizer.param_groups for key in ("lr", "momentum")]


values = {}
for case, make in CASES.items():
    groups = [{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)], "lr": 0.02}]
    optimizer = torch.optim.SGD(groups, lr=0.5, momentum=0.7)
    scheduler = make(optimizer)
    values[case] = [settings(optimizer)]
    for epoch in range(EPOCHS - 1):
        optimizer.step()
        scheduler.step(*([MEASURES[epoch]] if case.startswith("Reduce") else []))
        values[case].append(settings(optimizer))
text = ",\n".join(f" {json.dumps(case)}: {json.dumps(epochs)}" for case, epochs in values.items())
(FOLDER / "schedulers.json").write_text("{\n" + text + "\n}\n")
