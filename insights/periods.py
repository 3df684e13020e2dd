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
        """The month it lies in, named by its first day: "2026-11"."""
        return self.first.strftime("%Y-%m")

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def whole_month(day: date, start: int = 1) -> Span:
    """The month that a day lies in, from its first to its last day.

    `start` (1 to 28) is the day of the calendar on which a household's months begin.

    >>> str(whole_month(date(2026, 11, 22), start=25))
    '2026-10-25/2026-11-24'
    """
    begun = day if day.day >= start else day.replace(day=1) - timedelta(days=1)
    first = begun.replace(day=start)
    return Span(first, first_of_next(first) - timedelta(days=1))


def lived(month: date, today: date, start: int = 1) -> Span:
    """The part of a month up to today; all of a month that is over. The month must have begun."""
    whole = whole_month(month, start)
    return Span(whole.first, min(whole.last, today))


def same_days(month: date, today: date, start: int = 1) -> tuple[Span, Span]:
    """The part of a month that has been lived, and the days of the month before it may be compared with.

    A month that is over is compared whole with the whole month before. The running month up to its k-th day
    is compared with the first k days of the month before, or with all of it where it is shorter.

    >>> [str(span) for span in same_days(date(2026, 3, 31), date(2026, 3, 30))]
    ['2026-03-01/2026-03-30', '2026-02-01/2026-02-28']
    """
    now = lived(month, today, start)
    return now, as_long(months_before(now, 1, start), now, start)


def months_before(span: Span, count: int, start: int = 1) -> Span:
    """The whole month `count` months before the one a span begins in.

    >>> str(months_before(Span(date(2024, 2, 1), date(2024, 2, 29)), 12))
    '2023-02-01/2023-02-28'
    """
    index = month_index(span.first) - count
    return whole_month(date(index // 12, index % 12 + 1, span.first.day), start)


def as_long(month: Span, span: Span, start: int = 1) -> Span:
    """The first days of a whole month that may be compared with a span from the first of its own month."""
    if span == whole_month(span.first, start):
        return month
    return Span(month.first, min(month.last, month.first + timedelta(days=span.days - 1)))


def month_index(day: date) -> int:
    """Months counted through the years: December 2025 is one less than January 2026."""
    return day.year * 12 + day.month - 1


def first_of_next(first: date) -> date:
    """The same day one month on; `first` is at most a 28th."""
    return (first.replace(day=1) + timedelta(days=31)).replace(day=first.day)
