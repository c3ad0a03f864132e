"""Golden values of losses. How to run: see golden.py."""

import torch
from torch.nn import functional as F

from golden import random, record, write

torch.manual_seed(4)
logits, dense = random(4, 3), random(2, 3, 5)
classes, dense_classes = torch.tensor([2, 0, 1, -100]), torch.randint(0, 3, (2, 5))
weight, targets = torch.rand(3) + 0.5, torch.softmax(random(4, 3), 1)
signs = torch.tensor([1.0, -1.0, -1.0, 1.0])
binary = (random(4, 3) > 0).double()
a, b, c = random(4, 5), random(4, 5), random(4, 5)
elements = torch.rand(4, 3)

CASES = {
    "cross_entropy": (lambda r, x, y: F.cross_entropy(x, y, reduction=r), [logits, classes]),
    "cross_entropy_weighted": (
        lambda r, x, y, w: F.cross_entropy(x, y, w.detach(), reduction=r, ignore_index=0, label_smoothing=0.1),
        [logits, classes.clamp(min=0), weight]),
    "cross_entropy_dense": (lambda r, x, y: F.cross_entropy(x, y, reduction=r), [dense, dense_classes]),
    "cross_entropy_probabilities": (lambda r, x, y: F.cross_entropy(x, y, reduction=r, label_smoothing=0.2), [logits, targets]),
    "nll_loss": (lambda r, x, y, w: F.nll_loss(x, y, w.detach(), reduction=r), [logits, classes, weight]),
    "binary_cross_entropy": (
        lambda r, x, y, w: F.binary_cross_entropy(x, y.detach(), w.detach(), reduction=r),
        [targets, binary, elements]),
    "binary_cross_entropy_with_logits": (
        lambda r, x, y, w, p: F.binary_cross_entropy_with_logits(x, y.detach(), w.detach(), pos_weight=p.detach(), reduction=r),
        [logits, binary, elements, weight]),
    "kl_div": (lambda r, x, y: F.kl_div(x, y, reduction=r, log_target=False), [torch.log_softmax(logits, 1), targets]),
    "kl_div_log": (lambda r, x, y: F.kl_div(x, y, reduction=r, log_target=True), [torch.log_softmax(logits, 1), targets.log()]),
    "soft_margin_loss": (lambda r, x, y: F.soft_margin_loss(x, y.detach(), reduction=r), [random(4), signs]),
    "mse_loss": (lambda r, x, y: F.mse_loss(x, y, reduction=r), [a, b]),
    "l1_loss": (lambda r, x, y: F.l1_loss(x, y, reduction=r), [a, b]),
    "smooth_l1_loss": (lambda r, x, y: F.smooth_l1_loss(x, y, reduction=r, beta=0.7), [a, b]),
    "huber_loss": (lambda r, x, y: F.huber_loss(x, y, reduction=r, delta=0.7), [a, b]),
    "cosine_embedding_loss": (lambda r, x, y, t: F.cosine_embedding_loss(x, y, t.detach(), margin=0.1, reduction=r), [a, b, signs]),
    "margin_ranking_loss": (
        lambda r, x, y, t: F.margin_ranking_loss(x, y, t.detach(), margin=0.1, reduction=r),
        [random(4), random(4), signs]),
    "hinge_embedding_loss": (lambda r, x, t: F.hinge_embedding_loss(x, t.detach(), margin=0.8, reduction=r), [random(4), signs]),
    "triplet_margin_loss": (lambda r, x, y, z: F.triplet_margin_loss(x, y, z, margin=1.5, p=3, swap=True, reduction=r), [a, b, c]),
}

tensors = {}
for case, (function, inputs) in CASES.items():
    for reduction in ("none", "mean", "sum"):
        record(tensors, f"{case}_{reduction}", lambda *given: function(reduction, *given), inputs)
write("losses.safetensors", tensors)
