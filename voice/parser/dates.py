"""When it happened: a tagger that looks to the past first. Each rule answers (length, day number or None)."""

from voice.parser.civil import add_months, from_days, weekday
from voice.parser.days import day_of_month, holiday, month_and_day, on_the_day, ordinal_at, typed_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

VAGUE = -(10**9)
LAST_DAY = 31


class Dated:
    """A date expression, tokens [start, end); `day` is a day number, or None for "last week" and the like."""

    def __init__(self, start: int, end: int, day: "int | None") -> None:
        self.start = start
        self.end = end
        self.day = day


def find_dates(s: "Sentence") -> list[Dated]:
    """All date expressions, claimed as "date" so that their numbers cannot be amounts."""
    found: list[Dated] = []
    place = 0
    while place < s.end:
        dated = date_at(s, place)
        if dated is None:
            place += 1
            continue
        dated = shifted(s, dated)
        s.claim(dated.start, dated.end, "date")
        found.append(dated)
        place = dated.end
    return found


def date_at(s: "Sentence", place: int) -> "Dated | None":
    if not s.free(place):
        return None
    for rule in (typed_date, spans_ago, month_and_day, on_the_day, relative, holiday, weekday_said, vague):
        length, day = rule(s, place)
        if length:
            return Dated(place, place + length, None if day == VAGUE else day)
    return None


def shifted(s: "Sentence", dated: Dated) -> Dated:
    """For "yesterday, the day before": one day earlier, where that is what a correction left."""
    length = s.match(s.lexicon.date_phrases["day_before"], dated.end)
    if length and dated.day is not None and not s.match(s.lexicon.date_phrases["relative"], dated.end):
        return Dated(dated.start, dated.end + length, dated.day - 1)
    return dated


def relative(s: "Sentence", place: int) -> tuple[int, int]:
    length = s.match(s.lexicon.date_phrases["relative"], place)
    if not length:
        return 0, 0
    days = s.lexicon.relative_days[s.phrase(place, place + length)]
    return length, s.context.today + days


def spans_ago(s: "Sentence", place: int) -> tuple[int, int]:
    """For "three days ago", "a fortnight ago", "two weeks back"."""
    count, end = count_at(s, place)
    dates = s.lexicon.dates
    word = s.word(end)
    if not count or not s.match(s.lexicon.date_phrases["ago"], end + 1):
        return 0, 0
    length = end + 2 - place
    if word in dates["spans"]:
        return length, s.context.today - count * int(dates["spans"][word])
    if word in dates["month_spans"]:
        return length, add_months(s.context.today, -count * int(dates["month_spans"][word]))
    return 0, 0


def count_at(s: "Sentence", place: int) -> tuple[int, int]:
    """A small count and its end: "a", "three", "3", "couple of"."""
    if s.word(place) in s.lexicon.numbers["articles"]:
        vague_count = s.match(s.lexicon.vague, place)
        return (2, place + vague_count) if vague_count else (1, place + 1)
    vague_count = s.match(s.lexicon.vague, place)
    if vague_count:
        return 2, place + vague_count
    token = s.tokens[place]
    if token.kind == "number":
        return token.value // 10000, place + 1
    return s.lexicon.small.get(token.word, 0), place + 1


def weekday_said(s: "Sentence", place: int) -> tuple[int, int]:
    """For "on monday", "last friday", "friday night": the most recent one before today."""
    dates = s.lexicon.dates
    start = place + 1 if s.word(place) in dates["on"] else place
    led = start > place
    for name in ("last", "this"):
        length = s.match(s.lexicon.date_phrases[name], start)
        start, led = start + length, led or length > 0
    day = dates["weekdays"].get(s.word(start), -1)
    weak = s.word(start) in dates["weak_weekdays"] and not led
    if day < 0 or not s.free(start) or (weak and not typed(s)):
        return 0, 0
    ordinal, after = ordinal_at(s, start + 2) if s.word(start + 1) in dates["the"] else (0, start)
    if ordinal and ordinal <= LAST_DAY:
        return after - place, day_of_month(s, ordinal, False)
    end = start + 1 + (1 if s.word(start + 1) in dates["day_parts"] else 0)
    ago = (weekday(s.context.today) - day) % 7 or 7
    if s.phrase(end, end + 2) == "last week" and weekday(s.context.today) - ago >= 0:
        ago += 7
    return end_of_week(s, end) - place, s.context.today - ago


def typed(s: "Sentence") -> bool:
    return any([token.kind == "number" for token in s.tokens])


def end_of_week(s: "Sentence", end: int) -> int:
    return end + 2 if s.phrase(end, end + 2) == "last week" else end


def vague(s: "Sentence", place: int) -> tuple[int, int]:
    """For "last week", "in may": when it was remains open."""
    length = s.match(s.lexicon.date_phrases["vague"], place)
    if length:
        return length, VAGUE
    months = s.lexicon.dates["months"]
    if s.word(place) in s.lexicon.dates["in"] and s.word(place + 1) in months and s.free(place + 1):
        return 2, VAGUE
    return 0, 0


def year_of(days: int) -> int:
    return from_days(days)[0]
