"""History: income and spending of the last twelve months."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """A month ("2026-11") in minor units; both None where the month has no entry at all.

    `complete` is False for the running month and for one in which the ledger began.
    """

    month: str
    income: int | None
    spent: int | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Months:
    """Twelve months in a row, the one looked at last."""

    currency: str
    months: tuple[MonthTotal, ...]
