#!/usr/bin/env python3
"""Writes face/mtcnn.json and face/tiny.json: the faces that two detectors find in GRID clips.

The detectors are written down here a second time, with PyTorch alone and in its own terms (loops, area interpolation,
one crop at a time), and share nothing with the library. Only boxes, scores and points are stored, nothing of the pictures.

usage: make_face_golden.py GRID_FOLDER MTCNN_FOLDER TINY_MANIFEST
    GRID_FOLDER    the clips (*.mpg)
    MTCNN_FOLDER   pnet.pt, rnet.pt, onet.pt
    TINY_MANIFEST  tiny_face_detector_model-weights_manifest.json of the npm package @vladmandic/face-api, its .bin beside it
"""
import json
import math
import pathlib
import subprocess
import sys

import numpy as np
import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).parent / "face"
RATE = 2


def frames_of(path):
    """Frames as uint8 [T, H, W, 3], two a second."""
    graph = f"fps=fps={RATE}:start_time=0:eof_action=pass"
    probe = ["ffprobe", "-v", "error", "-select_streams", "V:0", "-show_entries", "stream=width,height", "-of", "json", str(path)]
    stream = json.loads(subprocess.check_output(probe))["streams"][0]
    width, height = stream["width"], stream["height"]
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(path), "-map", "0:V:0", "-vf", graph, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    raw = subprocess.check_output(command)
    return np.frombuffer(raw, np.uint8).reshape(-1, height, width, 3)


# --- MTCNN (Zhang et al. 2016), with the conventions of the network that the weights were published with


def prelu(x, w):
    return torch.where(x > 0, x, x * w.view([1, -1] + [1] * (x.dim() - 2)))


def pnet(x, w):
    x = prelu(F.conv2d(x, w["conv1.weight"], w["conv1.bias"]), w["prelu1.weight"])
    x = F.max_pool2d(x, 2, 2, ceil_mode=True)
    x = prelu(F.conv2d(x, w["conv2.weight"], w["conv2.bias"]), w["prelu2.weight"])
    x = prelu(F.conv2d(x, w["conv3.weight"], w["conv3.bias"]), w["prelu3.weight"])
    scores = F.conv2d(x, w["conv4_1.weight"], w["conv4_1.bias"]).softmax(1)[:, 1]
    return scores, F.conv2d(x, w["conv4_2.weight"], w["conv4_2.bias"])


def rnet(x, w):
    x = F.max_pool2d(prelu(F.conv2d(x, w["conv1.weight"], w["conv1.bias"]), w["prelu1.weight"]), 3, 2, ceil_mode=True)
    x = F.max_pool2d(prelu(F.conv2d(x, w["conv2.weight"], w["conv2.bias"]), w["prelu2.weight"]), 3, 2, ceil_mode=True)
    x = prelu(F.conv2d(x, w["conv3.weight"], w["conv3.bias"]), w["prelu3.weight"])
    x = x.permute(0, 3, 2, 1).reshape(len(x), -1)
    x = prelu(F.linear(x, w["dense4.weight"], w["dense4.bias"]), w["prelu4.weight"])
    return F.linear(x, w["dense5_1.weight"], w["dense5_1.bias"]).softmax(1)[:, 1], F.linear(x, w["dense5_2.weight"], w["dense5_2.bias"])


def onet(x, w):
    x = F.max_pool2d(prelu(F.conv2d(x, w["conv1.weight"], w["conv1.bias"]), w["prelu1.weight"]), 3, 2, ceil_mode=True)
    x = F.max_pool2d(prelu(F.conv2d(x, w["conv2.weight"], w["conv2.bias"]), w["prelu2.weight"]), 3, 2, ceil_mode=True)
    x = F.max_pool2d(prelu(F.conv2d(x, w["conv3.weight"], w["conv3.bias"]), w["prelu3.weight"]), 2, 2, ceil_mode=True)
    x = prelu(F.conv2d(x, w["conv4.weight"], w["conv4.bias"]), w["prelu4.weight"])
    x = x.permute(0, 3, 2, 1).reshape(len(x), -1)
    x = prelu(F.linear(x, w["dense5.weight"], w["dense5.bias"]), w["prelu5.weight"])
    heads = [F.linear(x, w[f"dense6_{k}.weight"], w[f"dense6_{k}.bias"]) for k in (1, 2, 3)]
    return heads[0].softmax(1)[:, 1], heads[1], heads[2]


