"""Compared: what was spent against last month, a typical month and the same month a year ago."""

from dataclasses import dataclass

from insights.periods import Span


@dataclass(frozen=True, slots=True)
class Level:
    """Net spending of one subject in minor units: now, and at each baseline; None where that is missing.

    `subject` is "spending" for all of it, else the id of a category, a payee or an account.
    """

    subject: str
    name: str
    now: int
    previous: int | None
    typical: int | None
    year_ago: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Spending of `span` beside the same days of the month before, of typical months and of a year ago.

    `typical_months` says of how many complete months the typical level is the median: 3, 6, 12, or none: 0.
    """

    currency: str
    span: Span
    previous_span: Span
    year_ago_span: Span
    typical_months: int
    spending: Level
    categories: tuple[Level, ...]
    payees: tuple[Level, ...]
    accounts: tuple[Level, ...]
