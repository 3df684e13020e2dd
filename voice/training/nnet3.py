"""A trained network as Kaldi's final.mdl: a transition model and an nnet3 of affine layers."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from voice.training import kaldi_format as kaldi
from voice.training.network import FEATURES, FIRST_KERNEL, SUBSAMPLING, Network
from voice.training.phones import NUM_PDFS, kaldi_phone

Doubles = NDArray[np.float64]
Layer = tuple[Doubles, Doubles]
Writer = Callable[[BinaryIO], None]


def write_transition_model(out: BinaryIO) -> None:
    """One state with a self-loop a phone; phone i uses pdf i - 1."""
    phones = [kaldi_phone(pdf) for pdf in range(NUM_PDFS)]
    kaldi.token(out, "<TransitionModel>")
    write_topology(out, phones)
    kaldi.token(out, "<Triples>")
    kaldi.int32(out, len(phones))
    for pdf in range(NUM_PDFS):
        for value in (kaldi_phone(pdf), 0, pdf):
            kaldi.int32(out, value)
    kaldi.token(out, "</Triples>")
    kaldi.token(out, "<LogProbs>")
    kaldi.vector(out, [0.0] + [math.log(0.5)] * (2 * len(phones)))
    kaldi.token(out, "</LogProbs>")
    kaldi.token(out, "</TransitionModel>")


def write_topology(out: BinaryIO, phones: list[int]) -> None:
    """One entry of two states: the first stays or goes on, evenly; the second is final and emits nothing."""
    kaldi.token(out, "<Topology>")
    kaldi.int_vector(out, phones)
    kaldi.int_vector(out, [-1] + [0] * len(phones))
    for value in (1, 2, 0, 2):
        kaldi.int32(out, value)
    for target in (0, 1):
        kaldi.int32(out, target)
        kaldi.float32(out, 0.5)
    for value in (-1, 0):
        kaldi.int32(out, value)
    kaldi.token(out, "</Topology>")


def folded(conv: nn.Conv1d, norm: nn.BatchNorm1d | None = None) -> Layer:
    """(weights over spliced frames, bias) of a convolution with its batch norm folded in."""
    weight = conv.weight.detach().double()
    bias = (
        conv.bias.detach().double()
        if conv.bias is not None
        else torch.zeros(weight.shape[0], dtype=torch.double)
    )
    if norm is not None and norm.running_var is not None and norm.running_mean is not None:
        gain = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
        weight = weight * gain[:, None, None]
        bias = (bias - norm.running_mean.double()) * gain + norm.bias.detach().double()
    # (out, in, time) to (out, time * in), the order Kaldi's Append() gives
    return weight.permute(0, 2, 1).reshape(weight.shape[0], -1).numpy(), bias.numpy()


def first_layer(net: Network) -> Layer:
    """The first convolution, with (x - mean) * scale of the features folded in."""
    weights, bias = folded(net.first, net.first_norm)
    weights = weights * np.tile(net.scale.double().numpy(), FIRST_KERNEL)
    return weights, bias - weights @ np.tile(net.mean.double().numpy(), FIRST_KERNEL)


class Nnet3:
    """Config lines and components, in the order they were added."""

    def __init__(self) -> None:
        self.lines = [f"input-node name=input dim={FEATURES}"]
        self.components: list[tuple[str, Writer]] = []

    def node(self, name: str, source: str, write: Writer) -> str:
        self.components.append((name, write))
        self.lines.append(f"component-node name={name} component={name} input={source}")
        return name

    def affine(self, name: str, source: str, layer: Layer) -> str:
        def write(out: BinaryIO) -> None:
            kaldi.token(out, "<FixedAffineComponent>")
            kaldi.token(out, "<LinearParams>")
            kaldi.compressed_matrix(out, layer[0])
            kaldi.token(out, "<BiasParams>")
            kaldi.vector(out, layer[1])
            kaldi.token(out, "</FixedAffineComponent>")

        return self.node(name, source, write)

    def nonlinearity(self, name: str, source: str, kind: str, dim: int) -> str:
        def write(out: BinaryIO) -> None:
            kaldi.token(out, f"<{kind}>")
            kaldi.token(out, "<Dim>")
            kaldi.int32(out, dim)
            for empty in ("<ValueAvg>", "<DerivAvg>"):
                kaldi.token(out, empty)
                kaldi.vector(out, [])
            kaldi.token(out, "<Count>")
            kaldi.float64(out, 0.0)
            kaldi.token(out, f"</{kind}>")

        return self.node(name, source, write)

    def rectified(self, name: str, source: str, dim: int) -> str:
        return self.nonlinearity(name, source, "RectifiedLinearComponent", dim)

    def write(self, out: BinaryIO, output: str) -> None:
        kaldi.token(out, "<Nnet3>")
        lines = [*self.lines, f"output-node name=output input={output} objective=linear"]
        out.write(("\n" + "\n".join(lines) + "\n\n").encode())
        kaldi.token(out, "<NumComponents>")
        kaldi.int32(out, len(self.components))
        for name, write in self.components:
            kaldi.token(out, "<ComponentName>")
            kaldi.token(out, name)
            write(out)
        kaldi.token(out, "</Nnet3>")


def spliced(node: str, offsets: Sequence[int]) -> str:
    """`spliced("a", (-1, 0))` is "Append(Offset(a, -1), a)"."""
    return f"Append({', '.join(f'Offset({node}, {offset})' if offset else node for offset in offsets)})"


def layers_of(net: Network) -> tuple[Nnet3, str]:
    """Every layer as a component, and the name of the last."""
    nnet, half = Nnet3(), FIRST_KERNEL // 2
    node = nnet.affine("first.affine", spliced("input", range(-half, half + 1)), first_layer(net))
    node = nnet.rectified("first.relu", node, net.width)
    for place, block in enumerate(net.blocks):
        reach = SUBSAMPLING * block.dilation
        down = nnet.affine(
            f"b{place}.down", spliced(node, (-reach, 0, reach)), folded(block.down, block.down_norm)
        )
        down = nnet.rectified(f"b{place}.relu", down, net.bottleneck)
        up = nnet.affine(f"b{place}.up", down, folded(block.up, block.up_norm))
        node = nnet.rectified(f"b{place}.out", f"Sum({up}, {node})", net.width)
    node = nnet.affine("last.affine", node, folded(net.last))
    return nnet, nnet.nonlinearity("last.logsoftmax", node, "LogSoftmaxComponent", NUM_PDFS)


def write_model(path: Path, net: Network, priors: NDArray[np.float32]) -> None:
    """Writes final.mdl. `priors`: one positive number a pdf; Kaldi subtracts their logarithms from the
    outputs.
    """
    nnet, output = layers_of(net.eval())
    with path.open("wb") as out:
        out.write(b"\0B")
        write_transition_model(out)
        nnet.write(out, output)
        for side in ("<LeftContext>", "<RightContext>"):
            kaldi.token(out, side)
            kaldi.int32(out, net.context)
        kaldi.token(out, "<Priors>")
        kaldi.vector(out, priors)
