"""Random amounts said in words by num2words, which knows nothing of our parser, and read back."""

from collections import Counter
from random import Random
from typing import Any

from num2words import num2words

from tools.proofs.figure import Figure, share
from tools.score.judging import sure
from voice.parser import read

AMOUNTS = 4000
CONTEXT: dict[str, object] = {
    "locale": "en-US",
    "currency": "EUR",
    "today": "2026-03-18",
    "accounts": ["Cash", "Card"],
}
FORMS = (
    "{whole} euros and {part} cents at lidl",
    "paid {whole} euros {part} for coffee",
    "{whole} point {digits} on groceries",
)


def prove(seed: int) -> Figure:
    """An amount may be asked about; what comes back surely must be what was said."""
    dice, seen = Random(seed), Counter[str]()
    for _ in range(AMOUNTS):
        minor = dice.randrange(101, 10 ** dice.randrange(3, 8))
        seen[verdict(minor, read(sentence(dice.choice(FORMS), minor), CONTEXT))] += 1
    numbers = {name: share(seen[name], AMOUNTS) for name in ("right", "asked or unsure", "surely wrong")}
    return Figure("No amount said in words is surely misread.", seen["surely wrong"] == 0, numbers)


def sentence(form: str, minor: int) -> str:
    whole, part = divmod(minor, 100)
    digits = " ".join(words(int(digit)) for digit in f"{part:02}")
    return form.format(whole=words(whole), part=words(part), digits=digits)


def words(value: int) -> str:
    """The way the recogniser writes: no hyphens, no commas."""
    return str(num2words(value)).replace("-", " ").replace(",", "")


def verdict(minor: int, reading: dict[str, Any]) -> str:
    items = reading["items"] if reading["action"] == "draft" else []
    if [item["amount"] for item in items] == [minor] and sure(items[0]):
        return "right"
    return "surely wrong" if items and sure(items[0]) and items[0]["amount"] != minor else "asked or unsure"
