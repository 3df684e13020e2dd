"""One thing made wrong in a good narrative: a fact swapped, a direction or a superlative turned round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from insights.facts import Fact
from tools.narratives.corpus import PLACE
from tools.narratives.months import Household

OPPOSITES = (
    ("more", "less"),
    ("higher", "lower"),
    ("up", "down"),
    ("rose", "fell"),
    ("risen", "fallen"),
    ("rise", "drop"),
    ("above", "below"),
    ("increase", "decrease"),
    ("grew", "shrank"),
    ("ahead of", "below"),
    ("expensive", "cheap"),
)
SUPERLATIVES = (("largest", "smallest"), ("biggest", "smallest"), ("most", "least"), ("lowest", "highest"))
NEVER_SWAPPED = ("days", "count", "cadence")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text that no longer holds, and what was done to it: "category", "period", "direction" …"""

    kind: str
    text: str


def mutants(text: str, home: Household) -> Iterator[Mutant]:
    """Every single change of a text that makes it false."""
    yield from swapped(text, home)
    yield from turned(text, "direction", OPPOSITES)
    yield from turned(text, "superlative", SUPERLATIVES)


def swapped(text: str, home: Household) -> Iterator[Mutant]:
    for found in PLACE.finditer(text):
        fact = home.facts[found[1]]
        for other in home.facts.values():
            kind = difference(fact, other)
            if kind:
                yield Mutant(kind, f"{text[: found.start()]}{{{{f:{other.id}}}}}{text[found.end() :]}")


def difference(fact: Fact, other: Fact) -> str | None:
    """What sets two facts apart that could stand in one place; None where they could not, or are alike."""
    if fact.id == other.id or fact.kind in NEVER_SWAPPED or shown_alike(fact, other):
        return None
    if fact.kind != other.kind:
        return "kind" if {fact.kind, other.kind} == {"amount", "change"} else None
    names = (("entity", "category"), ("period", "period"), ("baseline", "baseline"), ("basis", "basis"))
    return next((kind for name, kind in names if getattr(fact, name) != getattr(other, name)), None)


def shown_alike(fact: Fact, other: Fact) -> bool:
    return (fact.kind, fact.value, fact.sign) == (other.kind, other.value, other.sign)


def turned(text: str, kind: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[Mutant]:
    for one, two in (*pairs, *((two, one) for one, two in pairs)):
        for found in re.finditer(rf"\b{one}\b", text):
            yield Mutant(kind, text[: found.start()] + two + text[found.end() :])
