"""How much of what was said was heard: words, amounts, and amounts that are wrong and look sure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tools.bench.voice.said import Said
from voice.parser import read
from voice.reranking import Word

SURE = 0.8


@dataclass(slots=True)
class Score:
    """Counts over sentences; `surely_wrong` are amounts that differ and would be shown without a doubt."""

    sentences: int = 0
    perfect: int = 0
    words: int = 0
    wrong: int = 0
    with_amount: int = 0
    amount_right: int = 0
    surely_wrong: int = 0

    def add(self, said: Said, heard: Sequence[Word]) -> None:
        wrong = edits([word.word for word in heard], said.words)
        self.sentences += 1
        self.perfect += wrong == 0
        self.words += len(said.words)
        self.wrong += wrong
        meant = amounts(read(said.text, said.context))
        if meant:
            self.with_amount += 1
            found = reading_of(said, heard)
            self.amount_right += amounts(found) == meant
            self.surely_wrong += is_surely_wrong(found, meant)

    def joined(self, other: "Score") -> "Score":
        names = self.__slots__
        return Score(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def word_errors(self) -> float:
        return self.wrong / max(self.words, 1)

    @property
    def amounts(self) -> float:
        return self.amount_right / max(self.with_amount, 1)


def edits(found: Sequence[str], wanted: Sequence[str]) -> int:
    """The least number of words to change, leave out or put in (Levenshtein, 1966)."""
    row = list(range(len(wanted) + 1))
    for at, one in enumerate(found, 1):
        before, row[0] = row[0], at
        for to, other in enumerate(wanted, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (one != other))
    return row[-1]


def reading_of(said: Said, heard: Sequence[Word]) -> dict[str, Any]:
    """What the app makes of it, with the recogniser's confidences."""
    words = [{"word": word.word, "conf": word.conf} for word in heard]
    return read(" ".join(word.word for word in heard), {**said.context, "words": words})


def amounts(reading: dict[str, Any]) -> list[int]:
    return [item["amount"] for item in reading["items"] if item["amount"]]


def is_surely_wrong(reading: dict[str, Any], meant: list[int]) -> bool:
    if reading["action"] != "draft":
        return False
    wrong = [item for item in reading["items"] if item["amount"] not in meant]
    return any(item["confidence"]["amount"] >= SURE for item in wrong)
