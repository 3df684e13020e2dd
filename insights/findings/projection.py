"""Projection: where the running month ends if its remaining days are like those of other months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from insights.findings.typical import median, recent_months, typical_months
from insights.periods import Span

if TYPE_CHECKING:
    from insights.frames import Cube

LATEST, FEWEST = 6, 3


@dataclass(frozen=True, slots=True)
class Projection:
    """Spending of the running month `span` in minor units: known so far, and expected at its end.

    `low` and `high` bound the expected end (`low` <= `expected` <= `high`). `so_far_by_day` holds the running
    sum after day 1, 2, … up to today, `typical_by_day` the median one of `compared`'s months for every day;
    `low_by_day` and `high_by_day` its band. `months` says how many months the expectation rests on.
    """

    currency: str
    span: Span
    known: int
    expected: int
    low: int
    high: int
    so_far_by_day: tuple[int, ...]
    typical_by_day: tuple[int, ...]
    low_by_day: tuple[int, ...]
    high_by_day: tuple[int, ...]
    months: int


def projection(cube: Cube) -> Projection | None:
    """Where the running month's spending ends; None for a month that is over or has too little before it.

    Definition: known = net spending up to today. Remaining of a month m after day k = its net spending on the
    days after its k-th.
    Formula: expected = known + median of remaining(m) over the latest six whole months m of the last twelve;
    low and high = known + their smallest and largest.
    Source: the median of what remained is not misled by rent on the first, as a linear pace is. A new month
    falls between the extremes of n exchangeable ones with probability (n - 1) / (n + 1), 71 % of six.
    Minimal data: three whole months.
    Edge cases: the last day of this month stands for all later days of a longer month; a shorter month has
    nothing left after its last day; what is dated after today counts as not yet spent; refunds net; missing
    months are left out.
    """
    if not cube.running or len(recent_months(cube)) < FEWEST:
        return None
    today = (cube.until - cube.month.first).days + 1
    this, past = running_sums(cube)
    so_far, latest = this[:today], past[:LATEST]
    rest = [sums[-1] - sums[today - 1] for sums in latest]
    known, by_day = so_far[-1], list(zip(*latest, strict=True))
    return Projection(
        cube.currency, cube.month, known, known + median(rest), known + min(rest), known + max(rest), so_far,
        typical_by_day(cube, past), tuple(map(min, by_day)), tuple(map(max, by_day)), len(latest),
    )  # fmt: skip


def typical_by_day(cube: Cube, past: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The median after each day of the months that `compared` takes its median of: today's is the same."""
    return tuple(map(median, zip(*past[: len(typical_months(cube))], strict=True)))


def running_sums(cube: Cube) -> tuple[tuple[int, ...], list[tuple[int, ...]]]:
    """Net spending up to each day: of the month looked at, and of the whole ones of a year, latest first.

    The last day takes all that came later in a longer month.
    """
    months = [cube.index, *recent_months(cube)]
    lines = cube.spent[cube.spent["month"].isin(months)]
    grouped = lines.groupby(["month", "place"], as_index=False)["total"].sum()
    columns = (grouped[name].tolist() for name in ("month", "place", "total"))
    spent = {month: [0] * cube.month.days for month in months}
    for month, place, total in zip(*columns, strict=True):
        spent[month][min(place, cube.month.days) - 1] += total
    this, *past = (tuple(accumulate(spent[month])) for month in months)
    return this, past
