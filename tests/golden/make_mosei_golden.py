"""Writes small computational sequences as the CMU Multimodal SDK stores them, with Debian's python3-h5py, and what numpy reads back from them.

    /usr/bin/python3 tests/golden/make_mosei_golden.py                                  the fixtures of the tests, tests/golden/mosei
    /usr/bin/python3 tests/golden/make_mosei_golden.py --learnable FOLDER --videos 60   a larger set whose emotions can be learned

The real files cannot be redistributed. Names, groups, types and units are theirs; widths, rates and lengths are smaller.
"""

import argparse
import json
import zlib
from pathlib import Path

import h5py
import numpy as np

EMOTIONS = ["happy", "sad", "anger", "surprise", "disgust", "fear"]
SPOKEN = {
    "happy": "wonderful great love smile fun", "sad": "sorry lost alone cry miss", "anger": "hate terrible stupid worst angry",
    "surprise": "wow sudden unbelievable really whoa", "disgust": "gross awful dirty smell sick", "fear": "afraid danger scary panic risk",
    "": "the movie was about people who came from there",
}


def write(path, name, entries, dimensions=None, compression=None, text=None):
    """One sequence: entries by key, each a pair of features and intervals."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w") as file:
        root = file.create_group(name)
        data = root.create_group("data")
        for key, (features, intervals) in entries.items():
            group = data.create_group(key)
            if text == "variable":
                column = group.create_dataset("features", (len(features), 1), dtype=h5py.string_dtype())
                column[:, 0] = features
            elif text == "fixed":
                group.create_dataset("features", data=np.array(features, "S32").reshape(-1, 1), compression=compression)
            else:
                group.create_dataset("features", data=features, compression=compression)
            group.create_dataset("intervals", data=intervals, compression=compression)
        metadata = root.create_group("metadata")
        said = {"root name": name, "dataset name": "CMU-MOSEI", "computational sequence version": "1.0"}
        if dimensions:
            said["dimension names"] = dimensions
        for key, value in said.items():
            metadata.create_dataset(key, (1,), dtype=h5py.string_dtype())[0] = json.dumps(value)


def frames(random, seconds, rate, width, level, dtype):
    count = int(seconds * rate)
    values = random.standard_normal((count, width)) + level(np.arange(count) / rate, width)
    starts = np.arange(count) / rate
    return values.astype(dtype), np.stack([starts, starts + 1 / rate], 1)


class Video:
    """Segments of some seconds with emotions; what is said, heard and seen in them tells which."""

    def __init__(self, random, segments, widths, rates, strength=2.0):
        self.spans, self.numbers, self.strength, clock = [], [], strength, 0.7
        for _ in range(segments):
            end = clock + random.uniform(2.5, 4.0)
            emotions = np.where(random.random(6) < 0.3, random.integers(1, 10, 6) / 3, 0)
            self.spans.append((clock, end))
            self.numbers.append([round(float(random.uniform(-3, 3)), 2), *emotions])
            clock = end + random.uniform(-0.3, 0.5)
        self.seconds = clock + 1.0
        self.words, self.word_times = self.speak(random)
        self.streams = {
            name: frames(random, self.seconds, rates[name], widths[name], self.level, dtype)
            for name, dtype in (("covarep", "f4"), ("facet", "f4"), ("openFace", "f8"))
        }

    def at(self, time):
        return [self.numbers[i] for i, (start, end) in enumerate(self.spans) if start <= time < end]

    def level(self, times, width):
        levels = np.zeros((len(times), width))
        for row, time in enumerate(times):
            for numbers in self.at(time):
                levels[row, : min(6, width)] += self.strength * (np.array(numbers[1:]) > 0)[: min(6, width)]
        return levels

    def speak(self, random):
        words, times, clock = [], [], 0.1
        while clock < self.seconds - 0.6:
            present = [EMOTIONS[i] for numbers in self.at(clock) for i in range(6) if numbers[i + 1] > 0]
            topic = random.choice(present) if present and random.random() < 0.7 else ""
            length = float(random.uniform(0.15, 0.5))
            words.append("sp" if random.random() < 0.15 else str(random.choice(SPOKEN[topic].split())))
            times.append((clock, clock + length))
            clock += length
        return words, np.array(times)


def vector(word, width):
    """A word's vector: zeros for a pause, as in the SDK's."""
    seed = int.from_bytes(word.encode()[:6], "little")
    return np.zeros(width) if word == "sp" else np.random.default_rng(seed).standard_normal(width)


def write_set(folder, videos, widths):
    write(folder / "labels/CMU_MOSEI_Labels.csd", "All Labels", {
        key: (np.array(video.numbers, "f4"), np.array(video.spans)) for key, video in videos.items()},
        ["sentiment", *EMOTIONS])
    write(folder / "language/CMU_MOSEI_TimestampedWords.csd", "words", {
        key: (video.words, video.word_times) for key, video in videos.items()}, text="fixed")
    write(folder / "language/CMU_MOSEI_TimestampedWordVectors.csd", "glove_vectors", {
        key: (np.stack([vector(word, widths["glove"]) for word in video.words]), video.word_times) for key, video in videos.items()},
        compression="gzip")
    write(folder / "acoustic/CMU_MOSEI_COVAREP.csd", "COVAREP", {
        key: video.streams["covarep"] for key, video in videos.items() if "covarep" in video.streams},
        [f"c{i}" for i in range(widths["covarep"])])
    write(folder / "visual/CMU_MOSEI_VisualFacet42.csd", "FACET 4.2", {
        key: video.streams["facet"] for key, video in videos.items()}, compression="gzip")
    write(folder / "visual/CMU_MOSEI_VisualOpenFace2.csd", "OpenFace_2", {
        key: video.streams["openFace"] for key, video in videos.items()}, ["AU01_r", "AU02_r", "pose_Tx"] if widths["openFace"] == 3 else None,
        compression="gzip")


def expected(videos):
    """What belongs to each segment, by numpy: the entries whose middle lies in it."""
    recordings = []
    for key in sorted(videos):
        video = videos[key]
        for number, (start, end) in enumerate(video.spans):
            if end - start < 1e-5:
                continue
            sources = {}
            streams = {**video.streams, "words": (video.words, video.word_times)}
            for name, (features, intervals) in streams.items():
                middle = intervals.mean(1)
                inside = np.flatnonzero((middle >= start) & (middle < end))
                if name == "words":
                    said = [video.words[i] for i in inside]
                    if any(word != "sp" for word in said):
                        sources[name] = {"entries": said}
                elif len(inside):
                    part = np.asarray(features[inside], "f4")
                    sources[name] = {"rows": len(inside), "finite": int(np.isfinite(part).sum()), "sum": float(part[np.isfinite(part)].sum(dtype="f8"))}
            numbers = video.numbers[number]
            present = [emotion for emotion, value in zip(EMOTIONS, numbers[1:]) if value > 0]
            recordings.append({"id": f"{key}[{number}]", "group": key, "emotions": ";".join(present) or "-",
                               "sentiment": "negative" if numbers[0] < 0 else "positive" if numbers[0] > 0 else "neutral", "sources": sources})
    return recordings


def fixtures(folder):
    random = np.random.default_rng(20180715)
    widths = {"covarep": 5, "facet": 4, "openFace": 3, "glove": 10}
    videos = {key: Video(random, 3, widths, {"covarep": 20, "facet": 10, "openFace": 10}) for key in ["-wny0OAz3g8", "103042", "Zb7[x_9Qk", "unlisted_id"]}
    # COVAREP measures no pitch in silence: NaN and -inf, as in the real file.
    covarep = videos["103042"].streams["covarep"][0]
    covarep[10:20, 1], covarep[30, :], covarep[:, 4] = np.nan, -np.inf, -np.inf
    # A video without sound features, a segment without words, one of no length.
    del videos["Zb7[x_9Qk"].streams["covarep"]
    first, last = videos["-wny0OAz3g8"].spans[1]
    video = videos["-wny0OAz3g8"]
    video.words = ["sp" if first - 0.6 < time[0] < last + 0.6 else word for word, time in zip(video.words, video.word_times)]
    videos["103042"].spans[2] = (videos["103042"].spans[2][0],) * 2
    # Sound features that end before the last segment begins.
    features, intervals = videos["unlisted_id"].streams["covarep"]
    kept = intervals[:, 1] < videos["unlisted_id"].spans[2][0]
    videos["unlisted_id"].streams["covarep"] = (features[kept], intervals[kept])
    write_set(folder / "set", videos, widths)
    (folder / "expected.json").write_text(json.dumps(expected(videos), indent=1) + "\n")
    (folder / "folds.json").write_text(json.dumps({"train": ["-wny0OAz3g8"], "valid": ["103042"], "test": ["Zb7[x_9Qk"]}) + "\n")
    aligned(folder / "aligned", videos)
    odd(folder / "odd")
    forms(folder / "forms.h5")


def aligned(folder, videos):
    """As after the SDK's alignment to the labels: a key per segment, some without entries."""
    labels, covarep, words = {}, {}, {}
    for key in ["-wny0OAz3g8", "unlisted_id"]:
        video = videos[key]
        for number, (start, end) in enumerate(video.spans):
            segment = f"{key}[{number}]"
            labels[segment] = (np.array([video.numbers[number]]), np.array([[start, end]]))
            features, intervals = video.streams["covarep"]
            inside = (intervals[:, 0] < end) & (intervals[:, 1] > start)
            if inside.any():
                covarep[segment] = (features[inside], intervals[inside])
            inside = (video.word_times[:, 0] < end) & (video.word_times[:, 1] > start)
            words[segment] = ([word for word, is_in in zip(video.words, inside) if is_in], video.word_times[inside])
    write(folder / "labels.csd", "All Labels", labels)
    write(folder / "sound.csd", "COVAREP", covarep, compression="gzip")
    write(folder / "language.csd", "words", words, text="variable")


