"""When it happened: a tagger that looks to the past first. Each rule answers (length, day number or None)."""

from voice.parser.civil import add_months, from_days, weekday
from voice.parser.days import day_of_month, holiday, month_and_day, on_the_day, ordinal_at, typed_date
from voice.parser.small import small

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
    """For "three days ago", "a fortnight ago", "two weeks back", "hace tres dias"."""
    dates, phrases = s.lexicon.dates, s.lexicon.date_phrases
    before = s.match(phrases["ago_before"], place)
    count, end = count_at(s, place + before)
    word = s.word(end)
    after = s.match(phrases["ago"], end + 1)
    if not count or not (before or after):
        return 0, 0
    length = end + 1 + after - place
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
    if s.free(place) and s.tokens[place].kind == "number":
        return s.tokens[place].value // 10000, place + 1
    return small(s, place)


def weekday_said(s: "Sentence", place: int) -> tuple[int, int]:
    """For "on monday", "last friday", "friday night": the most recent one before today."""
    dates, phrases = s.lexicon.dates, s.lexicon.date_phrases
    start = place + 1 if s.word(place) in dates["on"] else place
    for name in ("last", "this"):
        start += s.match(phrases[name], start)
    day = dates["weekdays"].get(s.word(start), -1)
    after = start + 2 if s.word(start + 1) in dates["weekday_after"] else start + 1
    last = s.match(phrases["last_after"], after) if day >= 0 else 0
    alone = start == place and after == start + 1 and not last and not begins_clause(s, place, after)
    weak = s.word(start) in dates["weak_weekdays"] and alone and not typed(s)
    if day < 0 or not s.free(start) or weak:
        return 0, 0
    ordinal, until = ordinal_at(s, after + 1) if s.word(after) in dates["the"] else (0, start)
    if ordinal and ordinal <= LAST_DAY:
        return until - place, day_of_month(s, ordinal, False)
    end = after + last
    return back_to(s, place, end + 1 if s.word(end) in dates["day_parts"] else end, day)


def begins_clause(s: "Sentence", place: int, after: int) -> bool:
    """Whether a verb follows the first word: "segunda almocei"."""
    return place == 0 and s.listed("words", "expense_verbs", after)


def back_to(s: "Sentence", place: int, end: int, day: int) -> tuple[int, int]:
    """The last weekday `day` before today; a week more where "last week" follows and it was this week."""
    ago = (weekday(s.context.today) - day) % 7 or 7
    week = s.match(s.lexicon.date_phrases["last_week"], end)
    if week and weekday(s.context.today) - ago >= 0:
        ago += 7
    return end + week - place, s.context.today - ago


def typed(s: "Sentence") -> bool:
    return any([token.kind == "number" for token in s.tokens])


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
