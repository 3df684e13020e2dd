"""Recurring: payments that come back every week, month, quarter or year, and are still coming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from insights.findings import cadence as cadences
from insights.findings.cadence import Cadence
from insights.findings.typical import median

if TYPE_CHECKING:
    from insights.frames import Cube, DataFrame

Direction = Literal["expense", "income"]
TIMES_A_YEAR: dict[Cadence, int] = {
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
    "yearly": 1,
}
CONFORMING, STRICTLY = 0.75, 0.85
LATEST, FEW, MANY = 6, 3, 60


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment of a series: its day and its magnitude in minor units."""

    day: date
    amount: int


@dataclass(frozen=True, slots=True)
class Recurring:
    """A series of payments to or from one payee, oldest first; it was still coming at the last day looked at.

    `amount` is what the next payment is expected to be, in minor units and positive: the latest where
    amounts are steady, the median of the last six where they vary (`steady` False). `next_day` is when it is
    expected; it may lie some days in the past, then it is late. `payee`, `category`, `account` are ids.
    """

    currency: str
    direction: Direction
    payee: str
    name: str
    category: str
    category_name: str
    account: str
    cadence: Cadence
    amount: int
    steady: bool
    next_day: date
    payments: tuple[Payment, ...]

    @property
    def first_day(self) -> date:
        return self.payments[0].day

    @property
    def last_day(self) -> date:
        return self.payments[-1].day

    @property
    def count(self) -> int:
        return len(self.payments)

    @property
    def place(self) -> int:
        """The day of the month that it is meant for."""
        return cadences.place_of([one.day for one in self.payments])

    @property
    def yearly(self) -> int:
        """What it comes to in a year, in minor units."""
        return self.amount * TIMES_A_YEAR[self.cadence]


@dataclass(frozen=True, slots=True)
class Paid:
    """One positive cell of a payee: its day, minor units, category and own account by number."""

    day: date
    amount: int
    category: int
    account: int


def recurring(cube: Cube) -> tuple[Recurring, ...]:
    """The series of payments found in the last three years that still come, the dearest a year first.

    Definition: payments of one payee whose gaps keep to a week, two weeks, a month, a quarter or a year. All
    of a payee's payments are tried as one series first; where they are none, each cluster of equal amounts
    (within 2 % of its middle) is, continued by a later cluster at a new price.
    Formula: the median gap lies within the cadence's tolerance (1, 2, 5, 9, 12 days), and at least 75 % of
    the gaps do. Amounts are steady if 70 % of the steps from one payment to the next stay within 2 %, or
    within 30 % from year to year. Where they vary, the series must be monthly or quarterly, 85 % of the gaps
    must keep to it and 85 % of the days lie within 4 days of their place in the month.
    Source: our own, measured in docs/insights.md beside the rules of other apps.
    Minimal data: 5 payments weekly, 4 fortnightly, 3 monthly or quarterly, 2 yearly (then steady ones only).
    Edge cases: refunds and lines without a payee are left out; a day or two early or late is within
    tolerance; a missed payment counts half; a series whose next payment is overdue by 5, 7, 10, 20, 30 days
    has ended; two payments of one day are two; transfers between own accounts are not in the cube.
    """
    sides: tuple[tuple[Direction, DataFrame], ...] = (("expense", cube.spent), ("income", cube.earned))
    found = [
        described(cube, direction, payee, series)
        for direction, lines in sides
        for payee, payments in paid_by_payee(lines)
        for series in series_of(payments)
        if cadences.still_coming(series.paid[-1].day, series.cadence, cube.until)
    ]
    return tuple(sorted(found, key=lambda one: (-one.yearly, one.name, one.payee, one.first_day)))


@dataclass(frozen=True, slots=True)
class Series:
    cadence: Cadence
    steady: bool
    paid: tuple[Paid, ...]


def paid_by_payee(lines: DataFrame) -> Iterator[tuple[int, list[Paid]]]:
    """Each payee's positive cells in the order of their days."""
    positive = lines[(lines["total"] > 0) & (lines["payee"] != 0)].sort_values(["payee", "day", "total"])
    columns = [positive[name].tolist() for name in ("payee", "day", "total", "category", "account")]
    for payee, rows in groupby(zip(*columns, strict=True), key=lambda row: row[0]):
        yield payee, [Paid(date.fromordinal(day), *rest) for _, day, *rest in rows]


def series_of(payments: Sequence[Paid]) -> list[Series]:
    whole = whole_series(payments)
    return [whole] if whole else list(clustered_series(payments))


