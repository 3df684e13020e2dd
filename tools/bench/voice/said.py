"""The sentences to be spoken: the English rows of tests/data/utterances, every number and sign as words."""

import json
import random
import re
from dataclasses import dataclass
from typing import Any

from num2words import num2words

from tools.setup import ROOT

ROWS = ROOT / "tests" / "data" / "utterances"
SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "₹": "rupees", "%": "percent", "&": "and", "@": "at"}
SPELLED = {"am": "a m", "pm": "p m", "rs": "rupees", "kg": "kilos"}
PIECE = re.compile(r"[$€£₹]\s?[\d.,]*\d|\d[\d.,:]*\d|\d|[a-z']+|[%&@$€£₹]")
ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """What is said, word by word, and what the parser knows while it listens."""

    words: tuple[str, ...]
    context: dict[str, Any]

    @property
    def text(self) -> str:
        return " ".join(self.words)


def sentences(file: str) -> list[Said]:
    """The rows of a file, such as "given_en"."""
    rows = [json.loads(line) for line in (ROWS / f"{file}.jsonl").read_text("utf-8").splitlines()]
    return [Said(tuple(spoken(row["text"])), row["context"]) for row in rows]


def drawn(rows: list[Said], count: int, seed: str) -> list[Said]:
    """So many of the rows, the same ones for the same seed; all of them where there are no more."""
    shuffled = sorted(rows, key=lambda said: said.text)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:count]


def spoken(text: str) -> list[str]:
    """The words of a typed text as one says them.

    >>> spoken("Paid $12.50 at Lidl on 3rd")
    ['paid', 'twelve', 'dollars', 'and', 'fifty', 'cents', 'at', 'lidl', 'on', 'third']
    """
    lowered = ORDINAL.sub(lambda found: num2words(int(found[1]), to="ordinal"), text.lower())
    words = " ".join(in_words(piece) for piece in PIECE.findall(lowered.replace("’", "'")))
    return words.replace("-", " ").replace(",", "").split()


def in_words(piece: str) -> str:
    if piece[0] in SIGNS and len(piece) > 1:
        return price(piece[1:].strip(), SIGNS[piece[0]])
    if piece[0].isdigit():
        return number(piece)
    return SIGNS.get(piece) or SPELLED.get(piece) or piece.replace("'", "")


def price(figures: str, unit: str) -> str:
    whole, _, cents = figures.replace(",", "").partition(".")
    said = f"{num2words(int(whole or 0))} {unit}"
    return f"{said} and {num2words(int(cents))} cents" if cents else said


def number(figures: str) -> str:
    """A figure, a decimal ("twelve point five") or a clock ("five thirty")."""
    if ":" in figures:
        return " ".join(num2words(int(part)) for part in figures.split(":") if int(part))
    plain = figures.replace(",", "").rstrip(".")
    return str(num2words(float(plain) if "." in plain else int(plain)))
