#!/usr/bin/env python3
"""Writes audio/logmel.json and audio/resampling.json: what the audio plugin's signal processing must compute.

Everything is computed in float64 with numpy alone, from the published definitions, sharing nothing with the plugin:
the Fourier transform as a matrix of cosines and sines, the mel filters by interpolating each triangle, the
resampled signal as the direct sum of the windowed-sinc kernel. Run it from anywhere; it needs only numpy.
"""
import json
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parent / "audio"
SAMPLE_RATE = 8000


def speech_like(count, seed):
    """A chirp, a steady tone that stops, and noise 60 dB down, as 16-bit integers."""
    t = np.arange(count) / SAMPLE_RATE
    noise = np.random.RandomState(seed).uniform(-1, 1, count)
    chirp = np.sin(2 * np.pi * (200 + 3000 * t) * t)
    tone = np.where(t < 0.15, np.sin(2 * np.pi * 440 * t), 0)
    return np.round(32767 * (0.4 * chirp + 0.3 * tone + 0.001 * noise)).astype(int)


def hertz_to_mel(f, scale):
    if scale == "htk":
        return 2595 * np.log10(1 + f / 700)
    return np.where(f < 1000, 3 * f / 200, 15 + 27 * np.log(np.maximum(f, 1000) / 1000) / np.log(6.4))


def mel_to_hertz(m, scale):
    if scale == "htk":
        return 700 * (10 ** (m / 2595) - 1)
    return np.where(m < 15, 200 * m / 3, 1000 * 6.4 ** ((np.maximum(m, 15) - 15) / 27))


def filter_bank(s):
    bins = np.arange(s["fftSize"] // 2 + 1) * SAMPLE_RATE / s["fftSize"]
    top = s["maxFrequency"] or SAMPLE_RATE / 2
    mels = np.linspace(hertz_to_mel(np.float64(s["minFrequency"]), s["melScale"]), hertz_to_mel(np.float64(top), s["melScale"]), s["bands"] + 2)
    edges = mel_to_hertz(mels, s["melScale"])
    rows = []
    for low, peak, high in zip(edges, edges[1:], edges[2:]):
        row = np.interp(bins, [low, peak, high], [0, 1, 0], left=0, right=0)
        rows.append(row * 2 / (high - low) if s["melNorm"] == "slaney" else row)
    return np.array(rows)


def log_mel(samples, s):
    size, width = s["fftSize"], s["windowSize"] or s["fftSize"]
    hop = round(SAMPLE_RATE / s["frameRate"])
    if s["padding"] != "none":
        samples = np.pad(samples, size // 2, mode=s["padding"])
    window = np.zeros(size)
    left = (size - width) // 2
    window[left:left + width] = np.sin(np.pi * np.arange(width) / width) ** 2
    angle = 2 * np.pi * np.outer(np.arange(size // 2 + 1), np.arange(size)) / size
    frames = np.array([samples[i:i + size] * window for i in range(0, len(samples) - size + 1, hop)]).T
    magnitude = np.hypot(np.cos(angle) @ frames, np.sin(angle) @ frames)
    bands = filter_bank(s) @ magnitude ** s["power"]
    power = bands ** (2 / s["power"])
    level = 10 * np.log10(np.maximum(power, s["amin"])) - 10 * np.log10(max(s["amin"], power.max()))
    return np.maximum(level, -s["topDb"]).T[::s["frameStep"]]


DEFAULTS = dict(bands=12, frameRate=30, frameStep=1, fftSize=256, windowSize=0, padding="constant", power=2, melScale="slaney",
                melNorm="slaney", minFrequency=0, maxFrequency=0, amin=1e-10, topDb=80)

SETTINGS = [
    {},
    {"melScale": "htk"},
    {"melNorm": "none"},
    {"melScale": "htk", "melNorm": "none", "padding": "reflect"},
    {"padding": "reflect", "windowSize": 200},
    {"padding": "none", "fftSize": 300, "windowSize": 201},
    {"power": 1, "minFrequency": 100, "maxFrequency": 3000},
    {"topDb": 25, "frameRate": 100, "frameStep": 4},
    {"amin": 1e-3, "topDb": 120, "bands": 5},
]


def kaiser_sinc(time, cutoff):
    half = 64 / cutoff
    inside = np.abs(time) < half
    window = np.i0(10 * np.sqrt(np.maximum(0, 1 - (time / half) ** 2))) / np.i0(10)
    return np.where(inside, cutoff * np.sinc(cutoff * time) * window, 0)


def resample(samples, source, target):
    cutoff = 0.95 * min(1, target / source)
    count = -(-len(samples) * target // source)
    positions = np.arange(count) * source / target
    return np.array([kaiser_sinc(np.arange(len(samples)) - p, cutoff) @ samples for p in positions])


def rounded(values, digits):
    return json.loads(json.dumps(np.round(values, digits).tolist()))


def main():
    FOLDER.mkdir(exist_ok=True)
    samples = speech_like(2400, seed=1)
    cases = []
    for setting in SETTINGS:
        s = DEFAULTS | setting
        cases.append({"options": setting, "decibels": rounded(log_mel(samples / 32768, s), 6)})
    write("logmel.json", {"sampleRate": SAMPLE_RATE, "defaults": DEFAULTS, "samples": samples.tolist(), "cases": cases})

    samples = speech_like(300, seed=2)
    pairs = [(44100, 16000), (48000, 16000), (8000, 16000), (11025, 8000), (16001, 16000)]
    write("resampling.json", {"samples": samples.tolist(), "cases": [
        {"from": a, "to": b, "resampled": rounded(resample(samples / 32768, a, b), 8)} for a, b in pairs]})


def write(name, content):
    text = json.dumps(content, separators=(",", ":"))
    (FOLDER / name).write_text(text.replace('],[', '],\n[').replace('{"options"', '\n{"options"').replace('{"from"', '\n{"from"') + "\n")


if __name__ == "__main__":
    main()
