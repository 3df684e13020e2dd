"""A word, a phrase, a mark or the place of a fact."""

from dataclasses import dataclass

from insights.facts import Fact
from insights.verifier.lexicon import Classes

NOTHING: Classes = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or phrase with its classes, a mark, or the place of a fact; `at` is its number in the text.

    `ends` are the first and last month or day of a range, which is one token.
    """

    text: str
    classes: Classes
    fact: Fact | None
    at: int
    ends: tuple[Fact, Fact] | None = None

    def has(self, *names: str) -> bool:
        return any(name in self.classes for name in names)
