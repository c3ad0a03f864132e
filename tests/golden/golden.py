"""Writes golden values: PyTorch's outputs and gradients, which the tests of the tensor runtime compare with.

Run every make_*.py beside this file with a Python that has PyTorch (Debian: apt-get install python3-torch), from any folder:

    for f in tests/golden/make_*.py; do /usr/bin/python3 "$f"; done

The committed files were made with PyTorch 1.13.1.
"""

import json
import pathlib
import struct

import torch

FOLDER = pathlib.Path(__file__).parent
TYPES = {torch.float64: "F64", torch.int64: "I64", torch.bool: "BOOL"}

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def write(name, tensors):
    """Writes tensors as a safetensors file: the header's length, the header as JSON, the values."""
    header, parts, offset = {}, [], 0
    for key, tensor in tensors.items():
        data = tensor.detach().contiguous().numpy().tobytes()
        header[key] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, offset + len(data)]}
        parts.append(data)
        offset += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    (FOLDER / name).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def random(*shape):
    return torch.randn(shape)


def leaf(tensor):
    """A copy that gradients are computed for, if it can have them."""
    copy = tensor.detach().clone()
    return copy.requires_grad_() if copy.is_floating_point() else copy


def record(tensors, case, compute, inputs, module=None):
    """Records inputs, outputs and the gradients of the sum of outputs times a random cotangent."""
    inputs = [leaf(tensor) for tensor in inputs]
    for i, tensor in enumerate(inputs):
        tensors[f"{case}/input/{i}"] = tensor
    if module is not None:
        for key, value in module.state_dict().items():
            tensors[f"{case}/state/{key}"] = value.clone()
    outputs = compute(*inputs)
    outputs = [o for o in (outputs if isinstance(outputs, (tuple, list)) else [outputs]) if o is not None]
    total = 0
    for i, output in enumerate(outputs):
        tensors[f"{case}/output/{i}"] = output
        if output.requires_grad:
            tensors[f"{case}/cotangent/{i}"] = random(*output.shape)
            total = total + (output * tensors[f"{case}/cotangent/{i}"]).sum()
    if torch.is_tensor(total):
        total.backward()
    for i, tensor in enumerate(inputs):
        if tensor.grad is not None:
            tensors[f"{case}/gradient/{i}"] = tensor.grad
    if module is not None:
        for key, value in module.named_parameters():
            if value.grad is not None:
                tensors[f"{case}/gradient/{key}"] = value.grad
        for key, value in module.named_buffers():
            tensors[f"{case}/after/{key}"] = value
