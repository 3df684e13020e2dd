"""The acoustic network: a residual TDNN over MFCCs, one output every 30 ms.

Every layer is a "valid" convolution; the input is padded by repeating its edge frames, as
Kaldi's decoder does.
"""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from voice.training.phones import NUM_PDFS

FEATURES = 40
SUBSAMPLING = 3
FIRST_KERNEL = 7
DILATIONS = (1, 1, 1, 2, 2, 2, 3, 3)
DROPOUT = 0.1


class Block(nn.Module):
    """A narrow look at three frames, added to what came in."""

    def __init__(self, width: int, bottleneck: int, dilation: int) -> None:
        super().__init__()
        self.dilation = dilation
        self.down = nn.Conv1d(width, bottleneck, 3, dilation=dilation, bias=False)
        self.down_norm = nn.BatchNorm1d(bottleneck)
        self.up = nn.Conv1d(bottleneck, width, 1, bias=False)
        self.up_norm = nn.BatchNorm1d(width)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor) -> Tensor:
        y = functional.relu(self.down_norm(self.down(x)))
        y = self.up_norm(self.up(self.dropout(y)))
        return functional.relu(x[:, :, self.dilation : -self.dilation] + y)


class Network(nn.Module):
    """(batch, frames, 40) MFCCs to (batch, frames / 3, 40) log-probabilities of phones."""

    mean: Tensor
    scale: Tensor

    def __init__(
        self, width: int = 320, bottleneck: int = 112, dilations: tuple[int, ...] = DILATIONS
    ) -> None:
        super().__init__()
        self.config = {"width": width, "bottleneck": bottleneck, "dilations": tuple(dilations)}
        self.bottleneck, self.width = bottleneck, width
        self.register_buffer("mean", torch.zeros(FEATURES))
        self.register_buffer("scale", torch.ones(FEATURES))
        self.first = nn.Conv1d(FEATURES, width, FIRST_KERNEL, stride=SUBSAMPLING, bias=False)
        self.first_norm = nn.BatchNorm1d(width)
        self.blocks = nn.ModuleList(Block(width, bottleneck, dilation) for dilation in dilations)
        self.last = nn.Conv1d(width, NUM_PDFS, 1)
        self.context = FIRST_KERNEL // 2 + SUBSAMPLING * sum(dilations)

    def forward(self, features: Tensor) -> Tensor:
        x = ((features - self.mean) * self.scale).transpose(1, 2)
        x = functional.pad(x, (self.context, self.context), mode="replicate")
        x = functional.relu(self.first_norm(self.first(x)))
        for block in self.blocks:
            x = block(x)
        return self.last(x).transpose(1, 2).float().log_softmax(-1)


def output_frames(frames: Any) -> Any:
    """The number of outputs for a number of input frames, or for a tensor of them."""
    return (frames + SUBSAMPLING - 1) // SUBSAMPLING


def load(checkpoint: Path) -> tuple[Network, Tensor]:
    """A trained network and the share of each output over its training speech."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    net = Network(**state["config"])
    net.load_state_dict(state["weights"])
    return net, state["priors"]


def save(checkpoint: Path, net: Network, priors: Tensor) -> None:
    torch.save({"config": net.config, "weights": net.state_dict(), "priors": priors}, checkpoint)
