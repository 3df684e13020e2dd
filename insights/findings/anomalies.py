"""Anomalies: categories that cost far more this month than in their own months before."""

from dataclasses import dataclass

from insights.periods import Span


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
