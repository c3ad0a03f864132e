"""Writes tests/golden/weights: small PyTorch files of both forms, what is in them, and pickles that call functions.

Run with a Python that has PyTorch: python3 tests/golden/make_weights_golden.py [FOLDER OF facenet-mtcnn .pt FILES]
"""

import collections
import hashlib
import io
import json
import pathlib
import pickle
import sys
import zipfile

import torch

OUT = pathlib.Path(__file__).parent / "weights"
TYPES = {
    "float64": torch.float64, "float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16,
    "int64": torch.int64, "int32": torch.int32, "int16": torch.int16, "int8": torch.int8, "uint8": torch.uint8, "bool": torch.bool,
}


def every_type():
    values = torch.tensor([0, 1, 2, 3, 100, 127], dtype=torch.float64).reshape(2, 3)
    state = collections.OrderedDict((name, values.to(dtype)) for name, dtype in TYPES.items())
    state["negative"] = torch.tensor([-1.5, float("inf"), -0.0])
    state["scalar"] = torch.tensor(7, dtype=torch.int64)
    state["empty"] = torch.zeros(0, 4)
    return state


def views():
    base = torch.arange(24, dtype=torch.float32)
    return {
        "whole": base,
        "transposed": base.reshape(2, 3, 4).permute(2, 0, 1),
        "strided": base[1::5],
        "inner": base.reshape(4, 6)[1:3, 2:5],
        "expanded": base[3:5].reshape(2, 1).expand(2, 4),
        "last": base[23],
    }


def module():
    torch.manual_seed(1)
    network = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    for index, parameter in enumerate(network.parameters()):
        parameter.data = torch.arange(parameter.numel(), dtype=torch.float32).reshape(parameter.shape) + index / 8
    return network


def checkpoint():
    network = module()
    return {"epoch": 3, "loss": 0.25, "name": "run", "best": None, "state_dict": network.state_dict(),
            "optimizer": {"state": {0: {"step": 5, "exp_avg": torch.ones(2)}}, "param_groups": [{"lr": 0.1, "params": [0]}]}}


def parts():
    return {"pnet": {"weight": torch.ones(2)}, "rnet": {"weight": torch.zeros(3), "layers": [torch.ones(1), torch.full((1,), 2.0)]}}


def parameters():
    return {"module.weight": torch.nn.Parameter(torch.arange(4, dtype=torch.float32)), "frozen": torch.nn.Parameter(torch.ones(2), requires_grad=False)}


SAVED = {"types": every_type, "views": views, "module": lambda: module().state_dict(), "checkpoint": checkpoint, "parts": parts,
         "wrapped": lambda: {"model": module().state_dict(), "epoch": 1}, "parameters": parameters}


def flatten(prefix, item):
    if isinstance(item, torch.Tensor):
        yield prefix, item
    elif isinstance(item, dict):
        for key, value in item.items():
            yield from flatten(f"{prefix}.{key}" if prefix else str(key), value)
    elif isinstance(item, (list, tuple)):
        for index, value in enumerate(item):
            yield from flatten(f"{prefix}.{index}", value)


def describe(tensor):
    return {"dtype": str(tensor.dtype).removeprefix("torch."), "shape": list(tensor.shape),
            "values": [str(value) for value in tensor.detach().to(torch.float64).reshape(-1).tolist()]}


class Call:
    def __init__(self, function, *arguments):
        self.function, self.arguments = function, arguments

    def __reduce__(self):
        return self.function, self.arguments


def zipped(pickled):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo("archive/data.pkl"), pickled)
        archive.writestr(zipfile.ZipInfo("archive/version"), b"3\n")
    return buffer.getvalue()


def hostile():
    import builtins
    import os
    system = pickle.dumps({"weight": Call(os.system, "echo executed")}, protocol=2)
    legacy = io.BytesIO()
    torch.save({"weight": torch.ones(1)}, legacy, _use_new_zipfile_serialization=False)
    head = legacy.getvalue()[: legacy.getvalue().index(b"}q\x00X\x06\x00\x00\x00weight") - 2]
    return {
        "system.zip.pt": zipped(system),
        "system.legacy.pt": head + system,
        "system.raw.pt": system,
        "system.protocol0.pt": pickle.dumps(Call(os.system, "echo executed"), protocol=0),
        "system.protocol4.pt": pickle.dumps(Call(os.system, "echo executed"), protocol=4),
        "eval.zip.pt": zipped(pickle.dumps(Call(builtins.eval, "1"), protocol=2)),
        "inst.zip.pt": zipped(b"\x80\x02(X\x01\x00\x00\x001iposix\nsystem\n."),
        "module.zip.pt": saved(torch.nn.Linear(1, 1)),
    }


def saved(item, **options):
    buffer = io.BytesIO()
    torch.save(item, buffer, **options)
    return buffer.getvalue()


def sums(folder):
    table = {}
    for path in sorted(folder.glob("*.pt")):
        state = torch.load(path, map_location="cpu")
        table[path.name] = {
            name: {"shape": list(tensor.shape), "sum": tensor.double().sum().item(),
                   "sha256": hashlib.sha256(tensor.contiguous().numpy().tobytes()).hexdigest()}
            for name, tensor in state.items()}
    return table


def main():
    OUT.mkdir(exist_ok=True)
    expected = {}
    for name, make in SAVED.items():
        item = make()
        (OUT / f"{name}.zip.pt").write_bytes(saved(item))
        (OUT / f"{name}.legacy.pt").write_bytes(saved(item, _use_new_zipfile_serialization=False))
        tensors = item["state_dict"] if name == "checkpoint" else item["model"] if name == "wrapped" else item
        expected[name] = {key: describe(tensor) for key, tensor in flatten("", tensors)}
    (OUT / "types.protocol4.pt").write_bytes(saved(every_type(), pickle_protocol=4))
    for name, content in hostile().items():
        (OUT / f"hostile.{name}").write_bytes(content)
    (OUT / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
    if len(sys.argv) > 1:
        (OUT / "facenet-mtcnn.json").write_text(json.dumps(sums(pathlib.Path(sys.argv[1])), indent=1) + "\n")


main()
