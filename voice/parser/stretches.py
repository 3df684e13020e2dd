"""Parts of longer spans: "the first week of august", "the second half of march", "the first quarter",
"last summer", "over christmas".
"""

from voice.parser.civil import add_months, from_days, to_days
from voice.parser.days import holiday_named
from voice.parser.spans import MONTHS, WEEK, Period, is_led, month_of_year, only_month

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

WEEKS = 5
QUARTER = 3


def stretch_at(s: "Sentence", place: int) -> "Period | None":
    skips = s.listed("words", "articles", place) and not s.listed("periods", "this", place)
    place += 1 if skips else 0
    for rule in (week_of_month, part_of_month, quarter, season, around_holiday):
        span = rule(s, place)
        if span is not None:
            return span
    return None


def week_of_month(s: "Sentence", place: int) -> "Period | None":
    """For "first week of august": its days 1 to 7; "last week of august": its last seven."""
    which, last = s.lexicon.numbers["ordinals"].get(s.word(place), 0), s.listed("periods", "last", place)
    units = s.lexicon.phrases("periods", "units")
    if not (which or last) or units.meanings.get(s.word(place + 1)) != "week":
        return None
    month = month_after(s, place + 2)
    if month is None or which > WEEKS:
        return None
    first = month.last - WEEK + 1 if last else month.first + WEEK * (which - 1)
    return Period(place, month.end, first, min(first + WEEK - 1, month.last))


def month_after(s: "Sentence", place: int) -> "Period | None":
    """The month of "of august", "of last march"."""
    if s.word(place) not in s.lexicon.dates["of"]:
        return None
    return month_of_year(s, place + 1) or only_month(s, place + 1)


def part_of_month(s: "Sentence", place: int) -> "Period | None":
    """For "first half of march", "end of january": its days in the lexicon."""
    table = s.lexicon.phrases("periods", "parts")
    length = s.match(table, place)
    month = month_after(s, place + length) if length else None
    if month is None:
        return None
    first, last = [int(day) for day in table.value(s.tokens, place, length).split(" ")]
    return Period(place, month.end, month.first + first - 1, min(month.first + last - 1, month.last))


def quarter(s: "Sentence", place: int) -> "Period | None":
    """For "the first quarter", "q two": the latest that has begun."""
    table = s.lexicon.phrases("periods", "quarters")
    length = s.match(table, place)
    if not length:
        return None
    month = QUARTER * (int(table.value(s.tokens, place, length)) - 1) + 1
    return latest(s, place, place + length, month)


def season(s: "Sentence", place: int) -> "Period | None":
    """For "last summer", "in the winter": the latest that has begun; "last" is one that is over."""
    said = s.listed("periods", "last", place) or s.listed("periods", "this", place)
    start = place + 1 if said else place
    table = s.lexicon.phrases("periods", "seasons")
    length = s.match(table, start)
    if not length or not (said or is_led(s, place)):
        return None
    span = latest(s, place, start + length, int(table.value(s.tokens, start, length)))
    over = s.listed("periods", "last", place) and span.last >= s.context.today
    return latest_before(span, span.first) if over else span


def latest(s: "Sentence", place: int, end: int, month: int) -> Period:
    """Three months from `month` on that began today or before."""
    year, _, _ = from_days(s.context.today)
    first = to_days(year, month, 1)
    span = Period(place, end, first, add_months(first, QUARTER) - 1)
    return latest_before(span, first) if first > s.context.today else span


def latest_before(span: Period, first: int) -> Period:
    """The same months a year earlier."""
    year_before = add_months(first, -MONTHS)
    return Period(span.start, span.end, year_before, add_months(year_before, QUARTER) - 1)


def around_holiday(s: "Sentence", place: int) -> "Period | None":
    """For "over christmas": the day with the one before and the one after."""
    if not s.listed("periods", "around", place - 1):
        return None
    length, day = holiday_named(s, place, True)
    return Period(place, place + length, day - 1, day + 1) if length else None
