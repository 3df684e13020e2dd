"""Trains the network with CTC over phones, on one core of the CPU."""

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from voice.training.corpus import Recording, labels, usual
from voice.training.network import Network, load, output_frames, save
from voice.training.phones import BLANK, NUM_PDFS
from voice.training.rooms import augment

Rng = np.random.Generator
Batch = tuple[Tensor, Tensor, Tensor, Tensor]
PIECES = 0.3
WARM_STEPS = 60
SOUND = 0.6
"""How far the speaker of a human recording may be moved; a synthesiser's may be moved by 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how: a step hears `frames` (2 minutes); `shares` weighs a set of recordings against its
    size, people together get `human_share`.
    """

    steps: int
    rate: float = 1e-3
    frames: int = 12_000
    human_share: float = 0.25
    shares: dict[str, float] = field(default_factory=lambda: {"espeak": 1.0, "flite": 2.0, "festival": 2.0})


def weights(recordings: list[Recording], plan: Plan) -> NDArray[np.float64]:
    """How often each recording is drawn; the few words of the wake sets get one part in ten of people's
    share.
    """
    drawn = np.array([plan.shares.get(recording.kind, 1.0) for recording in recordings])
    human = np.array([not recording.synthetic for recording in recordings])
    wake = np.array([recording.kind == "wake" for recording in recordings])
    if human.any() and not human.all():
        drawn[wake] *= 0.1 * human.sum() / max(1, wake.sum())
        drawn[human] *= plan.human_share / (1 - plan.human_share) * drawn[~human].sum() / drawn[human].sum()
    return drawn / drawn.sum()


def batches(recordings: list[Recording], plan: Plan, rng: Rng) -> Iterator[list[Recording]]:
    """Endless batches of recordings of like length."""
    lengths = np.array([len(recording.log_mels) for recording in recordings])
    drawn = weights(recordings, plan)
    while True:
        chosen = rng.choice(len(recordings), size=min(2000, len(recordings)), p=drawn)
        chosen = chosen[np.argsort(lengths[chosen] + rng.normal(0, 20, len(chosen)))]
        made, start = [], 0
        for end in range(1, len(chosen) + 1):
            if lengths[chosen[start:end]].max() * (end - start) >= plan.frames or end == len(chosen):
                made.append(chosen[start:end])
                start = end
        for place in rng.permutation(len(made)):
            yield [recordings[at] for at in made[place]]


def piece(recording: Recording, rng: Rng) -> tuple[NDArray[np.float16], list[tuple[str, ...]]]:
    """Now and then only a few words of a recording, cut tightly: short answers matter."""
    said = recording.said or usual(recording.words)
    if recording.cuts and rng.random() < PIECES:
        begin = int(rng.integers(len(said)))
        end = min(len(said), begin + int(rng.integers(1, 5)))
        first, last = recording.cuts[begin], recording.cuts[end]
        if last - first >= 12 * (end - begin):
            return recording.log_mels[first:last], said[begin:end]
    return recording.log_mels, said


def collate(recordings: list[Recording], rng: Rng, others: list[NDArray[np.float16]]) -> Batch:
    features, wanted = [], []
    for recording in recordings:
        log_mels, said = piece(recording, rng)
        features.append(
            augment(log_mels.astype(np.float32), rng, others, 1.0 if recording.synthetic else SOUND)
        )
        wanted.append(labels(said))
    lengths = torch.tensor([len(x) for x in features])
    padded = np.zeros((len(features), int(lengths.max()), features[0].shape[1]), np.float32)
    for row, x in zip(padded, features, strict=True):
        row[: len(x)] = x
        row[len(x) :] = x[-1]
    flat = torch.tensor([label for sentence in wanted for label in sentence])
    return torch.from_numpy(padded), output_frames(lengths), flat, torch.tensor([len(x) for x in wanted])


class Prefetch(threading.Thread):
    """Prepares batches while the network trains."""

    def __init__(
        self, source: Iterator[list[Recording]], rng: Rng, others: list[NDArray[np.float16]]
    ) -> None:
        super().__init__(daemon=True)
        self.source, self.rng, self.others = source, rng, others
        self.ready: queue.Queue[Batch] = queue.Queue(4)
        self.start()

    def run(self) -> None:
        for recordings in self.source:
            self.ready.put(collate(recordings, self.rng, self.others))


def fresh(recordings: list[Recording], rng: Rng) -> Network:
    """An untrained network that knows how loud speech is."""
    net = Network()
    x = np.concatenate([augment(recording.log_mels.astype(np.float32), rng) for recording in recordings])
    net.mean[:], net.scale[:] = torch.from_numpy(x.mean(axis=0)), torch.from_numpy(1 / x.std(axis=0))
    return net


def priors(net: Network, recordings: list[Recording], rng: Rng) -> Tensor:
    """The average output over speech as it is trained on."""
    net.eval()
    total = torch.zeros(NUM_PDFS)
    with torch.no_grad():
        for recording in recordings:
            x = torch.from_numpy(augment(recording.log_mels.astype(np.float32), rng))[None]
            total += net(x)[0].exp().sum(dim=0)
    return total / total.sum()


def step(net: Network, batch: Batch, optimiser: torch.optim.Optimizer) -> float:
    features, lengths, wanted, sizes = batch
    net.train()
    with torch.autocast("cpu", torch.bfloat16):
        scores = net(features).float().transpose(0, 1)
    total = functional.ctc_loss(scores, wanted, lengths, sizes, BLANK, reduction="sum", zero_infinity=True)
    loss = total / sizes.sum()
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def train(recordings: list[Recording], plan: Plan, checkpoint: Path, start: Path | None = None) -> None:
    """Trains for the plan's steps, from `start` where there is one, and writes the checkpoint ten times on
    the way.
    """
    torch.set_num_threads(1)
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    heard = [recording for recording in recordings if recording.split == "train"]
    some = [heard[place] for place in rng.choice(len(heard), min(200, len(heard)))]
    net = load(start)[0] if start else fresh(some, rng)
    optimiser = torch.optim.AdamW(net.parameters(), lr=plan.rate, weight_decay=1e-3)
    others = [recording.log_mels for recording in heard]
    ready = Prefetch(batches(heard, plan, rng), np.random.default_rng(2), others).ready
    losses = []
    for done in range(1, plan.steps + 1):
        for group in optimiser.param_groups:
            group["lr"] = rate_at(done, plan)
        losses.append(step(net, ready.get(timeout=600), optimiser))
        if done % max(1, plan.steps // 10) == 0 or done == plan.steps:
            print(f"step {done} of {plan.steps}: loss {np.mean(losses[-200:]):.3f}", flush=True)
            save(checkpoint, net, priors(net, some[:60], rng))


def rate_at(done: int, plan: Plan) -> float:
    """Up over the first steps, level, then down to nothing."""
    return plan.rate * min(1.0, done / WARM_STEPS, (1.02 - done / plan.steps) / 0.7)
