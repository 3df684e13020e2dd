"""Anomalies: categories that cost far more this month than in their own months before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.findings.typical import Sums, median, recent_months, sums_by
from insights.periods import Span, lived

if TYPE_CHECKING:
    from insights.frames import Cube

FEWEST = 6
LEAST_SCALE = 500
FAR = 3.5


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A category's month in minor units beside the median of the months before it.

    `span` is the month so far; `typical` the median of `months` complete months; `z` the robust z-score.
    """

    currency: str
    span: Span
    category: str
    name: str
    now: int
    typical: int
    z: float
    months: int

    @property
    def delta(self) -> int:
        return self.now - self.typical


def anomalies(cube: Cube) -> tuple[Anomaly, ...]:
    """Categories that cost far more this month than in their whole months before, farthest first.

    Definition: x = net spending of a category in the month so far; its history = its net spending in each of
    the whole months within the twelve before (the month itself left out), 0 where only it has none.
    Formula: z = (x - med) / max(1.4826 MAD, 5 % of med, 500 minor units) > 3.5, and x >= 1.2 med, and
    x - med >= 2 % of a typical month's whole spending, and x > 1.2 times the same month a year ago.
    Source: the modified z-score of Iglewicz & Hoaglin (1993); 1.4826 makes the median absolute deviation
    estimate a normal's standard deviation.
    Minimal data: six whole months, with spending in the category in three quarters of them: what comes once a
    year has no usual month.
    Edge cases: of a running month what is spent so far is compared with whole months, so an alarm stands;
    only what is high is an anomaly; refunds net; a month without any line is missing.
    """
    months = recent_months(cube)
    if len(months) < FEWEST:
        return ()
    sums = sums_by(cube.spent[cube.spent["month"] >= min(months)], "category")
    floor = median([sum(total for (_, at), total in sums.items() if at == month) for month in months]) // 50
    refs = {ref for ref, month in sums if month == cube.index}
    found = [judged(cube, ref, sums, months) for ref in refs]
    far = [one for one in found if one and one.z > FAR and one.delta >= floor]
    return tuple(sorted(far, key=lambda one: (-one.z, one.name, one.category)))


def judged(cube: Cube, ref: int, sums: Sums, months: tuple[int, ...]) -> Anomaly | None:
    """The category's month beside its history; None where it has none or is no higher than usual."""
    history = [sums.get((ref, month), 0) for month in months]
    now, typical = sums[ref, cube.index], median(history)
    seasonal = sums.get((ref, cube.index - 12), 0)
    usual = 4 * sum(total > 0 for total in history) >= 3 * len(history) and typical > 0
    if not usual or 10 * now < 12 * typical or 10 * now <= 12 * seasonal:
        return None
    spread = median([abs(total - typical) for total in history])
    z = (now - typical) / max(1.4826 * spread, 0.05 * typical, LEAST_SCALE)
    named, span = cube.accounts[ref], lived(cube.month.first, cube.today)
    return Anomaly(cube.currency, span, str(named.id), named.name, now, typical, z, len(months))
