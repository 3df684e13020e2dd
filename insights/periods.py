"""Stretches of days that may be compared with each other."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def month(self) -> str:
        """The month it lies in: "2026-11"."""
        return self.first.strftime("%Y-%m")

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def whole_month(day: date) -> Span:
    """The month that a day lies in, from its first to its last day."""
    first = day.replace(day=1)
    return Span(first, first_of_next(first) - timedelta(days=1))


def same_days(month: date, today: date) -> tuple[Span, Span]:
    """The part of a month that has been lived, and the days of the month before it may be compared with.

    A month that is over is compared whole with the whole month before. The running month up to its k-th day
    is compared with the first k days of the month before, or with all of it where it is shorter.

    >>> [str(span) for span in same_days(date(2026, 3, 31), date(2026, 3, 30))]
    ['2026-03-01/2026-03-30', '2026-02-01/2026-02-28']
    """
    now, before = whole_month(month), whole_month(month.replace(day=1) - timedelta(days=1))
    if today >= now.last:
        return now, before
    lived = Span(now.first, today)
    return lived, Span(before.first, min(before.last, before.first + timedelta(days=lived.days - 1)))


def first_of_next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
