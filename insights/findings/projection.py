"""Projection: where the running month ends if its remaining days are like those of other months."""

from dataclasses import dataclass

from insights.periods import Span


@dataclass(frozen=True, slots=True)
class Projection:
    """Spending of the running month `span` in minor units: known so far, and expected at its end.

    `low` and `high` bound the expected end (`low` <= `expected` <= `high`). `so_far_by_day` holds the running
    sum after day 1, 2, … up to today, `typical_by_day` the typical running sum for every day of the month;
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
