"""The days a question asks about: "last week", "since monday", "between january and march", "in 2025".

A period is its first and last day, both counted. Weeks start on Monday; a month, week or year that is still
running goes to its end, but one that was counted "so far", and one that began with "since", ends today.
"""

from voice.parser.civil import add_months, from_days, to_days, weekday
from voice.parser.dates import count_at, date_at
from voice.parser.days import year_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

ALWAYS = -(10**9)
MOST = 3660
WEEK, WEEKS, MONTHS = 7, 5, 12


class Period:
    """Days `first` to `last` as day numbers, said in tokens [start, end); `first` is ALWAYS for all time."""

    def __init__(self, start: int, end: int, first: int, last: int) -> None:
        self.start = start
        self.end = end
        self.first = first
        self.last = last


def find_periods(s: "Sentence") -> list[Period]:
    """All periods, left to right, claimed as "date" with the preposition before them."""
    found: list[Period] = []
    place = 0
    while place < s.end:
        period = period_at(s, place) if s.free(place) else None
        if period is not None:
            s.claim(lead_of(s, period.start), period.end, "date")
            found.append(period)
        place = period.end if period else place + 1
    return [clipped(s, period) for period in found]


def period_at(s: "Sentence", place: int) -> "Period | None":
    return always(s, place) or between(s, place) or since(s, place) or span_at(s, place)


def lead_of(s: "Sentence", place: int) -> int:
    while place > 0 and s.free(place - 1) and s.listed("periods", "leads", place - 1):
        place -= 1
    return place


def clipped(s: "Sentence", period: Period) -> Period:
    if s.has(s.lexicon.phrases("periods", "to_date")):
        period.last = min(period.last, max(s.context.today, period.first))
    return period


def always(s: "Sentence", place: int) -> "Period | None":
    length = s.match(s.lexicon.phrases("periods", "always"), place)
    return Period(place, place + length, ALWAYS, s.context.today) if length else None


def since(s: "Sentence", place: int) -> "Period | None":
    """For "since monday", "since march": up to today."""
    length = s.match(s.lexicon.phrases("periods", "since"), place)
    span = (span_at(s, place + length) or span_at(s, place)) if length else None
    return Period(place, span.end, span.first, s.context.today) if span else None


def between(s: "Sentence", place: int) -> "Period | None":
    """For "between january and march", "from monday to friday", "from the first until the tenth"."""
    if not (s.listed("periods", "between", place) or s.listed("periods", "from", place)):
        return None
    first = span_at(s, place + 1)
    until = s.match(s.lexicon.phrases("periods", "until"), first.end) if first else 0
    last = span_at(s, first.end + until) if first and until else None
    if first is None or last is None:
        return None
    return Period(place, last.end, start_before(first, last.last), last.last)


def start_before(first: Period, last: int) -> int:
    """The first day, moved back to lie before the last: "from monday to friday" said on a Wednesday."""
    if first.first <= last:
        return first.first
    week_earlier = first.first - WEEK
    one_day = first.first == first.last
    return week_earlier if one_day and week_earlier <= last else add_months(first.first, -MONTHS)


def span_at(s: "Sentence", place: int) -> "Period | None":
    """One span of days, without the preposition before it."""
    if not s.free(place):
        return None
    for rule in (week_of_month, named, rolling, units_ago, month_of_year, whole_year, one_day, only_month):
        span = rule(s, place)
        if span is not None:
            return span
    return None


def week_of_month(s: "Sentence", place: int) -> "Period | None":
    """For "first week of august": its days 1 to 7; "last week of august": its last seven."""
    place += 1 if s.listed("words", "articles", place) else 0
    which, last = s.lexicon.numbers["ordinals"].get(s.word(place), 0), s.listed("periods", "last", place)
    units = s.lexicon.phrases("periods", "units")
    if not (which or last) or units.meanings.get(s.word(place + 1)) != "week":
        return None
    of = s.word(place + 2) in s.lexicon.dates["of"]
    month = (month_of_year(s, place + 3) or only_month(s, place + 3)) if of else None
    if month is None or which > WEEKS:
        return None
    first = month.last - WEEK + 1 if last else month.first + WEEK * (which - 1)
    return Period(place, month.end, first, min(first + WEEK - 1, month.last))


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


def rolling(s: "Sentence", place: int) -> "Period | None":
    """For "the last thirty days", "past three months": up to today."""
    length = s.match(s.lexicon.phrases("periods", "rolling"), place)
    if not length or not s.free(place + length):
        return None
    count, end = count_at(s, place + length)
    word = s.word(end)
    if not 0 < count <= MOST or not s.free(end):
        return None
    spans, months = s.lexicon.dates["spans"], s.lexicon.dates["month_spans"]
    if word in spans:
        return last_units(s, place, end + 1, "days", count * int(spans[word]))
    return last_units(s, place, end + 1, "months", count * int(months[word])) if word in months else None


def last_units(s: "Sentence", place: int, end: int, unit: str, count: int) -> Period:
    today = s.context.today
    first = today - count if unit == "days" else add_months(today, -count)
    return Period(place, end, first + 1, today)


def units_ago(s: "Sentence", place: int) -> "Period | None":
    """For "two weeks ago", "a month ago": that week, that month."""
    units = s.lexicon.phrases("periods", "units")
    count, end = count_at(s, place)
    ago = s.match(s.lexicon.date_phrases["ago"], end + 1)
    if not 0 < count <= MOST or not ago or not s.match(units, end):
        return None
    first, last = span_of(s.context.today, units.value(s.tokens, end, 1), -count)
    return Period(place, end + 2, first, last)


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
