"""Numbers, amounts with their hundredths and dates said in each language by libraries, and read back."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from tools.proofs.figure import Figure, share
from tools.proofs.speech import SPEECHES, TODAY, Speech
from voice.parser import read

SMALL, LARGEST = 10_000, 999_999_999
LARGE, AMOUNTS, DOZEN = 3_000, 1_500, 1200
ENDS = (1_000_000, 100_000_000, LARGEST + 1)
EVERY_ONE, NEARLY_ALL, HINDI = 1.0, 0.99, 0.98
LEAST = {"en": EVERY_ONE, "en-IN": EVERY_ONE, "hi": HINDI}


def prove(seed: int) -> Figure:
    """0 to 10,000 all, then many up to 99,99,99,999; each language against its own limit."""
    dice = Random(seed)
    found = {speech.name: judged(speech, dice) for speech in SPEECHES}
    holds = all(right >= LEAST.get(name, NEARLY_ALL) * said for name, (right, said) in found.items())
    numbers = {name: share(right, said) for name, (right, said) in found.items()}
    claim = "Numbers said by num2words and CLDR are read back: all in English, 99 % elsewhere, 98 % in Hindi."
    return Figure(claim, holds, numbers)


def judged(speech: Speech, dice: Random) -> tuple[int, int]:
    """(how many were read back, how many were said)."""
    wholes = [*range(1, SMALL + 1), *(dice.randrange(SMALL, dice.choice(ENDS)) for _ in range(LARGE))]
    verdicts = [amount_of(speech, speech.amount(whole)) == whole * 100 for whole in wholes]
    verdicts += [right for _ in range(AMOUNTS) for right in with_hundredths(speech, dice)]
    verdicts += [date_of(speech, day) == day for day in days()]
    return sum(verdicts), len(verdicts)


def with_hundredths(speech: Speech, dice: Random) -> Iterable[bool]:
    whole, part = dice.randrange(1, 10 ** dice.randrange(1, 6)), dice.randrange(10, 100)
    return [amount_of(speech, text) == whole * 100 + part for text in speech.amounts(whole, part)]


def days() -> Iterable[date]:
    """The last year's days: what is said without a year is the last one."""
    return [date.fromisoformat(TODAY) - timedelta(ago) for ago in range(365)]


def amount_of(speech: Speech, text: str) -> int | None:
    items = read(text, speech.context())["items"]
    return items[0]["amount"] if len(items) == 1 else None


def date_of(speech: Speech, day: date) -> date | None:
    """The date read where twelve of the currency were read too."""
    items = read(speech.day(day), speech.context())["items"]
    right = len(items) == 1 and items[0]["amount"] == DOZEN and items[0]["date"]
    return date.fromisoformat(items[0]["date"]) if right else None
