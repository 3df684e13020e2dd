"""The days a question asks about: "last week", "since monday", "between january and march", "in 2025".

A period is its first and last day, both counted. Weeks start on Monday; a month, week or year that is still
running goes to its end, but one that was counted "so far", and one that began with "since", ends today.
"""

from voice.parser.civil import add_months
from voice.parser.dates import count_at
from voice.parser.spans import (
    ALWAYS,
    MONTHS,
    WEEK,
    Period,
    last_units,
    month_of_year,
    named,
    one_day,
    only_month,
    span_of,
    whole_year,
)
from voice.parser.stretches import stretch_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

MOST = 3660


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
    return between(s, place) or since(s, place) or always(s, place) or span_at(s, place)


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
    for rule in (stretch_at, named, rolling, units_ago, month_of_year, whole_year, one_day, only_month):
        span = rule(s, place)
        if span is not None:
            return span
    return None


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


def units_ago(s: "Sentence", place: int) -> "Period | None":
    """For "two weeks ago", "a month ago": that week, that month."""
    units = s.lexicon.phrases("periods", "units")
    count, end = count_at(s, place)
    ago = s.match(s.lexicon.date_phrases["ago"], end + 1)
    if not 0 < count <= MOST or not ago or not s.match(units, end):
        return None
    first, last = span_of(s.context.today, units.value(s.tokens, end, 1), -count)
    return Period(place, end + 2, first, last)
