"""Recordings with their words: a manifest, one JSON line a file, and a cache of log-mels.

A line holds path, voice ("set:speaker"), split ("train" or "test") and words, or `readings`: several
wordings, of which `align` chooses the one that was said.
"""

import json
import pickle
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voice.training.features import read_log_mel
from voice.training.phones import PDF_OF
from voice.training.pronunciations import pronunciations

SYNTHETIC = ("espeak", "flite", "festival")
USUAL = 0.85


@dataclass(slots=True)
class Recording:
    """One file: `log_mels` is (frames, 40); `said` the phones of each word; `cuts` the frames where words
    part.
    """

    voice: str
    split: str
    words: list[str]
    log_mels: NDArray[np.float16]
    readings: list[list[str]] = field(default_factory=list)
    said: list[tuple[str, ...]] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The set it belongs to: "espeak", "orders"."""
        return self.voice.split(":")[0]

    @property
    def synthetic(self) -> bool:
        return self.kind in SYNTHETIC


def labels(said: Iterable[tuple[str, ...]]) -> list[int]:
    return [PDF_OF[phone] for word in said for phone in word]


def usual(words: Iterable[str]) -> list[tuple[str, ...]]:
    """The first way to say each word."""
    return [pronunciations(word)[0] for word in words]


def read(manifests: Iterable[Path]) -> list[Recording]:
    return [heard(json.loads(line)) for manifest in manifests for line in manifest.read_text().splitlines()]


def heard(entry: dict[str, object]) -> Recording:
    log_mels = read_log_mel(str(entry["path"])).astype(np.float16)
    words, readings = entry.get("words") or [], entry.get("readings") or []
    assert isinstance(words, list)
    assert isinstance(readings, list)
    return Recording(str(entry["voice"]), str(entry["split"]), words, log_mels, readings)


def keep(path: Path, recordings: list[Recording]) -> None:
    path.write_bytes(pickle.dumps(recordings, protocol=5))


def kept(path: Path) -> list[Recording]:
    """What `keep` wrote: a cache of this pipeline's own making, never a file from elsewhere."""
    found: list[Recording] = pickle.loads(path.read_bytes())
    return found


def hours(recordings: Iterable[Recording]) -> float:
    return sum(len(recording.log_mels) for recording in recordings) / 360_000
