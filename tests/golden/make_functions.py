"""Golden values of layers and functions without weights. How to run: see golden.py."""

import torch
from torch import nn
from torch.nn import functional as F

from golden import random, record, write

torch.manual_seed(3)
x = random(2, 4, 6) * 2
sequence, image, volume = random(2, 3, 7), random(1, 2, 5, 6), random(1, 2, 4, 5, 3)

ACTIVATIONS = {
    "relu": nn.ReLU(), "relu6": nn.ReLU6(), "leaky_relu": nn.LeakyReLU(0.2), "elu": nn.ELU(0.7), "selu": nn.SELU(), "celu": nn.CELU(0.7),
    "gelu": nn.GELU(), "gelu_tanh": nn.GELU("tanh"), "silu": nn.SiLU(), "mish": nn.Mish(), "sigmoid": nn.Sigmoid(), "tanh": nn.Tanh(),
    "hardtanh": nn.Hardtanh(-0.5, 1.5), "hardsigmoid": nn.Hardsigmoid(), "hardswish": nn.Hardswish(), "hardshrink": nn.Hardshrink(0.6),
    "softshrink": nn.Softshrink(0.6), "tanhshrink": nn.Tanhshrink(), "softsign": nn.Softsign(), "softplus": nn.Softplus(2, 3),
    "logsigmoid": nn.LogSigmoid(), "glu": nn.GLU(1), "softmax": nn.Softmax(1), "log_softmax": nn.LogSoftmax(2), "softmin": nn.Softmin(1),
    "softmax2d": nn.Softmax2d(), "threshold": nn.Threshold(0.3, -2.0), "flatten": nn.Flatten(1), "unflatten": nn.Unflatten(1, (2, 2)),
    "identity": nn.Identity(), "dropout_evaluation": nn.Dropout(0.5).eval(),
}
POOLING = {
    "max_pool1d": (nn.MaxPool1d(3, 2, 1), sequence), "max_pool1d_dilated": (nn.MaxPool1d(2, dilation=2, ceil_mode=True), sequence),
    "max_pool2d": (nn.MaxPool2d(2), image), "max_pool2d_rectangular": (nn.MaxPool2d((3, 2), (2, 1), (1, 0)), image),
    "max_pool3d": (nn.MaxPool3d((2, 2, 1)), volume),
    "avg_pool1d": (nn.AvgPool1d(3, 2, 1, count_include_pad=False), sequence), "avg_pool2d": (nn.AvgPool2d(2), image),
    "avg_pool2d_rectangular": (nn.AvgPool2d((3, 2), (2, 1), (1, 0), ceil_mode=True, divisor_override=5), image),
    "avg_pool3d": (nn.AvgPool3d((2, 3, 1)), volume),
    "adaptive_avg_pool1d": (nn.AdaptiveAvgPool1d(3), sequence), "adaptive_avg_pool2d": (nn.AdaptiveAvgPool2d((2, 4)), image),
    "adaptive_avg_pool3d": (nn.AdaptiveAvgPool3d(2), volume),
    "adaptive_max_pool1d": (nn.AdaptiveMaxPool1d(3), sequence), "adaptive_max_pool2d": (nn.AdaptiveMaxPool2d((2, 4)), image),
    "adaptive_max_pool3d": (nn.AdaptiveMaxPool3d((2, 1, 3)), volume),
}
PADDING = {
    "constant_pad1d": (nn.ConstantPad1d((1, 2), 0.5), sequence), "constant_pad2d": (nn.ConstantPad2d(1, 0.5), image),
    "constant_pad3d": (nn.ConstantPad3d((1, 0, 0, 2, 1, 1), 0.5), volume),
    "reflection_pad1d": (nn.ReflectionPad1d((2, 1)), sequence), "reflection_pad2d": (nn.ReflectionPad2d((1, 2, 0, 1)), image),
    "reflection_pad3d": (nn.ReflectionPad3d(1), volume), "replication_pad1d": (nn.ReplicationPad1d(2), sequence),
    "replication_pad2d": (nn.ReplicationPad2d((1, 2, 0, 1)), image), "replication_pad3d": (nn.ReplicationPad3d(1), volume),
    "zero_pad2d": (nn.ZeroPad2d((1, 2, 0, 1)), image), "pad_circular": (lambda t: F.pad(t, (2, 1), mode="circular"), sequence),
    "pad_cut": (lambda t: F.pad(t, (-1, 2, 1, -1)), sequence),
}
RESAMPLING = {
    "nearest1d": (sequence, dict(size=[10])), "nearest2d": (image, dict(scale_factor=1.7)),
    "nearest3d": (volume, dict(scale_factor=[2.0, 1.0, 1.5])),
    "nearest_exact2d": (image, dict(size=[7, 4], mode="nearest-exact")), "linear": (sequence, dict(size=[10], mode="linear")),
    "bilinear": (image, dict(scale_factor=1.7, mode="bilinear")),
    "bilinear_aligned": (image, dict(size=[8, 3], mode="bilinear", align_corners=True)),
    "bilinear_smooth": (image, dict(size=[3, 3], mode="bilinear", antialias=True)),
    "bilinear_recomputed": (image, dict(scale_factor=1.7, mode="bilinear", recompute_scale_factor=True)),
    "bicubic": (image, dict(scale_factor=[2.0, 1.5], mode="bicubic")),
    "bicubic_smooth": (image, dict(size=[3, 4], mode="bicubic", antialias=True)),
    "trilinear": (volume, dict(size=[5, 4, 4], mode="trilinear")), "area1d": (sequence, dict(size=[4], mode="area")),
    "area2d": (image, dict(scale_factor=0.5, mode="area")), "area3d": (volume, dict(size=[2, 2, 2], mode="area")),
}
query, key, value, mask = random(2, 3, 4), random(2, 5, 4), random(2, 5, 3), random(3, 5) > -0.5


def attention(q, k, v, allowed):
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    return torch.softmax(scores.masked_fill(~allowed, float("-inf")), -1) @ v


OTHERS = {
    "cosine_similarity": (nn.CosineSimilarity(2), [x, random(2, 4, 6)]),
    "pairwise_distance": (nn.PairwiseDistance(3, keepdim=True), [x, random(2, 4, 6)]),
    "normalize": (F.normalize, [x]), "normalize_one": (lambda t: F.normalize(t, p=1, dim=2), [x]),
    "one_hot": (lambda t: F.one_hot(t, 5), [torch.tensor([[0, 4], [2, 2]])]),
    "scaled_dot_product": (attention, [query, key, value, mask]),
    "scaled_dot_product_causal": (lambda q, k, v: attention(q, k, v, torch.ones(3, 5, dtype=torch.bool).tril()), [query, key, value]),
}

tensors = {}
for case, module in ACTIVATIONS.items():
    record(tensors, case, module, [x])
for case, (module, given) in (POOLING | PADDING).items():
    record(tensors, case, module, [given])
for case, (given, options) in RESAMPLING.items():
    record(tensors, f"interpolate_{case}", lambda t: F.interpolate(t, **options), [given])
for case, (function, given) in OTHERS.items():
    record(tensors, case, function, given)
write("functions.safetensors", tensors)