def odd(folder):
    """Files that want something else than being read as data, or are not what they should be."""
    folder.mkdir(parents=True, exist_ok=True)
    one = {"v": (np.ones((2, 3), "f4"), np.array([[0, 1], [1, 2.0]]))}
    write(folder / "rows.csd", "COVAREP", {"v": (np.ones((3, 3), "f4"), one["v"][1])})
    write(folder / "intervals.csd", "COVAREP", {"v": (np.ones((2, 3), "f4"), np.ones((2, 3)))})
    write(folder / "labels.csd", "All Labels", one)
    write(folder / "lzf.csd", "COVAREP", one, compression="lzf")
    with h5py.File(folder / "empty.csd", "w"):
        pass
    with h5py.File(folder / "links.csd", "w") as file:
        data = file.create_group("COVAREP/data")
        data["external"] = h5py.ExternalLink("rows.csd", "/COVAREP/data/v")
        data["soft"] = h5py.SoftLink("/COVAREP/data/external")
        data.create_group("v")["features"] = h5py.ExternalLink("rows.csd", "/COVAREP/data/v/features")
        data["v/intervals"] = one["v"][1]
    with h5py.File(folder / "raw.csd", "w") as file:
        group = file.create_group("COVAREP/data/v")
        group["intervals"] = one["v"][1]
        group.create_dataset("features", (2, 3), "f4", external=[("rows.csd", 0, 24)])
    with h5py.File(folder / "virtual.csd", "w") as file:
        group = file.create_group("COVAREP/data/v")
        group["intervals"] = one["v"][1]
        layout = h5py.VirtualLayout((3, 3), "f4")
        layout[:] = h5py.VirtualSource("rows.csd", "/COVAREP/data/v/features", (3, 3))
        group.create_virtual_dataset("features", layout)
    with h5py.File(folder / "large.csd", "w") as file:
        group = file.create_group("COVAREP/data/v")
        group.create_dataset("intervals", (1 << 40, 2), "f8", chunks=(1 << 10, 2))
        group.create_dataset("features", (1 << 40, 1 << 20), "f4", chunks=(1, 1 << 10))
        group = file.create_group("COVAREP/data/chunk")
        group["intervals"] = one["v"][1]
        group.create_dataset("features", (2, 1 << 28), "f4", chunks=(2, 1 << 28))


