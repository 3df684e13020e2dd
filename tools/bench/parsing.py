"""One spoken sentence to a reading."""

from collections.abc import Iterator
from functools import partial

from tools.bench.measure import Measure, milliseconds
from voice.parser import read

LIMIT = 5.0
CONTEXT: dict[str, object] = {
    "locale": "en-US",
    "currency": "EUR",
    "today": "2026-03-18",
    "accounts": ["Cash", "Bank", "Card", "Savings"],
}
SENTENCES = (
    "twelve fifty at lidl yesterday",
    "paid two hundred and forty euros for the electricity bill from my bank account last friday",
    "five crore rupees for the flat",
    "transfer three hundred from bank to savings",
    "how much did i spend on food this month",
)


def measure() -> Iterator[Measure]:
    slowest = max(milliseconds(partial(read, said, CONTEXT), times=200) for said in SENTENCES)
    yield Measure("parser: the slowest of five sentences", slowest, "our limit for a sentence", LIMIT)
