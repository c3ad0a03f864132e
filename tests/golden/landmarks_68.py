#!/usr/bin/env python3
"""Writes landmarks_68.json: what the 68-point network of the npm package @vladmandic/face-api finds, computed by PyTorch.

The network is written here from the shapes of its weights, the reader of its quantised weights too. Three parts: a picture and weights that both come
from a formula; the same picture with the package's weights; and squares of frames of GRID clips with the package's weights. Usage:

    landmarks_68.py FOLDER CLIPS

FOLDER is the package's folder model (npm pack @vladmandic/face-api@1.7.15), CLIPS the folder of the GRID clips. It needs PyTorch and ffmpeg (the committed
file: 1.13.1). The results are numbers; neither weights nor pictures are stored.
"""
import json
import math
import pathlib
import subprocess
import sys

import torch
import torch.nn.functional as F

FILE = pathlib.Path(__file__).parent / "landmarks_68.json"
SIDE = 112
FRAME = 30
FACES = {"bbaf2n": (82, 108, 140), "brbk7n": (100, 108, 140), "lbax4n": (118, 95, 154), "lrwp9a": (113, 99, 147), "pwij3p": (108, 97, 147)}  # left, top, side


def wave(count, seed):
    """The formula: values that look random but need no generator."""
    i = torch.arange(count, dtype=torch.float64)
    return torch.sin(1.7 * i + 0.3 * seed) * torch.cos(0.31 * i * i / (count + 1) + seed)


def shapes():
    """Names and shapes of the weights, as TensorFlow orders them: [height, width, inputs, outputs]."""
    result, inputs = {}, 3
    for block, outputs in enumerate((32, 64, 128, 256)):
        for index in range(4):
            name = f"dense{block}/conv{index}"
            if block == index == 0:
                result[f"{name}/filters"] = [3, 3, inputs, outputs]
            else:
                result[f"{name}/depthwise_filter"] = [3, 3, inputs if index == 0 else outputs, 1]
                result[f"{name}/pointwise_filter"] = [1, 1, inputs if index == 0 else outputs, outputs]
            result[f"{name}/bias"] = [outputs]
        inputs = outputs
    return result | {"fc/weights": [256, 136], "fc/bias": [136]}


def formula_weights():
    weights = {}
    for seed, (name, shape) in enumerate(shapes().items()):
        count = math.prod(shape)
        inputs = {"filters": 27, "depthwise_filter": 9, "pointwise_filter": shape[-2] if len(shape) > 1 else 1, "weights": 256, "bias": 400}[name.split("/")[-1]]
        weights[name] = (2 / math.sqrt(inputs)) * wave(count, seed).reshape(shape)
    return weights


def package_weights(folder):
    weights = {}
    for group in json.loads((folder / "face_landmark_68_model-weights_manifest.json").read_text()):
        data, place = b"".join((folder / path).read_bytes() for path in group["paths"]), 0
        for entry in group["weights"]:
            count = math.prod(entry["shape"])
            stored = torch.tensor(list(data[place:place + count]), dtype=torch.float32)
            place += count
            values = stored * entry["quantization"]["scale"] + entry["quantization"]["min"]
            weights[entry["name"]] = values.double().reshape(entry["shape"])
    return weights


def same(x, kernels, stride, groups=1):
    """Convolution padded as TensorFlow's "same": an odd row or column goes to the lower right."""
    total = [max(0, (math.ceil(size / stride) - 1) * stride + kernels.shape[2] - size) for size in x.shape[2:]]
    x = F.pad(x, (total[1] // 2, total[1] - total[1] // 2, total[0] // 2, total[0] - total[0] // 2))
    return F.conv2d(x, kernels, stride=stride, groups=groups)


def network(weights, pictures):
    def layer(x, name, stride):
        if f"{name}/filters" in weights:
            x = same(x, weights[f"{name}/filters"].permute(3, 2, 0, 1), stride)
        else:
            x = same(x, weights[f"{name}/depthwise_filter"].permute(2, 3, 0, 1), stride, x.shape[1])
            x = F.conv2d(x, weights[f"{name}/pointwise_filter"].permute(3, 2, 0, 1))
        return x + weights[f"{name}/bias"][:, None, None]

    x = (pictures - torch.tensor([122.782, 117.001, 104.298], dtype=torch.float64)[:, None, None]) / 255
    for block in range(4):
        sums = layer(x, f"dense{block}/conv0", 2)
        x = torch.relu(sums)
        parts = [x]
        for index in range(1, 4):
            parts.append(layer(torch.relu(sum(parts)), f"dense{block}/conv{index}", 1))
        x = torch.relu(sum(parts))
    x = F.avg_pool2d(x, 7, 2).flatten(1)
    return x @ weights["fc/weights"] + weights["fc/bias"]


def frame(path):
    size = (288, 360)
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-vf", f"select=eq(n\\,{FRAME})", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    data = subprocess.run(command, check=True, capture_output=True).stdout
    return torch.tensor(list(data), dtype=torch.float64).reshape(*size, 3).permute(2, 0, 1)


def face(picture, left, top, side):
    """A square whose side is a multiple of 7, reduced with a triangle filter; a rim of a seventh is cut out too, so that the filter sees what lies around."""
    rim = side // 7
    scale = SIDE / side
    part = picture[None, :, top - rim:top + side + rim, left - rim:left + side + rim]
    small = F.interpolate(part, size=round((side + 2 * rim) * scale), mode="bilinear", align_corners=False, antialias=True)
    edge = round(rim * scale)
    return small[:, :, edge:edge + SIDE, edge:edge + SIDE]


def main(folder, clips):
    formula_picture = (127.5 + 127.5 * wave(3 * SIDE * SIDE, 5)).reshape(1, 3, SIDE, SIDE)
    package = package_weights(folder)
    faces = {}
    for name, (left, top, side) in FACES.items():
        points = network(package, face(frame(clips / f"{name}.mpg"), left, top, side))[0].reshape(68, 2)
        faces[name] = {"square": [left, top, side], "points": [round(v, 3) for v in (points * side + torch.tensor([left, top])).flatten().tolist()]}
    FILE.write_text(json.dumps({
        "shapes": shapes(),
        "formula": network(formula_weights(), formula_picture)[0].tolist(),
        "package": network(package, formula_picture)[0].tolist(),
        "frame": FRAME,
        "faces": faces,
    }, indent=1) + "\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
