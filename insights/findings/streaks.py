"""Streaks: days in a row on which nothing was spent."""

from dataclasses import dataclass

from insights.periods import Span


@dataclass(frozen=True, slots=True)
class NoSpend:
    """`days` up to the last day looked at without a purchase (0: there was one that day).

    `longest` is the longest such stretch that ended within the last twelve months, `in_month` the number of
    days without a purchase in the month so far, `span`.
    """

    currency: str
    span: Span
    days: int
    longest: int
    longest_span: Span | None
    in_month: int
