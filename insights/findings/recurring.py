"""Recurring: payments that come back every week, month, quarter or year, and are still coming."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Cadence = Literal["weekly", "monthly", "quarterly", "yearly"]
Direction = Literal["expense", "income"]
TIMES_A_YEAR: dict[Cadence, int] = {"weekly": 52, "monthly": 12, "quarterly": 4, "yearly": 1}


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment of a series: its day and its magnitude in minor units."""

    day: date
    amount: int


@dataclass(frozen=True, slots=True)
class Recurring:
    """A series of payments to or from one payee, oldest first; it was still coming at the last day looked at.

    `amount` is what the next payment is expected to be, in minor units and positive: the latest where
    amounts are steady, the median of the last six where they vary (`steady` False). `next_day` is when it is
    expected; it may lie some days in the past, then it is late. `payee`, `category`, `account` are ids.
    """

    currency: str
    direction: Direction
    payee: str
    name: str
    category: str
    category_name: str
    account: str
    cadence: Cadence
    amount: int
    steady: bool
    next_day: date
    payments: tuple[Payment, ...]

    @property
    def first_day(self) -> date:
        return self.payments[0].day

    @property
    def last_day(self) -> date:
        return self.payments[-1].day

    @property
    def count(self) -> int:
        return len(self.payments)

    @property
    def yearly(self) -> int:
        """What it comes to in a year, in minor units."""
        return self.amount * TIMES_A_YEAR[self.cadence]