def forms(path):
    """Every form of numbers, in one piece and in packed chunks; and chunks that do not unpack to their size. Values count from -4 or 0."""
    with h5py.File(path, "w") as file:
        for name in ["<f4", ">f4", "<f8", ">f8", "<i1", "<u1", "<i2", ">u2", "<u4", ">i4", "<i8", ">i8", ">u8"]:
            values = (np.arange(21) - (0 if "u" in name else 4)).reshape(7, 3).astype(name)
            file.create_dataset(f"piece/{name}", data=values)
            file.create_dataset(f"chunks/{name}", data=values, chunks=(3, 2), compression="gzip", shuffle=True)
        file.create_dataset("cube", data=np.arange(60, dtype="f4").reshape(5, 4, 3), chunks=(2, 3, 2), compression="gzip")
        file.create_dataset("half", data=np.ones((2, 2), "f2"))
        file.create_dataset("texts", data=np.array([["so"], ["well"], ["yes"]], "S6"), chunks=(2, 1), compression="gzip", shuffle=True)
        file.create_dataset("variable", (4, 1), dtype=h5py.string_dtype(), chunks=(2, 1))
        file.create_dataset("unwritten", (4, 2), "f4", chunks=(2, 2))
        for name, packed in {"short": zlib.compress(bytes(8)), "long": zlib.compress(bytes(99)), "noise": bytes(range(50))}.items():
            file.create_dataset(f"bad/{name}", (4, 2), "f4", chunks=(4, 2), compression="gzip").id.write_direct_chunk((0, 0), packed)


def learnable(folder, count):
    random = np.random.default_rng(7)
    widths = {"covarep": 74, "facet": 35, "openFace": 12, "glove": 50}
    videos = {f"video{i:03}": Video(random, 4, widths, {"covarep": 100, "facet": 30, "openFace": 30}, strength=0.2) for i in range(count)}
    for i, video in enumerate(videos.values()):
        features = video.streams["covarep"][0]
        features[random.random(len(features)) < 0.1, 2] = -np.inf
        if i % 10 == 9:
            del video.streams["covarep"]
    write_set(folder, videos, widths)
    keys = list(videos)
    (folder / "folds.json").write_text(json.dumps({"train": keys[: count * 7 // 10], "valid": keys[count * 7 // 10: count * 8 // 10], "test": keys[count * 8 // 10:]}))


arguments = argparse.ArgumentParser()
arguments.add_argument("--learnable", type=Path)
arguments.add_argument("--videos", type=int, default=60)
arguments = arguments.parse_args()
if arguments.learnable:
    learnable(arguments.learnable, arguments.videos)
else:
    fixtures(Path(__file__).parent / "mosei")
