"""What a first network can tell about recordings: which wording was said, how each word was said, where
words part.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from voice.training.corpus import Recording, labels, usual
from voice.training.features import plain
from voice.training.network import SUBSAMPLING, load
from voice.training.phones import BLANK
from voice.training.pronunciations import pronunciations

MOST_WAYS = 48
WORST = 0.03
SPLICED = 900
Said = list[tuple[str, ...]]
Part = tuple[str, tuple[str, ...], NDArray[np.float16]]
"""A word, how it was said, and its log-mels."""


def align(checkpoint: Path, recordings: list[Recording]) -> list[Recording]:
    """The recordings with `words`, `said` and `cuts` filled in.

    Of those with readings, the worst fits are dropped, and the words of like speakers are strung together.
    """
    net = load(checkpoint)[0].eval()
    rng = np.random.default_rng(3)
    costs: dict[int, float] = {}
    with torch.no_grad():
        for recording in recordings:
            scores = net(torch.from_numpy(plain(recording.log_mels, rng))[None])[0]
            if recording.readings:
                recording.words, costs[id(recording)] = best_reading(scores, recording.readings)
            recording.said = best_way(scores, recording.words)
            recording.cuts = cuts(recording, scores.numpy())
    limit = np.quantile(list(costs.values()), 1 - WORST) if costs else 0
    fitting = [recording for recording in recordings if costs.get(id(recording), 0) <= limit]
    return fitting + spliced([recording for recording in fitting if recording.readings], rng)


def fits(scores: Tensor, options: Sequence[list[int]]) -> Tensor:
    """The cost of each label sequence: less is a better fit."""
    longest = max(map(len, options))
    padded = torch.zeros(len(options), longest, dtype=torch.long)
    for row, option in zip(padded, options, strict=True):
        row[: len(option)] = torch.tensor(option)
    many = scores[:, None, :].expand(-1, len(options), -1)
    lengths = torch.tensor([len(option) for option in options])
    frames = torch.full((len(options),), len(scores))
    return functional.ctc_loss(many, padded, frames, lengths, BLANK, reduction="none")


def best_reading(scores: Tensor, readings: list[list[str]]) -> tuple[list[str], float]:
    """The likeliest wording and its cost per phone."""
    options = [labels(usual(reading)) for reading in readings]
    costs = fits(scores, options)
    best = int(costs.argmin())
    return readings[best], float(costs[best]) / len(options[best])


def best_way(scores: Tensor, words: list[str]) -> Said:
    """The likeliest way to say each word, a few words at a time."""
    said = usual(words)
    open_places = [place for place, word in enumerate(words) if len(pronunciations(word)) > 1]
    while open_places:
        now, open_places = open_places[:3], open_places[3:]
        ways = list(product(*(pronunciations(words[place]) for place in now)))[:MOST_WAYS]
        options = [replaced(said, now, way) for way in ways]
        said = options[int(fits(scores, [labels(option) for option in options]).argmin())]
    return said


def replaced(said: Said, places: list[int], ways: tuple[tuple[str, ...], ...]) -> Said:
    chosen = dict(zip(places, ways, strict=True))
    return [chosen.get(place, word) for place, word in enumerate(said)]


def viterbi(scores: NDArray[np.float32], wanted: list[int]) -> list[list[int]]:
    """For each label, its first and last output frame on the best CTC path."""
    states = np.full(2 * len(wanted) + 1, BLANK)
    states[1::2] = wanted
    emit = scores[:, states]
    skip = np.zeros(len(states), bool)
    skip[3::2] = states[3::2] != states[1:-2:2]
    best = np.full(len(states), -np.inf)
    best[:2] = emit[0, :2]
    back = np.zeros(emit.shape, np.int8)
    for frame in range(1, len(emit)):
        two_back = np.where(skip, np.r_[-np.inf, -np.inf, best[:-2]], -np.inf)
        options = np.stack([best, np.r_[-np.inf, best[:-1]], two_back])
        back[frame] = options.argmax(axis=0)
        best = options.max(axis=0) + emit[frame]
    last = len(states) - 1 if best[-1] >= best[-2] else len(states) - 2
    return traced(back, last, len(wanted))


def traced(back: NDArray[np.int8], state: int, count: int) -> list[list[int]]:
    spans = [[0, 0] for _ in range(count)]
    seen = -1
    for frame in range(len(back) - 1, -1, -1):
        if state % 2:
            place = state // 2
            if place != seen:
                spans[place][1], seen = frame, place
            spans[place][0] = frame
        state -= int(back[frame, state])
    return spans


def cuts(recording: Recording, scores: NDArray[np.float32]) -> list[int]:
    """Input frames where words begin and end: one more than there are words."""
    counts = [len(word) for word in recording.said]
    spans = viterbi(scores, labels(recording.said))
    ends = np.cumsum(counts)
    first = [spans[end - size][0] for end, size in zip(ends, counts, strict=True)]
    last = [spans[end - 1][1] for end in ends]
    middle = [(before + after + 1) / 2 for before, after in zip(last[:-1], first[1:], strict=True)]
    found = [max(0, first[0] - 4), *middle, last[-1] + 5]
    return [min(int(cut * SUBSAMPLING), len(recording.log_mels)) for cut in found]


def spliced(recordings: list[Recording], rng: np.random.Generator) -> list[Recording]:
    """Words of one voice strung together in random order, so that no few sentences are learnt by heart."""
    words: defaultdict[str, list[Part]] = defaultdict(list)
    for recording in recordings:
        parts = zip(recording.words, recording.said, recording.cuts, recording.cuts[1:], strict=False)
        if recording.split == "train":
            words[recording.voice] += [
                (word, said, recording.log_mels[begin:end])
                for word, said, begin, end in parts
                if end - begin > 5
            ]
    if not words:
        return []
    voices, sizes = list(words), np.array([len(found) for found in words.values()], float)
    return [
        strung(words, voices[rng.choice(len(voices), p=sizes / sizes.sum())], rng) for _ in range(SPLICED)
    ]


def strung(
    words: dict[str, list[Part]],
    voice: str,
    rng: np.random.Generator,
) -> Recording:
    picked = [words[voice][at] for at in rng.choice(len(words[voice]), rng.integers(1, 8))]
    sound = np.concatenate([part for _, _, part in picked])
    edges = np.cumsum([0, *(len(part) for _, _, part in picked)])
    said = [way for _, way, _ in picked]
    return Recording(
        f"splice:{voice}", "train", [word for word, _, _ in picked], sound, [], said, edges.tolist()
    )
