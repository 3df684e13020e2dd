"""Course: how the spending of a month that is over added up, day by day, beside a typical one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.findings.projection import running_sums, typical_by_day
from insights.findings.typical import typical_months
from insights.periods import Span

if TYPE_CHECKING:
    from insights.frames import Cube


@dataclass(frozen=True, slots=True)
class Course:
    """Running sums of net spending after each day of the whole month `span`, in minor units.

    `typical_by_day` is the median of the sums of `months` months before it.
    """

    currency: str
    span: Span
    so_far_by_day: tuple[int, ...]
    typical_by_day: tuple[int, ...]
    months: int


def course(cube: Cube) -> Course | None:
    """The course of a month that is over; None for a running one, whose course is its projection's.

    Definition: the running sum of the lines on expense categories, by day.
    Formula: typical(d) = median over the typical months m of the sum of m up to its d-th day.
    Source: as in `projection`, without what is to come.
    Minimal data: three whole months of the twelve before it.
    Edge cases: as in `projection`: the last day stands for the later days of a longer month.
    """
    months = typical_months(cube)
    if cube.running or not months:
        return None
    this, past = running_sums(cube)
    return Course(cube.currency, cube.month, this, typical_by_day(cube, past), len(months))
