"""Makes a folder of recordings that has the size of real ones, to measure trainings with the landmarks' backbone on.

    python3 benchmarks/landmark_set.py RAVDESS FOLDER [--recordings N]

Each recording is a WAV file of RAVDESS (linked) and a table of OpenFace beside it, in which 68 points of a face move as the recording's number says: 105 frames, 30 a second.
What can be learned from such points means nothing; how long it takes is the same. The configuration is benchmarks/audio-landmarks.json.
"""
import argparse
import math
import os
import pathlib

POINTS = range(68)
HEADER = ["frame", "timestamp", "confidence", *(f"{axis}_{point}" for axis in "xy" for point in POINTS)]


def table(number, frames=105, rate=30):
    """Gives the lines of a table: an ellipse of points, each on a small way of its own."""
    yield ", ".join(HEADER)
    angles = [2 * math.pi * point / len(POINTS) for point in POINTS]
    for frame in range(frames):
        time = frame / rate
        x = [640 + 150 * math.cos(angle) + 6 * math.sin(4 * time + number + angle) for angle in angles]
        y = [360 + 200 * math.sin(angle) + 4 * math.cos(5 * time + number - angle) for angle in angles]
        yield ", ".join([str(frame + 1), f"{time:.3f}", "0.98", *(f"{value:.1f}" for value in x + y)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("ravdess", type=pathlib.Path, help="the folder with RAVDESS's WAV files, also in folders of their own")
    parser.add_argument("folder", type=pathlib.Path, help="the folder to make")
    parser.add_argument("--recordings", type=int, default=256)
    options = parser.parse_args()

    sounds = sorted(options.ravdess.rglob("*.wav"))[:options.recordings]
    if len(sounds) < options.recordings:
        raise SystemExit(f"benchmarks/landmark_set.py: '{options.ravdess}' has {len(sounds)} WAV files, not {options.recordings}.")
    training = options.folder / "train"
    training.mkdir(parents=True, exist_ok=True)
    for number, sound in enumerate(sounds):
        link = training / sound.name
        if not link.is_symlink():
            os.symlink(sound.resolve(), link)
        link.with_suffix(".csv").write_text("\n".join(table(number)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
