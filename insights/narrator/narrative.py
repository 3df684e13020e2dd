"""A text with places `{{f:id}}`, filled with what the facts show."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from insights.facts import Fact
from insights.narrator.show import show, speak

PLACE = re.compile(r"\{\{f:([\w.]+)\}\}")


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as the sentence shows it ("€212.00") and as a voice says it ("212 euros")."""

    text: str
    spoken: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Narrative:
    """Sentences about facts: `text` with places, `sentence` to read, `spoken` to hear.

    `parts` join to `sentence`; `facts` are those it names, each once, in the order they are named.
    """

    text: str
    sentence: str
    spoken: str
    parts: tuple[str | Shown, ...]
    facts: tuple[Fact, ...]


def narrate(text: str, known: Mapping[str, Fact], *, today: date, language: str) -> Narrative:
    """Fill the `{{f:id}}` places from facts; an unknown id is a KeyError, never an invented figure."""
    parts = tuple(parts_of(text, known, today, language))
    return Narrative(
        text,
        "".join(part.text if isinstance(part, Shown) else part for part in parts),
        "".join(part.spoken if isinstance(part, Shown) else part for part in parts),
        parts,
        tuple(dict.fromkeys(part.fact for part in parts if isinstance(part, Shown))),
    )


def parts_of(text: str, known: Mapping[str, Fact], today: date, language: str) -> list[str | Shown]:
    """Words and facts in turn: every second piece of the split is an id."""
    parts: list[str | Shown] = []
    for place, piece in enumerate(PLACE.split(text)):
        if place % 2:
            fact = known[piece]
            parts.append(Shown(show(fact, today, language), speak(fact, today, language), fact))
        elif piece:
            parts.append(piece)
    return parts
