"""The paper's encoders in plain PyTorch, the straightforward way: one module per operation, nothing merged."""
import math

import torch
from torch import nn
from torchvision.models.video import r2plus1d_18

FEATURES = 512
NODES = 51


class GlobalLayerNorm(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(1, channels, 1))
        self.offset = nn.Parameter(torch.zeros(1, channels, 1))

    def forward(self, values):  # [B, C, T]
        mean = values.mean(dim=1, keepdim=True).mean(dim=2, keepdim=True)
        variance = ((values - mean) ** 2).mean(dim=1, keepdim=True).mean(dim=2, keepdim=True)
        return self.gain * (values - mean) / torch.sqrt(variance + 1e-5) + self.offset


class TcnBlock(nn.Module):
    def __init__(self, channels, hidden, dilation):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv1d(channels, hidden, 1), nn.PReLU(), GlobalLayerNorm(hidden),
            nn.Conv1d(hidden, hidden, 3, padding=dilation, dilation=dilation, groups=hidden), nn.PReLU(), GlobalLayerNorm(hidden),
            nn.Conv1d(hidden, channels, 1), nn.Dropout(0.1))

    def forward(self, values):
        return values + self.layers(values)


class Tcn(nn.Module):
    """Conv-TasNet's separation network: 2 repeats of 5 blocks, 64 channels, 128 within a block."""

    def __init__(self, bands=128, channels=64, hidden=128):
        super().__init__()
        blocks = [TcnBlock(channels, hidden, 2 ** (index % 5)) for index in range(10)]
        self.network = nn.Sequential(GlobalLayerNorm(bands), nn.Conv1d(bands, channels, 1), *blocks)
        self.output = nn.Sequential(nn.PReLU(), nn.Linear(channels, FEATURES))

    def forward(self, windows):  # [B, T, bands]
        return self.output(self.network(windows.transpose(1, 2)).mean(dim=2))


class GatedTemporalConvolution(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.a = nn.Conv2d(inputs, outputs, (1, 3))
        self.b = nn.Conv2d(inputs, outputs, (1, 3))
        self.c = nn.Conv2d(inputs, outputs, (1, 3))

    def forward(self, values):  # [B, nodes, T, C]
        image = values.permute(0, 3, 1, 2)
        result = self.a(image) + torch.sigmoid(self.b(image))
        return torch.relu(result + self.c(image)).permute(0, 2, 3, 1)


class StgcnBlock(nn.Module):
    def __init__(self, inputs, channels=64, graph_channels=16):
        super().__init__()
        self.temporal1 = GatedTemporalConvolution(inputs, channels)
        self.theta = nn.Parameter(torch.empty(channels, graph_channels).uniform_(-0.25, 0.25))
        self.temporal2 = GatedTemporalConvolution(graph_channels, channels)
        self.norm = nn.BatchNorm2d(NODES)

    def forward(self, values, adjacency):
        hidden = self.temporal1(values)
        mixed = torch.einsum("ij,jklm->kilm", adjacency, hidden.permute(1, 0, 2, 3))
        hidden = torch.relu(torch.matmul(mixed, self.theta))
        return self.norm(self.temporal2(hidden))


class Stgcn(nn.Module):
    def __init__(self, frames=90, inputs=2, channels=64):
        super().__init__()
        graph = torch.rand(NODES, NODES) < 0.05
        graph = (graph | graph.t()).float() + torch.eye(NODES)
        scale = graph.sum(dim=1).rsqrt()
        self.register_buffer("adjacency", scale[:, None] * graph * scale[None, :])
        self.block1 = StgcnBlock(inputs)
        self.block2 = StgcnBlock(channels)
        self.temporal = GatedTemporalConvolution(channels, channels)
        self.dropout = nn.Dropout(0.1)
        self.fc1 = nn.Linear((frames - 10) * channels, FEATURES)
        self.fc2 = nn.Linear(NODES * FEATURES, FEATURES)

    def forward(self, windows):  # [B, T, nodes, C]
        hidden = self.block1(windows.transpose(1, 2), self.adjacency)
        hidden = self.temporal(self.block2(hidden, self.adjacency))
        hidden = self.dropout(hidden).reshape(hidden.shape[0], NODES, -1)
        return self.fc2(self.fc1(hidden).reshape(hidden.shape[0], -1))


class TextTransformer(nn.Module):
    def __init__(self, width=300, frames=30):
        super().__init__()
        position = torch.arange(frames)[:, None] * torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
        table = torch.zeros(frames, 1, width)
        table[:, 0, 0::2], table[:, 0, 1::2] = torch.sin(position), torch.cos(position)
        self.register_buffer("positions", table)
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(width, 5, 2048, 0.1), 6)
        self.dropout = nn.Dropout(0.1)
        self.fc = nn.Linear(width, FEATURES)

    def forward(self, windows):  # [B, T, width]
        hidden = self.encoder(self.dropout(windows.transpose(0, 1) + self.positions))
        return self.fc(self.dropout(hidden.mean(dim=0)))


class Face(nn.Module):
    def __init__(self):
        super().__init__()
        self.network = r2plus1d_18()
        self.network.fc = nn.Sequential(nn.Dropout(0.1), nn.Linear(512, FEATURES))

    def forward(self, windows):  # [B, T, 3, 112, 112]
        return self.network(windows.transpose(1, 2))


class Vectors(nn.Module):
    def __init__(self, width=35):
        super().__init__()
        self.fc = nn.Linear(width, FEATURES)

    def forward(self, windows):  # [B, 1, width]
        return self.fc(windows.mean(dim=1))


class ProjectionHead(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Linear(FEATURES, 1024), nn.ReLU(), nn.Linear(1024, FEATURES))
