"""Compared: what was spent against last month, a typical month and the same month a year ago."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.findings.typical import (
    Subject,
    like_days,
    median,
    sums_by,
    sums_of_all,
    typical_months,
)
from insights.periods import Span, as_long, lived, months_before

if TYPE_CHECKING:
    from insights.frames import Cube, DataFrame

SUBJECTS: tuple[Subject, ...] = ("category", "payee", "account")
MOST_PAYEES = 10


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


def compared(cube: Cube) -> Compared | None:
    """Spending of the month so far beside three baselines, in all and by category, payee and account.

    Definition: net spending = the sum of the lines on expense categories. Baselines: the month before, the
    median of the latest 12 (else 6, else 3) whole months, the same month a year ago.
    Formula: typical = median over months m of Σ lines of m; each subject has its own median, so the medians
    of the categories do not sum to that of spending.
    Source: the median as the 50 %-breakdown estimate of a level (Huber, Robust Statistics, 1981).
    Minimal data: a line in the month or in one of the baselines. A baseline without a line in its month, or
    in which the ledger began after the first week, is missing (None), never 0; a typical month needs three.
    Edge cases: a running month in its k-th day is compared with the first k days of each baseline month, or
    with all of a shorter one (30 March: all of February; 29 February: 28 days a year ago); a refund nets in
    its category, so a level may be negative; transfers have no category and are left out; a line without a
    payee counts in all but the payees. Ordered by level now, largest first; ten payees at most.
    """
    lines, months = like_days(cube), typical_months(cube)
    if not len(lines):
        return None
    levels = {subject: levels_by(cube, lines, subject, months) for subject in SUBJECTS}
    now = lived(cube.month.first, cube.today)
    before = as_long(months_before(now, 1), now)
    return Compared(
        cube.currency, now, before, as_long(months_before(now, 12), now), len(months),
        level(cube, "spending", "", sums_of_all(lines), months),
        levels["category"], levels["payee"][:MOST_PAYEES], levels["account"],
    )  # fmt: skip


def levels_by(cube: Cube, lines: DataFrame, subject: Subject, months: tuple[int, ...]) -> tuple[Level, ...]:
    by_month: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for (ref, month), total in sums_by(lines, subject).items():
        by_month[ref][month] = total
    names = cube.payees if subject == "payee" else cube.accounts
    found = [
        level(cube, str(names[ref].id), names[ref].name, sums, months)
        for ref, sums in by_month.items()
        if ref
    ]
    return tuple(sorted(found, key=lambda one: (-one.now, one.name, one.subject)))


def level(cube: Cube, subject: str, name: str, sums: dict[int, int], months: tuple[int, ...]) -> Level:
    def at(month: int) -> int | None:
        return sums.get(month, 0) if month in cube.whole_months else None

    typical = median([sums.get(month, 0) for month in months]) if months else None
    return Level(subject, name, sums.get(cube.index, 0), at(cube.index - 1), typical, at(cube.index - 12))