def suppress(boxes, scores, limit, smaller=False):
    """Indices that survive; smaller: intersection over the smaller area, on whole-pixel areas (+1), else over the union."""
    one = 1 if smaller else 0
    area = lambda b: (b[2] - b[0] + one) * (b[3] - b[1] + one)
    kept = []
    for i in sorted(range(len(scores)), key=lambda i: -scores[i]):
        def clashes(j):
            a, b = boxes[i], boxes[j]
            w = max(0.0, min(a[2], b[2]) - max(a[0], b[0]) + one)
            h = max(0.0, min(a[3], b[3]) - max(a[1], b[1]) + one)
            whole = min(area(a), area(b)) if smaller else area(a) + area(b) - w * h
            return w * h / whole > limit
        if not any(clashes(j) for j in kept):
            kept.append(i)
    return kept


def regress(box, reg):
    w, h = box[2] - box[0] + 1, box[3] - box[1] + 1
    return [box[0] + reg[0] * w, box[1] + reg[1] * h, box[2] + reg[2] * w, box[3] + reg[3] * h]


def square(box):
    w, h = box[2] - box[0], box[3] - box[1]
    side = max(w, h)
    left, top = box[0] + w / 2 - side / 2, box[1] + h / 2 - side / 2
    return [left, top, left + side, top + side]


def crop(image, box, size):
    """The part of [3, H, W] inside a box, whole pixels, as [3, size, size]; None where it lies outside."""
    height, width = image.shape[1:]
    left, top, right, bottom = [math.trunc(v) for v in box]
    left, top, right, bottom = max(left, 1), max(top, 1), min(right, width), min(bottom, height)
    if bottom <= top - 1 or right <= left - 1:
        return None
    part = image[:, top - 1:bottom, left - 1:right]
    return (F.interpolate(part[None], size=(size, size), mode="area")[0] - 127.5) / 128


def mtcnn(image, nets, min_size=20, factor=0.709, thresholds=(0.6, 0.7, 0.7)):
    height, width = image.shape[1:]
    scale, boxes, scores = 12 / min_size, [], []
    while min(height, width) * scale >= 12:
        size = (int(height * scale + 1), int(width * scale + 1))
        probability, reg = pnet((F.interpolate(image[None], size=size, mode="area") - 127.5) / 128, nets["p"])
        found, values, regs = [], [], []
        for y, x in (probability[0] >= thresholds[0]).nonzero().tolist():
            found.append([math.floor((2 * x + 1) / scale), math.floor((2 * y + 1) / scale), math.floor((2 * x + 12) / scale), math.floor((2 * y + 12) / scale)])
            values.append(probability[0, y, x].item())
            regs.append(reg[0, :, y, x].tolist())
        for i in suppress(found, values, 0.5):
            boxes.append(found[i] + regs[i])
            scores.append(values[i])
        scale *= factor

    kept = suppress(boxes, scores, 0.7)
    boxes = [boxes[i] for i in kept]
    boxes = [[b[0] + b[4] * (b[2] - b[0]), b[1] + b[5] * (b[3] - b[1]), b[2] + b[6] * (b[2] - b[0]), b[3] + b[7] * (b[3] - b[1])] for b in boxes]
    boxes = [square(b) for b in boxes]

    pairs = [(b, c) for b in boxes if (c := crop(image, b, 24)) is not None]
    if not pairs:
        return []
    score, reg = rnet(torch.stack([c for _, c in pairs]), nets["r"])
    good = [i for i in range(len(pairs)) if score[i] > thresholds[1]]
    boxes, scores, regs = [pairs[i][0] for i in good], [score[i].item() for i in good], [reg[i].tolist() for i in good]
    kept = suppress(boxes, scores, 0.7)
    boxes = [square(regress(boxes[i], regs[i])) for i in kept]

    pairs = [(b, c) for b in boxes if (c := crop(image, b, 48)) is not None]
    if not pairs:
        return []
    score, reg, points = onet(torch.stack([c for _, c in pairs]), nets["o"])
    faces = []
    for i, (b, _) in enumerate(pairs):
        if score[i] > thresholds[2]:
            w, h = b[2] - b[0] + 1, b[3] - b[1] + 1
            p = points[i].tolist()
            faces.append({"score": score[i].item(), "box": regress(b, reg[i].tolist()),
                          "points": [[w * p[k] + b[0] - 1, h * p[5 + k] + b[1] - 1] for k in range(5)]})
    kept = suppress([f["box"] for f in faces], [f["score"] for f in faces], 0.7, smaller=True)
    return [faces[i] for i in kept]


