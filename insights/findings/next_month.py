"""Next month: its spending by the median of twelve months and what the season does to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from insights.findings.typical import YEAR, median, sums_of_all
from insights.periods import Span, months_before

if TYPE_CHECKING:
    from insights.frames import Cube

FEWEST, AROUND = 6, 6
DOUBT = 8


@dataclass(frozen=True, slots=True)
class NextMonth:
    """Spending expected in the month `span`, in minor units: `typical` times the season's index.

    `season` is the index in percent (100: the month is like any other); `low` and `high` bound `expected`.
    `months` says how many complete months it rests on.
    """

    currency: str
    span: Span
    expected: int
    low: int
    high: int
    typical: int
    season: int
    months: int


def next_month(cube: Cube) -> NextMonth | None:
    """What the month after the one looked at will cost.

    Definition: y(m) = net spending of a whole month m; typical = the median of y over the last twelve months.
    Formula: expected = typical * index / 100; index = 100 + n / (n + 8) * (mean of 100 y(m) / median of the
    thirteen months around m, over the n earlier months of the same name, - 100): shrunk towards 100.
    Source: ratio-to-moving-level seasonal indices (Makridakis, Wheelwright & Hyndman, 1998), shrunk as James
    and Stein do; low and high scale expected by the second smallest and second largest y / typical.
    Minimal data: six whole months within the last twelve; a season needs a month of the same name with six
    months around it, and speaks softly until it has been seen in several years.
    Edge cases: the running month is left out; missing months are left out; None where a typical month is not
    above 0.
    """
    last = cube.index - 1 if cube.running else cube.index
    spent = whole_spending(cube)
    recent = [spent[month] for month in range(last - YEAR + 1, last + 1) if month in spent]
    if len(recent) < FEWEST or (typical := median(recent)) <= 0:
        return None
    season = season_of(spent, last, cube.index + 1)
    expected = round(typical * season / 100)
    low, high = (round(expected * one / typical) for one in (sorted(recent)[1], sorted(recent)[-2]))
    span = months_before(cube.month, -1)
    return NextMonth(
        cube.currency, span, expected, min(low, expected), max(high, expected), typical, season, len(recent)
    )


def whole_spending(cube: Cube) -> dict[int, int]:
    """Month → net spending, of every month that may be compared with, and of this one if it is over."""
    spent = sums_of_all(cube.spent_by_month)
    found = {month: spent.get(month, 0) for month in cube.whole_months}
    return found if cube.running else found | {cube.index: sums_of_all(cube.spent).get(cube.index, 0)}


def season_of(spent: Mapping[int, int], last: int, month: int) -> int:
    """The shrunk index, in percent, of a month from the months of its name up to `last`."""
    namesakes = [past for past in spent if past <= last and (month - past) % YEAR == 0]
    ratios = [ratio for past in namesakes if (ratio := ratio_to_year(spent, past, last)) is not None]
    return round(100 + 100 * (fmean(ratios) - 1) * len(ratios) / (len(ratios) + DOUBT)) if ratios else 100


def ratio_to_year(spent: Mapping[int, int], month: int, last: int) -> float | None:
    """A month's spending as a multiple of the median of the thirteen around it, none later than `last`."""
    around = range(month - YEAR // 2, min(month + YEAR // 2, last) + 1)
    known = [spent[other] for other in around if other in spent]
    level = median(known) if len(known) > AROUND else 0
    return spent[month] / level if level > 0 else None
