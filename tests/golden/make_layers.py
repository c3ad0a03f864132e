"""Golden values of layers with weights. How to run: see golden.py."""

import torch
from torch import nn

from golden import random, record, write

torch.manual_seed(1)
ids = torch.tensor([[0, 3, 2], [4, 3, 1]])

CASES = {
    "linear": (nn.Linear(3, 4), [random(2, 5, 3)]),
    "linear_no_bias": (nn.Linear(3, 4, bias=False), [random(3)]),
    "bilinear": (nn.Bilinear(3, 2, 4), [random(5, 3), random(5, 2)]),
    "embedding": (nn.Embedding(5, 3), [ids]),
    "embedding_padding": (nn.Embedding(5, 3, padding_idx=-2), [ids]),
    "embedding_by_frequency": (nn.Embedding(5, 3, scale_grad_by_freq=True), [ids]),
    "conv1d": (nn.Conv1d(3, 4, 3), [random(2, 3, 7)]),
    "conv1d_options": (nn.Conv1d(4, 6, 3, stride=2, padding=3, dilation=2, groups=2, bias=False), [random(2, 4, 9)]),
    "conv1d_same": (nn.Conv1d(2, 3, 4, padding="same", dilation=3), [random(2, 2, 8)]),
    "conv1d_valid": (nn.Conv1d(2, 3, 3, padding="valid"), [random(2, 2, 6)]),
    "conv1d_unbatched": (nn.Conv1d(2, 3, 3), [random(2, 6)]),
    "conv1d_reflect": (nn.Conv1d(2, 3, 3, padding=2, padding_mode="reflect"), [random(2, 2, 6)]),
    "conv1d_replicate": (nn.Conv1d(2, 3, 3, padding=2, padding_mode="replicate"), [random(2, 2, 6)]),
    "conv1d_circular": (nn.Conv1d(2, 3, 4, padding="same", padding_mode="circular"), [random(2, 2, 6)]),
    "conv2d": (nn.Conv2d(2, 3, 3, padding=1), [random(2, 2, 5, 6)]),
    "conv2d_rectangular": (nn.Conv2d(2, 4, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2), [random(2, 2, 7, 6)]),
    "conv2d_same_reflect": (nn.Conv2d(2, 3, (2, 3), padding="same", padding_mode="reflect"), [random(1, 2, 5, 4)]),
    "conv3d": (nn.Conv3d(2, 3, 2), [random(1, 2, 3, 4, 5)]),
    "conv3d_cuboid": (nn.Conv3d(2, 2, (1, 3, 2), stride=(1, 2, 1), padding=(0, 1, 1), groups=2), [random(1, 2, 3, 5, 4)]),
    "conv_transpose1d": (nn.ConvTranspose1d(3, 4, 3, stride=2, padding=1, output_padding=1), [random(2, 3, 5)]),
    "conv_transpose2d": (nn.ConvTranspose2d(4, 2, (3, 2), stride=(2, 1), padding=(1, 0), groups=2, dilation=(1, 2)), [random(1, 4, 4, 3)]),
    "conv_transpose3d": (nn.ConvTranspose3d(2, 2, 2, stride=2, bias=False), [random(1, 2, 2, 3, 2)]),
    "batch_norm1d": (nn.BatchNorm1d(3), [random(4, 3, 5)]),
    "batch_norm1d_flat": (nn.BatchNorm1d(3, eps=1e-3, momentum=0.3), [random(6, 3)]),
    "batch_norm1d_evaluation": (nn.BatchNorm1d(3).eval(), [random(2, 3, 4)]),
    "batch_norm1d_untracked": (nn.BatchNorm1d(3, affine=False, track_running_stats=False).eval(), [random(4, 3)]),
    "batch_norm2d": (nn.BatchNorm2d(2), [random(3, 2, 3, 4)]),
    "batch_norm3d": (nn.BatchNorm3d(2), [random(2, 2, 2, 3, 2)]),
    "instance_norm1d": (nn.InstanceNorm1d(3), [random(2, 3, 5)]),
    "instance_norm1d_unbatched": (nn.InstanceNorm1d(3, affine=True), [random(3, 5)]),
    "instance_norm2d_tracked": (nn.InstanceNorm2d(2, affine=True, track_running_stats=True), [random(3, 2, 3, 4)]),
    "instance_norm3d": (nn.InstanceNorm3d(2, eps=1e-3), [random(1, 2, 2, 3, 2)]),
    "layer_norm": (nn.LayerNorm(5), [random(2, 3, 5)]),
    "layer_norm_two_dimensions": (nn.LayerNorm([3, 5], eps=1e-3), [random(2, 3, 5)]),
    "layer_norm_plain": (nn.LayerNorm(5, elementwise_affine=False), [random(2, 5)]),
    "group_norm": (nn.GroupNorm(2, 6), [random(3, 6, 4)]),
    "group_norm_plain": (nn.GroupNorm(1, 4, eps=1e-3, affine=False), [random(2, 4, 3, 2)]),
    "prelu": (nn.PReLU(), [random(2, 3, 4)]),
    "prelu_channels": (nn.PReLU(3, init=0.1), [random(2, 3, 4)]),
    "sequential": (nn.Sequential(nn.Conv1d(2, 3, 3), nn.PReLU(), nn.Flatten(), nn.Linear(12, 2)), [random(3, 2, 6)]),
}

tensors = {}
for case, (module, inputs) in CASES.items():
    with torch.no_grad():
        for key, value in module.named_parameters():
            value.copy_(random(*value.shape))
        for key, value in module.named_buffers():
            if key == "running_mean":
                value.copy_(random(*value.shape))
            if key == "running_var":
                value.copy_(random(*value.shape).abs() + 0.5)
    record(tensors, case, module, inputs, module)
write("layers.safetensors", tensors)