def whole_series(payments: Sequence[Paid]) -> Series | None:
    """All payments as one series, where amounts are steady or vary like a bill's."""
    days, steady = [one.day for one in payments], steps_alike(payments)
    cadence = cadences.cadence_of(days, conforming=CONFORMING if steady else STRICTLY)
    if cadence == "yearly" and all(near(one.amount, other.amount) for one, other in pairwise(payments)):
        return Series(cadence, steady=True, paid=tuple(payments))
    billed = cadence in ("monthly", "quarterly") and len(days) > FEW and cadences.keeps_place(days)
    return Series(cadence, steady, tuple(payments)) if cadence and (steady or billed) else None


def steps_alike(payments: Sequence[Paid]) -> bool:
    """Whether 70 % of the steps from one payment to the next stay within 2 %."""
    steps = list(pairwise(payments))
    return 10 * sum(alike(one.amount, other.amount) for one, other in steps) >= 7 * len(steps) > 0


def alike(one: int, other: int) -> bool:
    return 50 * abs(one - other) <= max(one, other)


def near(one: int, other: int) -> bool:
    """Within 30 %: what is paid once a year seldom costs the same twice."""
    return 10 * abs(one - other) <= 3 * max(one, other)


def clustered_series(payments: Sequence[Paid]) -> Iterator[Series]:
    """The series among a payee's other purchases: equal amounts at a cadence, continued at new prices."""
    clusters = sorted(clusters_of(payments), key=lambda cluster: cluster[0].day)
    taken: set[int] = set()
    for place, cluster in enumerate(clusters):
        cadence = None if place in taken else cadence_of_cluster(cluster, len(payments))
        if cadence is None:
            continue
        found = without_stragglers(cluster, cadence)
        for later, other in enumerate(clusters[place + 1 :], start=place + 1):
            if later not in taken and continues(found[-1], other, cadence):
                taken.add(later)
                found += other
        yield Series(cadence, steady=True, paid=tuple(found))


def clusters_of(payments: Sequence[Paid]) -> list[list[Paid]]:
    """Payments grouped by amount: none is more than 4 % above the least of its cluster; each by day.

    At a payee of many purchases, where amounts come near each other by chance, only equal ones are grouped.
    """
    percent = 100 if len(payments) > MANY else 104
    clusters: list[list[Paid]] = []
    for one in sorted(payments, key=lambda one: one.amount):
        if clusters and 100 * one.amount <= percent * clusters[-1][0].amount:
            clusters[-1].append(one)
        else:
            clusters.append([one])
    return [sorted(cluster, key=lambda one: one.day) for cluster in clusters]


def cadence_of_cluster(cluster: Sequence[Paid], of_payee: int) -> Cadence | None:
    """A cluster's cadence; in the smaller part of a payee's payments, equal amounts may be chance."""
    if 2 * len(cluster) < of_payee and len(cluster) < 4:
        return None
    found = cadences.cadence_of([one.day for one in cluster], conforming=STRICTLY)
    return None if found == "yearly" else found


def without_stragglers(cluster: Sequence[Paid], cadence: Cadence) -> list[Paid]:
    """A cluster up to the last payment that kept to its cadence: a later one is a purchase of like amount."""
    rhythm, kept = cadences.RHYTHMS[cadence], len(cluster)
    while kept > 1 and not cadences.kept((cluster[kept - 1].day - cluster[kept - 2].day).days, rhythm):
        kept -= 1
    return list(cluster[:kept])


def continues(last: Paid, other: Sequence[Paid], cadence: Cadence) -> bool:
    """Whether a later cluster is the same series at a new price."""
    rhythm, first = cadences.RHYTHMS[cadence], other[0]
    gap_fits = abs((first.day - last.day).days - rhythm.days) <= rhythm.tolerance
    price_fits = 2 * last.amount <= 3 * first.amount <= 6 * last.amount
    days = [last.day, *(one.day for one in other)]
    regular = len(other) == 1 or cadences.cadence_of(days, conforming=STRICTLY) == cadence or len(days) <= 3
    return gap_fits and price_fits and regular and first.category == last.category


def described(cube: Cube, direction: Direction, payee: int, series: Series) -> Recurring:
    last = series.paid[-1]
    place = cadences.place_of([one.day for one in series.paid])
    amount = last.amount if series.steady else median([one.amount for one in series.paid[-LATEST:]])
    category, named = cube.accounts[last.category], cube.payees[payee]
    return Recurring(
        cube.currency, direction, str(named.id), named.name, str(category.id), category.name,
        str(cube.accounts[last.account].id), series.cadence, amount, series.steady,
        cadences.next_day(last.day, series.cadence, place),
        tuple(Payment(one.day, one.amount) for one in series.paid),
    )  # fmt: skip
