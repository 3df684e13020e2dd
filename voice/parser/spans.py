"""Spans of days as they are named: "this month", "last week", "march 2025", "yesterday"."""

from voice.parser.civil import add_months, from_days, to_days, weekday
from voice.parser.dates import date_at
from voice.parser.days import year_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

ALWAYS = -(10**9)
WEEK, MONTHS = 7, 12


class Period:
    """Days `first` to `last` as day numbers, said in tokens [start, end); `first` is ALWAYS for all time."""

    def __init__(self, start: int, end: int, first: int, last: int) -> None:
        self.start = start
        self.end = end
        self.first = first
        self.last = last


def named(s: "Sentence", place: int) -> "Period | None":
    """For "this month", "last week", "the past year": `unit shift` in the lexicon."""
    table = s.lexicon.phrases("periods", "named")
    length = s.match(table, place)
    if not length:
        return None
    unit, shift = table.value(s.tokens, place, length).split(" ")
    if unit == "to_date":
        return Period(place, place + length, span_of(s.context.today, shift, 0)[0], s.context.today)
    if unit in ("days", "months"):
        return last_units(s, place, place + length, unit, int(shift))
    first, last = span_of(s.context.today, unit, int(shift))
    return Period(place, place + length, first, last)


def span_of(today: int, unit: str, shift: int) -> tuple[int, int]:
    """First and last day of the day, week, weekend, month, quarter or year that is `shift` from today's."""
    year, month, _ = from_days(today)
    if unit == "day":
        return today + shift, today + shift
    if unit == "week":
        monday = today - weekday(today) + WEEK * shift
        return monday, monday + WEEK - 1
    if unit == "weekend":
        return weekend_of(today, shift)
    size = {"month": 1, "quarter": 3}.get(unit, MONTHS)
    first = add_months(to_days(year, (month - 1) // size * size + 1, 1), shift * size)
    return first, add_months(first, size) - 1


def weekend_of(today: int, shift: int) -> tuple[int, int]:
    """The latest weekend that has begun; "last weekend" is one that is over."""
    saturday = today - (weekday(today) - 5) % WEEK
    if shift and weekday(today) >= 5:
        saturday += WEEK * shift
    return saturday, saturday + 1


def last_units(s: "Sentence", place: int, end: int, unit: str, count: int) -> Period:
    today = s.context.today
    first = today - count if unit == "days" else add_months(today, -count)
    return Period(place, end, first + 1, today)


def month_of_year(s: "Sentence", place: int) -> "Period | None":
    """For "march 2025", "march of last year"."""
    month = s.lexicon.dates["months"].get(s.word(place), 0)
    if not month:
        return None
    start = place + 2 if s.word(place + 1) in s.lexicon.dates["of"] else place + 1
    year, end = year_at(s, start) if s.free(start) else (0, start)
    if not year:
        span = named(s, start) if s.free(start) else None
        whole = span is not None and span.last - span.first > 300
        year, end = (from_days(span.first)[0], span.end) if span and whole else (0, start)
    return month_span(place, end, year, month) if year else None


def month_span(place: int, end: int, year: int, month: int) -> Period:
    first = to_days(year, month, 1)
    return Period(place, end, first, add_months(first, 1) - 1)


def is_led(s: "Sentence", place: int) -> bool:
    """Whether a preposition or "since" stands before `place`."""
    names = ("leads", "since", "until", "between")
    return place > 0 and any([s.listed("periods", name, place - 1) for name in names])


def whole_year(s: "Sentence", place: int) -> "Period | None":
    """For "in 2025", "during twenty twenty four"."""
    year, end = year_at(s, place) if is_led(s, place) else (0, place)
    return Period(place, end, to_days(year, 1, 1), to_days(year, 12, 31)) if year else None


def one_day(s: "Sentence", place: int) -> "Period | None":
    dated = date_at(s, place)
    if dated is None or dated.day is None:
        return None
    return Period(place, dated.end, dated.day, dated.day)


def only_month(s: "Sentence", place: int) -> "Period | None":
    """For "march", "last march", "this march": the latest that has begun."""
    before = s.listed("periods", "last", place)
    start = place + 1 if before or s.listed("periods", "this", place) else place
    month = s.lexicon.dates["months"].get(s.word(start), 0) if s.free(start) else 0
    doubtful = s.listed("periods", "weak_months", start) and start == place and not is_led(s, place)
    if not month or doubtful:
        return None
    year, this_month, _ = from_days(s.context.today)
    year -= 1 if month > this_month or (before and month == this_month) else 0
    return month_span(place, start + 1, year, month)
