"""Cadence: how often something comes back, told from its days, and the days on which it is to come."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Literal

Cadence = Literal["weekly", "fortnightly", "monthly", "quarterly", "yearly"]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Days between two payments and how far a gap may be off; months between them (0 where weeks count).

    `fewest` payments show the cadence; after `grace` days beyond a cadence without one it has ended.
    """

    days: float
    tolerance: int
    months: int
    fewest: int
    grace: int


RHYTHMS: dict[Cadence, Rhythm] = {
    "weekly": Rhythm(7, 1, 0, 5, 5),
    "fortnightly": Rhythm(14, 2, 0, 4, 7),
    "monthly": Rhythm(30.44, 5, 1, 3, 10),
    "quarterly": Rhythm(91.31, 9, 3, 3, 20),
    "yearly": Rhythm(365.25, 12, 12, 2, 30),
}
LATEST = 12


def cadence_of(days: Sequence[date], *, conforming: float) -> Cadence | None:
    """The cadence of days in their order; None if fewer than `conforming` (a share) of the gaps keep to it.

    The median gap picks the cadence. A gap of two cadences is one payment missed and half kept to.
    """
    gaps = sorted((later - day).days for day, later in pairwise(days))
    for name, rhythm in RHYTHMS.items():
        if len(days) >= rhythm.fewest and abs(median(gaps) - rhythm.days) <= rhythm.tolerance:
            return name if sum(kept(gap, rhythm) for gap in gaps) >= conforming * len(gaps) else None
    return None


def kept(gap: int, rhythm: Rhythm) -> float:
    if abs(gap - rhythm.days) <= rhythm.tolerance:
        return 1
    return 0.5 if abs(gap - 2 * rhythm.days) <= rhythm.tolerance else 0


def place_of(days: Sequence[date]) -> int:
    """The day of the month (1 to 31) that a series is meant for: the commonest of late, else the middle."""
    latest = [day.day for day in days[-LATEST:]]
    (place, times), *_ = Counter(reversed(latest)).most_common(1)
    return place if times > 1 else sorted(latest)[len(latest) // 2]


def next_day(last: date, cadence: Cadence, place: int) -> date:
    """When the payment after the one on `last` is to come."""
    return next(days_after(nominal(last, place) if RHYTHMS[cadence].months else last, cadence, place))


def keeps_place(days: Sequence[date]) -> bool:
    """Whether 85 % of the days lie within 4 days of the day of the month that their series is meant for."""
    place = place_of(days)
    off = (abs(day.day - place) for day in days)
    return 100 * sum(min(far, 31 - far) <= 4 for far in off) >= 85 * len(days)


def nominal(day: date, place: int) -> date:
    """The day that a payment was meant for: the nearest with that place in its month (30 October: 1st)."""
    months = (month_on(day, step, place) for step in (-1, 0, 1))
    return min(months, key=lambda meant: abs((meant - day).days))


def days_after(day: date, cadence: Cadence, place: int) -> Iterator[date]:
    """The days after `day` at a cadence without end: the month's last day where it has no such place."""
    rhythm, step = RHYTHMS[cadence], 0
    months, weeks = rhythm.months, round(rhythm.days)
    while True:
        step += 1
        yield month_on(day, step * months, place) if months else day + timedelta(days=weeks * step)


def month_on(day: date, months: int, place: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(place, last.day))


def still_coming(last: date, cadence: Cadence, until: date) -> bool:
    rhythm = RHYTHMS[cadence]
    return (until - last).days <= rhythm.days + rhythm.grace
