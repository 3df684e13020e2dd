"""Counting what was found rightly, and how far an expectation was off."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """What was found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / ((self.right + self.missed) or 1)

    def add(self, other: "Tally") -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


@dataclass(slots=True)
class Errors:
    """Absolute errors and what they are errors of, in minor units."""

    off: int = 0
    of: int = 0

    @property
    def wape(self) -> float:
        """The weighted absolute percentage error as a share: Σ |expected - actual| / Σ |actual|."""
        return self.off / (self.of or 1)

    def add(self, expected: int, actual: int) -> None:
        self.off += abs(expected - actual)
        self.of += abs(actual)
