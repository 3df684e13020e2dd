"""Savings rate: the share of income that was not spent."""

from dataclasses import dataclass

from insights.periods import Span


@dataclass(frozen=True, slots=True)
class SavingsRate:
    """Income, spending and what is left of `span`, in minor units; `percent` of the income that is left.

    `percent` is a whole number, negative where more was spent than came in. `typical_percent` is the median
    of `typical_months` complete months (3, 6 or 12), None where there are fewer.
    """

    currency: str
    span: Span
    income: int
    spent: int
    percent: int
    typical_percent: int | None
    typical_months: int

    @property
    def saved(self) -> int:
        return self.income - self.spent
