"""Streaks: days in a row on which nothing was spent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from insights.findings.recurring import Recurring
from insights.periods import Span, lived

if TYPE_CHECKING:
    from insights.frames import Cube

MOST, YEAR = 31, 365


@dataclass(frozen=True, slots=True)
class NoSpend:
    """`days` up to the last day looked at without a purchase (0: there was one that day).

    `longest` is the longest such stretch that ended within the last twelve months, `in_month` the number of
    days without a purchase in the month so far, `span`.
    """

    currency: str
    span: Span
    days: int
    longest: int
    longest_span: Span | None
    in_month: int


def no_spend(cube: Cube, series: Sequence[Recurring]) -> NoSpend | None:
    """How long nothing was bought; None without a purchase in the last month or so.

    Definition: a purchase day has a line on an expense category with a positive sum that is no payment of a
    recurring series; a streak is a stretch of days without one.
    Formula: days = the last day looked at - the last purchase day.
    Source: the "no-spend challenge" as households play it: bills that come by themselves do not break it.
    Minimal data: one purchase within the last 31 days.
    Edge cases: a stretch of more than 31 days is a gap in the records, not thrift; a day with nothing but a
    refund is a day without a purchase; planned rows are not in the cube.
    """
    days = sorted(purchase_days(cube, series))
    if not days or (cube.until - days[-1]).days > MOST:
        return None
    gaps = [Span(day + timedelta(days=1), later - timedelta(days=1)) for day, later in pairwise(days)]
    running = Span(days[-1] + timedelta(days=1), cube.until)
    known = [gap for gap in [*gaps, running] if 0 < gap.days <= MOST and (cube.until - gap.last).days < YEAR]
    longest = max(known, key=lambda gap: gap.days, default=None)
    span = lived(cube.month.first, cube.today)
    bought = sum(1 for day in days if day >= span.first)
    return NoSpend(
        cube.currency, span, running.days, longest.days if longest else 0, longest, span.days - bought
    )


def purchase_days(cube: Cube, series: Sequence[Recurring]) -> set[date]:
    bills = {(one.payee, payment.day) for one in series for payment in one.payments}
    return {day for day, payee in purchases(cube) if (payee, day) not in bills}


def purchases(cube: Cube) -> Iterator[tuple[date, str]]:
    """The day and payee of everything bought in the year before; "" for no payee."""
    since = cube.until.toordinal() - YEAR - MOST
    bought = cube.spent[(cube.spent["total"] > 0) & (cube.spent["day"] >= since)]
    pairs = bought[["day", "payee"]].drop_duplicates()
    for day, ref in zip(pairs["day"].tolist(), pairs["payee"].tolist(), strict=True):
        yield date.fromordinal(day), str(cube.payees[ref].id) if ref else ""
