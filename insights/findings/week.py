"""Week: what was spent in the last whole week against a typical one, and the category that moved it most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from insights.findings.recurring import Recurring
from insights.findings.typical import median
from insights.periods import Span

if TYPE_CHECKING:
    from insights.frames import Cube, DataFrame

DAYS = 7
LATEST, FEWEST = 12, 4
OFTEN = ("weekly", "fortnightly")
"""Cadences that are a part of any week, or nearly."""


@dataclass(frozen=True, slots=True)
class WeekLevel:
    """Net spending of one category in minor units: in the week, and in a typical one."""

    category: str
    name: str
    now: int
    typical: int

    @property
    def delta(self) -> int:
        return self.now - self.typical


@dataclass(frozen=True, slots=True)
class Week:
    """Net spending of the week `span` (Monday to Sunday) beside that of a typical one, in minor units.

    `billed` says that a bill fell into it which comes once a month or less often: then its sum is like that
    of no other week. `driver` is what moved most, None where nothing moved by a tenth of a typical week.
    `weeks` says of how many weeks `typical` is the median.
    """

    currency: str
    span: Span
    now: int
    typical: int
    weeks: int
    billed: bool
    driver: WeekLevel | None

    @property
    def delta(self) -> int:
        return self.now - self.typical

    @property
    def moved(self) -> bool:
        """Whether its sum, or one category of it, is a quarter of a typical week away from usual."""
        moves = [] if self.billed else [self.delta]
        moves += [self.driver.delta] if self.driver else []
        return any(4 * abs(move) >= self.typical for move in moves)


def last_week(today: date) -> Span:
    """The whole week, Monday to Sunday, before the one that today lies in."""
    monday = today - timedelta(days=today.weekday() + DAYS)
    return Span(monday, monday + timedelta(days=DAYS - 1))


def week(cube: Cube, series: Sequence[Recurring]) -> Week | None:
    """Spending of the last whole week against a typical one; None where there is too little to tell.

    Definition: net spending = the sum of the lines on expense categories from Monday to Sunday.
    Formula: typical = the median over the latest twelve weeks before it that have entries, of the last
    twenty-six; a category's typical level is the median of its own sums over the same weeks.
    Source: the median as in `typical`; weeks, because a household's shopping repeats by them.
    Minimal data: four such weeks, an entry in the week itself, a typical week above 0, and today within the
    month looked at.
    Edge cases: a week without an entry is missing, not 0, and so is the one in which the ledger began; a bill
    of a month or longer sets `billed`, and its category does not drive; refunds net; a week may lie in two
    months.
    """
    span = last_week(cube.today)
    if cube.today > cube.month.last:
        return None
    sums = sums_by_week(cube.spent, span)
    past = sorted(present_weeks(cube, span) - {0})[:LATEST]
    now, before = sum(sums[0].values()), [sum(sums[back].values()) for back in past]
    if len(past) < FEWEST or not sums[0] or (typical := median(before)) <= 0:
        return None
    bills = billed_in(series, span)
    levels = [
        level(cube, ref, sums[0][ref], [sums[back][ref] for back in past])
        for ref in sorted({ref for back in (0, *past) for ref in sums[back]})
    ]
    moved = [one for one in levels if one.category not in bills and 10 * abs(one.delta) >= typical]
    with_it = [one for one in moved if bills or one.delta * (now - typical) > 0]
    driver = max(with_it, key=lambda one: (abs(one.delta), one.name), default=None)
    return Week(cube.currency, span, now, typical, len(past), bool(bills), driver)


def sums_by_week(lines: DataFrame, span: Span) -> dict[int, Counter[int]]:
    """Weeks back from a span (0 is its own) → category's number → net spending."""
    near = within(lines, span)
    back = (span.first.toordinal() + DAYS - 1 - near["day"]) // DAYS
    grouped = near.assign(back=back).groupby(["back", "category"], as_index=False)["total"].sum()
    found: dict[int, Counter[int]] = {back: Counter() for back in range(2 * LATEST + 3)}
    for week, ref, total in zip(*(grouped[name].tolist() for name in grouped.columns), strict=True):
        found[week][ref] = total
    return found


def present_weeks(cube: Cube, span: Span) -> set[int]:
    """Weeks back that have an entry; the one in which the ledger began is not whole."""
    days = [day for side in (cube.spent, cube.earned) for day in within(side, span)["day"].unique().tolist()]
    begun = min((int(side["day"].min()) for side in (cube.spent, cube.earned) if len(side)), default=0)
    first = span.first.toordinal() + DAYS - 1
    back = {(first - day) // DAYS for day in days}
    return back - ({(first - begun) // DAYS} if (begun - span.first.toordinal()) % DAYS else set())


def within(lines: DataFrame, span: Span) -> DataFrame:
    first = span.first.toordinal() - 2 * LATEST * DAYS - 2 * DAYS
    return lines[lines["day"].between(first, span.last.toordinal())]


def billed_in(series: Sequence[Recurring], span: Span) -> set[str]:
    """The categories of the bills that were paid within a span and come once a month or less often."""
    return {
        one.category
        for one in series
        if one.direction == "expense" and one.cadence not in OFTEN
        if any(span.first <= payment.day <= span.last for payment in one.payments)
    }


def level(cube: Cube, ref: int, now: int, before: Sequence[int]) -> WeekLevel:
    category = cube.accounts[ref]
    return WeekLevel(str(category.id), category.name, now, median(before))
