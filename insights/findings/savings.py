"""Savings rate: the share of income that was not spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.findings.typical import WINDOWS, median, recent_months, sums_of_all
from insights.periods import Span, lived

if TYPE_CHECKING:
    from insights.frames import Cube


@dataclass(frozen=True, slots=True)
class SavingsRate:
    """Income, spending and what is left of `span`, in minor units; `percent` of the income that is left.

    `percent` is a whole number, negative where more was spent than came in. `typical_percent` is the median
    of `typical_months` complete months (3, 6 or 12), None where there are fewer.
    """

    currency: str
    span: Span
    income: int
    spent: int
    percent: int
    typical_percent: int | None
    typical_months: int

    @property
    def saved(self) -> int:
        return self.income - self.spent


def savings_rate(cube: Cube) -> SavingsRate | None:
    """The share of the month's income that is left; None in a month without income.

    Definition: income = the sum of the lines on income categories, spent = net spending, both so far.
    Formula: percent = 100 (income - spent) / income, rounded to the nearest whole number.
    Source: the personal saving rate of national accounts (saving / disposable income), on what was recorded.
    Minimal data: income above 0. The typical rate is the median over the latest 12, 6 or 3 whole months of
    the last twelve that had income.
    Edge cases: negative where more was spent than came in; transfers to savings are neither; a refund lowers
    what was spent; months without income are missing.
    """
    earned, spent = sums_of_all(cube.earned), sums_of_all(cube.spent)
    income, out = earned.get(cube.index, 0), spent.get(cube.index, 0)
    if income <= 0:
        return None
    rates = [
        rate(earned[month], spent.get(month, 0)) for month in recent_months(cube) if earned.get(month, 0) > 0
    ]
    size = next((size for size in WINDOWS if len(rates) >= size), 0)
    typical = median(rates[:size]) if size else None
    span = lived(cube.month.first, cube.today)
    return SavingsRate(cube.currency, span, income, out, rate(income, out), typical, size)


def rate(income: int, spent: int) -> int:
    """Percent of the income that is left, halves rounded up."""
    return (200 * (income - spent) + income) // (2 * income)
