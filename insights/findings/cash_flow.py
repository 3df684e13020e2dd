"""Cash flow: what is there today, and what it becomes by the payments expected in the days ahead."""

from dataclasses import dataclass
from datetime import date

from insights.periods import Span


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Money in all asset and liability accounts, in minor units, today and at the end of each day of `span`.

    `span` begins tomorrow. `income` and `bills` are the dated recurring payments within it, `everyday` what
    is spent beside them in as many typical days. `lowest` is the smallest of `expected_by_day`.
    """

    currency: str
    span: Span
    balance: int
    expected_by_day: tuple[int, ...]
    income: int
    bills: int
    everyday: int
    lowest: int
    lowest_day: date
