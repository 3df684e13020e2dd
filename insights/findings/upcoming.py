"""Upcoming: the recurring bills expected in the days ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from insights.findings.cadence import Cadence, days_after
from insights.findings.recurring import Recurring
from insights.periods import Span

AHEAD = 30


@dataclass(frozen=True, slots=True)
class Bill:
    """A payment expected on `day`, in minor units; `late` when the day has passed without it."""

    day: date
    payee: str
    name: str
    category: str
    category_name: str
    cadence: Cadence
    amount: int
    late: bool


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The bills expected in `span` (today and later) and those that are late, earliest first; their sum."""

    currency: str
    span: Span
    bills: tuple[Bill, ...]
    total: int


def upcoming(series: Sequence[Recurring], currency: str, today: date) -> Upcoming | None:
    """The bills of the next thirty days; None where nothing recurring is paid.

    Definition: each recurring expense is expected on its next day and, at its cadence, on the days after it.
    Formula: next day and amount as in `recurring`; total = Σ amounts.
    Source: the payments found in the ledger; nothing needs to be set up.
    Minimal data: one recurring expense.
    Edge cases: one whose day has passed is late and listed first on its own day; months without a 31st are
    paid on their last day; an empty tuple of bills says that nothing falls due within the span.
    """
    expenses = [one for one in series if one.direction == "expense" and one.currency == currency]
    if not expenses:
        return None
    span = Span(today, today + timedelta(days=AHEAD))
    bills = sorted(
        (bill(one, day, today) for one in expenses for day in due(one, span.last)),
        key=lambda one: (one.day, one.name, one.payee, one.amount),
    )
    return Upcoming(currency, span, tuple(bills), sum(one.amount for one in bills))


def due(one: Recurring, last: date) -> Iterator[date]:
    """The days on which a series is expected up to `last`; a late one once, and then as its cadence goes."""
    days = days_after(one.next_day, one.cadence, one.place)
    day = one.next_day
    while day <= last:
        yield day
        day = next(days)


def bill(one: Recurring, day: date, today: date) -> Bill:
    return Bill(
        day, one.payee, one.name, one.category, one.category_name, one.cadence, one.amount, day < today
    )
