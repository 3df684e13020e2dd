"""One thing that happened in the household, before it is a transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random


@dataclass(frozen=True, slots=True)
class Part:
    """A line by the key of its category or account; `cents` is what reaches it, in minor units."""

    key: str
    cents: int
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Happening:
    """`who` is 0 or 1, one of the two people; `words` is what they said, None where they typed it."""

    day: date
    who: int
    account: str
    parts: tuple[Part, ...]
    payee: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    words: str | None = None
    thinnable: bool = False

    @property
    def leg(self) -> int:
        """What reaches the account, in euro cents."""
        return -sum(part.cents for part in self.parts if part.currency == "EUR")


def price(dice: Random, low: int, high: int) -> int:
    """A price in cents, nearer to `low` than to `high` as purchases are; most end in 9, 5 or 0."""
    cents = low + min(dice.randrange(high - low + 1), dice.randrange(high - low + 1))
    return cents if dice.randrange(4) == 0 else cents - cents % 10 + dice.choice((0, 5, 9, 9))


def maybe(dice: Random, choices: Sequence[str], *, percent: int) -> str:
    return dice.choice(choices) if choices and dice.randrange(100) < percent else ""
