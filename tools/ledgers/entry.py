"""What a made-up ledger consists of, and what is true of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Cadence = Literal["weekly", "monthly", "quarterly", "yearly"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: minor units, positive for spending, negative for income and refunds; `payee` may be ""."""

    day: date
    category: str
    payee: str
    amount: int
    income: bool = False
    currency: str = "EUR"
    account: str = "bank"


@dataclass(frozen=True, slots=True)
class Truth:
    """A series that was put in: `amount` is its price at the end; `ended` the day it was given up."""

    payee: str
    category: str
    income: bool
    cadence: Cadence
    amount: int
    varies: bool
    begun: date
    ended: date | None
    risen: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """A category's month ("2026-11") into which so much extra spending was put."""

    category: str
    month: str
    extra: int


@dataclass(frozen=True, slots=True)
class Life:
    """A ledger from `first` to `last`, oldest entry first, with its truth; `gaps` were not recorded."""

    first: date
    last: date
    entries: tuple[Entry, ...]
    series: tuple[Truth, ...]
    oddities: tuple[Oddity, ...]
    gaps: tuple[str, ...]
