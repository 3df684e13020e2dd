"""From finance's cube to pandas: the only import of pandas, made on first use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from finance import summaries
from finance.ids import natural_id
from finance.summaries import DayCell, MonthCell, Named, Ref, Twice
from insights.periods import Span, lived, month_index, months_before, whole_month

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame

LOOKS_BACK = 36
"""Whole months before the one looked at whose days are fetched: three years, for what comes once a year."""
FIRST_WEEK = 7
OPENING = "opening balances"
"""The key of the account that what was there at first is booked against."""
DAYS = ["day", "place", "month", "category", "payee", "account", "currency", "total", "count"]
MONTHS = ["month", "category", "currency", "total", "count"]


def most_used(cube: DataFrame) -> list[str]:
    """The currencies of a cube, the one with most lines first; ties by code."""
    lines = cube.groupby("currency")["count"].sum()
    return sorted(lines.index, key=lambda currency: (-lines[currency], currency))


@dataclass(frozen=True, slots=True)
class Cube:
    """A ledger in one currency as seen in one month: a finding takes one, so it cannot add currencies.

    `month` is the whole month looked at; nothing later than `until`, the last of its days that has been
    lived, is in a frame. `spent` (expense categories) and `earned` (income, positive as people say it) have a
    row per day, category, payee and own account, with the columns DAYS: `day` counts as `date.toordinal`,
    `place` is the day within its month, from 1, `month` counts as `month_index`, `total` is in minor units
    (int64), and `category`, `payee` and `account` are numbers that `accounts` and `payees` resolve; 0 is no
    payee. They reach LOOKS_BACK months back. `spent_by_month` and `earned_by_month`, with MONTHS, have
    every whole month of the ledger before the one looked at. `whole_months` are those of them that may be
    compared with, latest first: any with a line, the ledger's first only if it began in its first week.
    `balance` is what all own accounts hold today, None while nobody said what they held at first: then their
    sum says only what moved. `twice` may have been recorded twice in this month.
    """

    currency: str
    today: date
    month: Span
    spent: DataFrame
    earned: DataFrame
    spent_by_month: DataFrame
    earned_by_month: DataFrame
    whole_months: tuple[int, ...]
    balance: int | None
    twice: tuple[Twice, ...]
    accounts: Mapping[Ref, Named]
    payees: Mapping[Ref, Named]

    @property
    def until(self) -> date:
        return min(self.month.last, self.today)

    @property
    def running(self) -> bool:
        """Whether the month has days to come."""
        return self.today < self.month.last

    @property
    def index(self) -> int:
        """The month looked at, as `month_index` counts."""
        return month_index(self.month.first)

    def between(self, span: Span) -> DataFrame:
        """What was spent in a span of the last three years."""
        return self.spent[self.spent["day"].between(span.first.toordinal(), span.last.toordinal())]


@dataclass(frozen=True, slots=True)
class Cubes:
    """A ledger as seen in one month, in every currency; `currencies` with most lines in sight first."""

    today: date
    month: Span
    days: DataFrame
    months: DataFrame
    balances: Mapping[str, int]
    twice: Sequence[Twice]
    accounts: Mapping[Ref, Named]
    payees: Mapping[Ref, Named]

    @property
    def currencies(self) -> list[str]:
        return most_used(self.days)

    def of(self, currency: str) -> Cube:
        """The ledger in one currency; frames without a row where it has none."""
        days = self.days[self.days["currency"] == currency]
        months = self.months[self.months["currency"] == currency]
        spent_by_month, earned_by_month = self.sides(months)
        return Cube(
            currency,
            self.today,
            self.month,
            *self.sides(days),
            spent_by_month,
            earned_by_month,
            whole_months(days, months),
            self.balances.get(currency),
            tuple(one for one in self.twice if one.currency == currency),
            self.accounts,
            self.payees,
        )

    def sides(self, frame: DataFrame) -> tuple[DataFrame, DataFrame]:
        """What was spent and what was earned, both positive as people say them."""
        incomes = [ref for ref, one in self.accounts.items() if one.kind == "income"]
        income = frame["category"].isin(incomes)
        earned = frame[income]
        return frame[~income], earned.assign(total=-earned["total"])


def cubes_of(ledger: UUID, today: date, month: date | None = None) -> Cubes:
    """What the findings of a month need, in six statements; `month` is any day of it, by default today.

    The month must have begun. Whoever calls has asked `finance.permissions`.
    """
    span = whole_month(month or today)
    until = lived(span.first, today).last
    accounts = summaries.accounts_named(ledger)
    categories = [ref for ref, one in accounts.items() if one.kind in summaries.CATEGORY_KINDS]
    totals = list(summaries.month_cube(ledger))
    first_day = months_before(span, LOOKS_BACK).first
    return Cubes(
        today,
        span,
        days_frame(summaries.day_cube(ledger, first_day, until, categories)),
        months_frame([cell for cell in totals if cell[0] < span.month], set(categories)),
        balances(totals, accounts, summaries.held_after(ledger, today), opened(ledger, totals, accounts)),
        summaries.recorded_twice(ledger, span.first, until),
        accounts,
        summaries.payees_named(ledger),
    )


def days_frame(cells: Iterable[DayCell]) -> DataFrame:
    """One row per cell, with DAYS; numbers are int64, no payee is 0."""
    import pandas as pd

    columns = list(zip(*cells, strict=True)) or [()] * 7
    texts, category, payee, account, currency, total, count = columns
    ordinals = {text: date.fromisoformat(text).toordinal() for text in set(texts)}
    day = [ordinals[text] for text in texts]
    numbers = {"day": day, "category": category, "account": account, "total": total, "count": count}
    frame = pd.DataFrame({name: pd.Series(column, dtype="int64") for name, column in numbers.items()})
    months = {ordinal: whole_month(date.fromordinal(ordinal)).first for ordinal in ordinals.values()}
    begun = {ordinal: first.toordinal() - 1 for ordinal, first in months.items()}
    index = {ordinal: month_index(first) for ordinal, first in months.items()}
    return frame.assign(
        place=frame["day"] - frame["day"].map(begun).astype("int64"),
        month=frame["day"].map(index).astype("int64"),
        payee=pd.Series([ref or 0 for ref in payee], dtype="int64"),
        currency=pd.Series(currency, dtype="str"),
    )[DAYS]


def months_frame(cells: Iterable[MonthCell], categories: set[Ref]) -> DataFrame:
    """One row per cell of a category, with MONTHS."""
    import pandas as pd

    rows = [
        (month_index(date.fromisoformat(f"{month}-01")), *cell)
        for month, *cell in cells
        if cell[0] in categories
    ]
    frame = pd.DataFrame(rows, columns=MONTHS)
    return frame.astype(
        {"month": "int64", "category": "int64", "currency": "str", "total": "int64", "count": "int64"}
    )


def opened(ledger: UUID, totals: Iterable[MonthCell], accounts: Mapping[Ref, Named]) -> set[str]:
    """The currencies in which somebody said what an account held at first."""
    opening = natural_id(ledger, "account", OPENING)
    return {currency for _, account, currency, _, _ in totals if accounts[account].id == opening}


def balances(
    totals: Iterable[MonthCell],
    accounts: Mapping[Ref, Named],
    ahead: Mapping[str, int],
    currencies: Collection[str],
) -> dict[str, int]:
    """By the currency, of some, what the own accounts hold, without what is dated `ahead`."""
    held = {currency: -ahead.get(currency, 0) for currency in currencies}
    for _, account, currency, total, _ in totals:
        if currency in held and accounts[account].kind in summaries.OWN_KINDS:
            held[currency] += total
    return held


def whole_months(days: DataFrame, months: DataFrame) -> tuple[int, ...]:
    """See `Cube`."""
    present = sorted({int(month) for month in months["month"]}, reverse=True)
    begun = days[days["month"] == present[-1]]["place"] if present else None
    late = begun is not None and len(begun) and int(begun.min()) > FIRST_WEEK
    return tuple(present[:-1] if late else present)
