"""History: income and spending of the last twelve months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.findings.typical import sums_of_all

if TYPE_CHECKING:
    from insights.frames import Cube

LENGTH = 12


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """A month ("2026-11") in minor units; both None where the month has no entry at all.

    `complete` is False for the running month and for one in which the ledger began.
    """

    month: str
    income: int | None
    spent: int | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Months:
    """Twelve months in a row, the one looked at last."""

    currency: str
    months: tuple[MonthTotal, ...]


def months(cube: Cube) -> Months | None:
    """Income and net spending of the month looked at and the eleven before it; None where all are missing.

    Definition: the sums of the lines on income and on expense categories by month.
    Formula: sums of whole minor units, from the rollup for the months before, from the days for this one.
    Source: the ledger's own totals; nothing is estimated.
    Minimal data: one line in one of the months.
    Edge cases: a month without a line in this currency is missing (None), not 0; the running month holds what
    is dated up to today; refunds net, transfers are left out.
    """
    spent, earned = (
        sums_of_all(whole) | sums_of_all(days)
        for whole, days in ((cube.spent_by_month, cube.spent), (cube.earned_by_month, cube.earned))
    )
    found = tuple(
        month_total(cube, month, earned, spent) for month in range(cube.index - LENGTH + 1, cube.index + 1)
    )
    return Months(cube.currency, found) if any(one.spent is not None for one in found) else None


def month_total(cube: Cube, month: int, earned: dict[int, int], spent: dict[int, int]) -> MonthTotal:
    name = f"{month // 12}-{month % 12 + 1:02}"
    if month not in earned and month not in spent:
        return MonthTotal(name, None, None, complete=False)
    complete = month in cube.whole_months or (month == cube.index and not cube.running)
    return MonthTotal(name, earned.get(month, 0), spent.get(month, 0), complete)
