"""WAV to log-mel in plain PyTorch, by torchaudio where it is installed, else by the same steps: STFT, power, triangular bands, decibels."""
import math
import wave

import torch

RATE, BANDS, FRAMES_PER_SECOND, FFT = 16000, 128, 30, 2048

try:
    import torchaudio
except ImportError:
    torchaudio = None

state = {}


def hertz_to_mel(hertz):
    return 2595 * math.log10(1 + hertz / 700)


def prepare():
    torch.set_num_threads(1)
    hop = round(RATE / FRAMES_PER_SECOND)
    if torchaudio is not None:
        state["mel"] = torchaudio.transforms.MelSpectrogram(RATE, n_fft=FFT, hop_length=hop, n_mels=BANDS)
        return
    edges = torch.linspace(0, hertz_to_mel(RATE / 2), BANDS + 2)
    edges = 700 * (10 ** (edges / 2595) - 1)
    bins = torch.linspace(0, RATE / 2, FFT // 2 + 1)
    rising = (bins[:, None] - edges[None, :-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[None, 2:] - bins[:, None]) / (edges[2:] - edges[1:-1])
    bands, window = torch.clamp(torch.minimum(rising, falling), min=0), torch.hann_window(FFT)

    def mel(samples):
        spectrum = torch.stft(samples, FFT, hop, window=window, return_complex=True)
        return torch.matmul(spectrum.abs().pow(2).t(), bands).t()

    state["mel"] = mel


def read(path):
    with wave.open(path) as file:
        samples = torch.frombuffer(bytearray(file.readframes(file.getnframes())), dtype=torch.int16).float() / 32768
    power = state["mel"](samples)
    decibels = 10 * torch.log10(torch.clamp(power, min=1e-10))
    return tuple(torch.clamp(decibels - decibels.max(), min=-80).shape)