# --- the tiny face detector: a small YOLO v2 with separable convolutions (Redmon and Farhadi 2017)

ANCHORS = [(1.603231, 2.094468), (6.041143, 7.080126), (2.882459, 3.518061), (4.266906, 5.178857), (9.041765, 10.66308)]
MEAN = torch.tensor([117.001, 114.697, 97.404]).view(3, 1, 1)


def read_tfjs(manifest):
    group = json.loads(manifest.read_text())[0]
    raw = b"".join((manifest.parent / path).read_bytes() for path in group["paths"])
    weights, offset = {}, 0
    for entry in group["weights"]:
        count, q = math.prod(entry["shape"]), entry["quantization"]
        values = np.frombuffer(raw, np.uint8, count, offset).astype(np.float32) * np.float32(q["scale"]) + np.float32(q["min"])
        weights[entry["name"]] = torch.from_numpy(values.reshape(entry["shape"]))
        offset += count
    return weights


def tiny(image, w, size=416, threshold=0.3):
    height, width = image.shape[1:]
    side = max(height, width)
    padded = F.pad(image, (0, side - width, 0, side - height))
    # Pixel i of the output lies at i * side / size of the input: the corners coincide, not the centres.
    at = torch.arange(size) * (side / size)
    low = at.floor().long().clamp(max=side - 1)
    high, part = (low + 1).clamp(max=side - 1), at - low
    rows = padded[:, low] * (1 - part).view(1, -1, 1) + padded[:, high] * part.view(1, -1, 1)
    x = rows[:, :, low] * (1 - part) + rows[:, :, high] * part
    x = ((x - MEAN) / 255)[None]
    x = F.leaky_relu(F.conv2d(x, w["conv0/filters"].permute(3, 2, 0, 1), w["conv0/bias"]), 0.1)
    for k in range(1, 6):
        x = F.max_pool2d(x, 2, 2, ceil_mode=True)
        depth = w[f"conv{k}/depthwise_filter"].permute(2, 3, 0, 1)
        x = F.conv2d(x, depth, padding=1, groups=len(depth))
        x = F.leaky_relu(F.conv2d(x, w[f"conv{k}/pointwise_filter"].permute(3, 2, 0, 1), w[f"conv{k}/bias"]), 0.1)
    x = F.max_pool2d(F.pad(x, (0, 1, 0, 1), value=-math.inf), 2, 1)
    x = F.conv2d(x, w["conv8/filters"].permute(3, 2, 0, 1), w["conv8/bias"])[0]
    cells = x.shape[1]
    boxes, scores = [], []
    for row in range(cells):
        for column in range(cells):
            for k, (aw, ah) in enumerate(ANCHORS):
                tx, ty, tw, th, to = x[5 * k:5 * k + 5, row, column].tolist()
                score = 1 / (1 + math.exp(-to))
                if score > threshold:
                    cx, cy = column + 1 / (1 + math.exp(-tx)), row + 1 / (1 + math.exp(-ty))
                    bw, bh = aw * math.exp(tw), ah * math.exp(th)
                    boxes.append([v * side / cells for v in (cx - bw / 2, cy - bh / 2, cx + bw / 2, cy + bh / 2)])
                    scores.append(score)
    return [{"score": scores[i], "box": boxes[i]} for i in suppress(boxes, scores, 0.4)]


def rounded(value):
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return {k: rounded(v) for k, v in value.items()} if isinstance(value, dict) else round(value, 5)


def write(name, clips, detect):
    answer = {clip: [rounded(detect(torch.from_numpy(f.copy()).permute(2, 0, 1).float())) for f in frames] for clip, frames in clips.items()}
    (OUT / name).write_text(json.dumps({"frameRate": RATE, "clips": answer}) + "\n")
    print(name, {clip: [len(f) for f in frames] for clip, frames in answer.items()})


def main():
    grid, weights, manifest = map(pathlib.Path, sys.argv[1:])
    clips = {path.name: frames_of(path) for path in sorted(grid.glob("*.mpg"))}
    nets = {k: torch.load(weights / f"{k}net.pt") for k in "pro"}
    tfjs = read_tfjs(manifest)
    OUT.mkdir(exist_ok=True)
    with torch.no_grad():
        write("mtcnn.json", clips, lambda image: mtcnn(image, nets))
        write("tiny.json", clips, lambda image: tiny(image, tfjs))


main()
