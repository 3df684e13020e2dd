"""Recordings of people, where there is a folder of them: manifest.jsonl has a line for each.

`{"path", "voice": "set:speaker", "split": "train" | "test", "words": [...]}`. Orders of coffee have labels
(`orders-labels.json`) instead of words: of the wordings a label allows, the one nearest to what was heard
counts, so that their figure is the least that may be wrong.
"""

import itertools
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.bench.voice.scores import edits
from tools.bench.voice.voices import SOUND
from voice.training.people import AFTER, BEFORE, VERBS

LABELS = "orders-labels.json"


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording of a set, and every wording it may have."""

    group: str
    path: Path
    wordings: tuple[tuple[str, ...], ...]

    def samples(self) -> bytes:
        command = ["sox", str(self.path), *SOUND, "-t", "raw", "-", "rate", "16000", "pad", "0.2", "0.3"]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def nearest(self, heard: list[str]) -> tuple[int, int]:
        """(words wrong, words said) of the wording that is nearest to what was heard."""
        return min((edits(heard, wording), len(wording)) for wording in self.wordings)


def recordings(folder: Path) -> Iterator[Recording]:
    """Those that no model was trained on and whose words are known."""
    labels = json.loads((folder / LABELS).read_text()) if (folder / LABELS).exists() else {}
    for line in (folder / "manifest.jsonl").read_text().splitlines():
        row = json.loads(line)
        wordings = wordings_of(row, labels)
        if row["split"] == "test" and wordings:
            yield Recording(row["voice"].split(":")[0], folder / row["path"], wordings)


def wordings_of(
    row: dict[str, object], labels: dict[str, dict[str, dict[str, str]]]
) -> tuple[tuple[str, ...], ...]:
    if isinstance(words := row.get("words"), list):
        return (tuple(words),)
    label = labels.get(f"{Path(str(row['path'])).stem}.wav")
    return tuple(order_wordings(label["slots"])) if label else ()


def order_wordings(slots: dict[str, str]) -> Iterator[tuple[str, ...]]:
    front = [slots[name].strip() for name in BEFORE if name in slots]
    extras = [slots[name].strip() for name in AFTER if name in slots]
    tails = itertools.permutations(extras)
    for verb, article, tail in itertools.product(VERBS, ("a", "an"), list(tails)):
        for before in itertools.permutations(front):
            more = f"with {' and '.join(tail)}" if tail else ""
            said = f"{verb} {article} {' '.join(before)} {slots['coffeeDrink'].strip()} {more}"
            yield tuple(said.split())
