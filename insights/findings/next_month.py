"""Next month: its spending by the median of twelve months and what the season does to it."""

from dataclasses import dataclass

from insights.periods import Span


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
