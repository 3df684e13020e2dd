"""What is typical: the median of the latest whole months, and sums by month to take it of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from insights.frames import Cube, DataFrame

Subject = Literal["category", "payee", "account"]
Sums: TypeAlias = dict[tuple[int, int], int]
"""(subject's number, month) → net spending in minor units."""
WINDOWS = (12, 6, 3)
YEAR = 12


def typical_months(cube: Cube) -> tuple[int, ...]:
    """The latest 12, 6 or 3 whole months of the last twelve, as many as there are; () below three.

    A month without a line is missing: it neither counts as 0 nor makes room for one more than a year ago.
    """
    recent = recent_months(cube)
    return next((recent[:size] for size in WINDOWS if len(recent) >= size), ())


def recent_months(cube: Cube) -> tuple[int, ...]:
    """The whole months within the twelve before the one looked at, latest first."""
    return tuple(month for month in cube.whole_months if month >= cube.index - YEAR)


def like_days(cube: Cube) -> DataFrame:
    """What was spent since the same month a year ago on days comparable with those lived of this month.

    Of a running month in its k-th day these are the first k days of every month; of one that is over, all.
    """
    since = cube.spent[cube.spent["month"] >= cube.index - YEAR]
    return since[since["place"] <= (cube.until - cube.month.first).days + 1] if cube.running else since


def sums_by(lines: DataFrame, subject: Subject) -> Sums:
    grouped = lines.groupby([subject, "month"], as_index=False, sort=False)["total"].sum()
    refs, months, totals = (grouped[column].tolist() for column in (subject, "month", "total"))
    return dict(zip(zip(refs, months, strict=True), totals, strict=True))


def sums_of_all(lines: DataFrame) -> dict[int, int]:
    """Month → net spending in minor units."""
    grouped = lines.groupby("month", as_index=False)["total"].sum()
    return dict(zip(grouped["month"].tolist(), grouped["total"].tolist(), strict=True))


def median(values: Sequence[int]) -> int:
    """The middle value; of two middle ones their mean, rounded down to a whole minor unit. Not of none."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) // 2
