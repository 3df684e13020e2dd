"""Cash flow: what is there today, and what it becomes by the payments expected in the days ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from insights.findings.recurring import Recurring
from insights.findings.typical import median, recent_months, sums_of_all
from insights.findings.upcoming import due
from insights.periods import Span, month_index

if TYPE_CHECKING:
    from insights.frames import Cube

AHEAD = 30
LATEST, FEWEST = 6, 3
AVERAGE_MONTH = (10_000, 304_375)
"""One day of a month of 30.4375 days, as a fraction."""


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Money in all asset and liability accounts, in minor units, today and at the end of each day of `span`.

    `span` begins tomorrow. `income` and `bills` are the dated recurring payments within it, `everyday` what
    is spent beside them in as many typical days. `lowest` is the smallest of `expected_by_day`.
    """

    currency: str
    span: Span
    balance: int
    expected_by_day: tuple[int, ...]
    income: int
    bills: int
    everyday: int
    lowest: int
    lowest_day: date


def cash_flow(cube: Cube, series: Sequence[Recurring]) -> CashFlow | None:
    """What the own accounts will hold over the next thirty days.

    Definition: balance = what all asset and liability accounts hold today; income and bills = the recurring
    payments due; everyday = net spending that is no payment of a recurring series.
    Formula: expected(d) = balance + Σ income due up to d - Σ bills due up to d - d * everyday of a day, which
    is the median of it over the latest six whole months / 30.4375. A late one is expected on the first day.
    Source: a direct-method cash forecast (dated receipts and payments), everyday spending by its median.
    Minimal data: three whole months, today within the month looked at, and an opening balance: without one
    the entries say what moved, not what is there.
    Edge cases: transfers between own accounts change nothing; what is dated after today is not yet in the
    balance; income that is not recurring is not expected; other currencies are left out.
    """
    months = recent_months(cube)[:LATEST]
    held = cube.balance
    if held is None or cube.today > cube.month.last or len(months) < FEWEST:
        return None
    span = Span(cube.today + timedelta(days=1), cube.today + timedelta(days=AHEAD))
    income, bills = dated(series, "income", span), dated(series, "expense", span)
    daily = everyday(cube, series, months)
    numerator, denominator = AVERAGE_MONTH
    flows = accumulate(
        income[day] - bills[day] for day in (span.first + timedelta(days=step) for step in range(AHEAD))
    )
    by_day = tuple(
        held + flow - daily * numerator * step // denominator for step, flow in enumerate(flows, 1)
    )
    lowest = min(by_day)
    return CashFlow(
        cube.currency, span, held, by_day, income.total(), bills.total(),
        daily * numerator * AHEAD // denominator, lowest, span.first + timedelta(days=by_day.index(lowest)),
    )  # fmt: skip


def dated(series: Sequence[Recurring], direction: str, span: Span) -> Counter[date]:
    """Day → minor units due on it."""
    found: Counter[date] = Counter()
    for one in series:
        if one.direction == direction:
            for day in due(one, span.last):
                found[max(day, span.first)] += one.amount
    return found


def everyday(cube: Cube, series: Sequence[Recurring], months: Sequence[int]) -> int:
    """The median month's net spending beside the recurring payments, never below 0."""
    recurring: Counter[int] = Counter()
    for one in series:
        if one.direction == "expense":
            for payment in one.payments:
                recurring[month_index(payment.day)] += payment.amount
    spent = sums_of_all(cube.spent)
    return max(0, median([spent.get(month, 0) - recurring[month] for month in months]))
