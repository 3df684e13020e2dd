"""Days of a month, holidays and typed dates, each read as the last one that is not in the future."""

from voice.parser.cardinals import part_at
from voice.parser.civil import add_months, easter, from_days, from_text, is_date, nth_weekday, to_days
from voice.parser.decimals import ONE, only_digits
from voice.parser.small import small

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

MONTH_FIRST = ("US", "PH")
OLDEST_YEAR = 15


def past(s: "Sentence", month: int, day: int) -> int:
    """The last such day up to today; 0 when there is no such day."""
    year = from_days(s.context.today)[0]
    for candidate in (year, year - 1, year - 2, year - 3, year - 4):
        if is_date(candidate, month, day) and to_days(candidate, month, day) <= s.context.today:
            return to_days(candidate, month, day)
    return 0


def month_and_day(s: "Sentence", place: int) -> tuple[int, int]:
    """For "march fifth", "the fifth of march", "16 march", "december twenty third two thousand twenty
    five".
    """
    dates = s.lexicon.dates
    start = place + 1 if s.word(place) in dates["on"] else place
    month = dates["months"].get(s.word(start), 0) if s.free(start) else 0
    if month:
        the = start + 2 if s.word(start + 1) in dates["the"] else start + 1
        day, end = day_at(s, the, 0)
        return with_year(s, place, end, month, day)
    start += 1 if s.word(start) in dates["the"] else 0
    day, end = day_at(s, start, 0)
    after = end + 1 if s.word(end) in dates["of"] else end
    month = dates["months"].get(s.word(after), 0) if day and s.free(after) else 0
    return with_year(s, place, after + 1, month, day) if month else (0, 0)


def with_year(s: "Sentence", place: int, end: int, month: int, day: int) -> tuple[int, int]:
    if not day or not is_date(2024, month, day):
        return 0, 0
    year, after = year_at(s, end)
    if year and is_date(year, month, day) and to_days(year, month, day) <= s.context.today:
        return after - place, to_days(year, month, day)
    found = past(s, month, day)
    return (end - place, found) if found else (0, 0)


def day_at(s: "Sentence", place: int, otherwise: int) -> tuple[int, int]:
    """(day of the month, end): "fifth", "twenty third", "5th", "sixteen"; a number with its own currency
    is no day.
    """
    ordinal, end = ordinal_at(s, place)
    if ordinal:
        return ordinal, end
    if not s.free(place):
        return otherwise, place
    if s.tokens[place].kind == "number" and s.tokens[place].value % ONE == 0:
        day, end = s.tokens[place].value // ONE, place + 1
    else:
        first = s.word(place) in s.lexicon.numbers["ones"]
        day, end = (1, place + 1) if first else small(s, place)
    money = s.match(s.lexicon.major, end) or s.word(end) in s.lexicon.numbers["hundreds"]
    return (otherwise, place) if money or not 1 <= day <= 31 else (day, end)


def ordinal_at(s: "Sentence", place: int) -> tuple[int, int]:
    """(number, end) of "third", "twenty third", "3rd"; (0, place) for none."""
    if not s.free(place):
        return 0, place
    token, ordinals = s.tokens[place], s.lexicon.numbers["ordinals"]
    if token.kind == "ordinal":
        return token.value, place + 1
    if token.word in ordinals:
        return int(ordinals[token.word]), place + 1
    after = ordinals.get(s.word(place + 1), 0)
    if token.word in s.lexicon.numbers["tens"] and 1 <= after <= 9 and s.free(place + 1):
        return s.lexicon.small[token.word] + after, place + 2
    return 0, place


def year_at(s: "Sentence", place: int) -> tuple[int, int]:
    """(year, end) of "two thousand twenty five", "twenty twenty five", "2025"; 0 unless it is a recent
    year.
    """
    first = part_at(s, place, False)
    if first is None:
        return 0, place
    year, end = first.value // ONE, first.end
    if first.kind == "small":
        second = part_at(s, end, True)
        year, end = (year * 100 + second.value // ONE, second.end) if second else (year, end)
    this_year = from_days(s.context.today)[0]
    recent = this_year - OLDEST_YEAR < year <= this_year
    return (year, end) if recent and not s.match(s.lexicon.major, end) else (0, place)


def on_the_day(s: "Sentence", place: int) -> tuple[int, int]:
    """For "on the third", "last month on the fifteenth", "the fifteenth of last month"."""
    dates, phrases = s.lexicon.dates, s.lexicon.date_phrases
    if s.match(phrases["day_before_number"], place):
        return numbered_day(s, place)
    before = s.match(phrases["last_month"], place)
    start = place + before
    day, end = day_at(s, start, 0)
    if day and s.match(phrases["day_after_number"], end):
        end += s.match(phrases["day_after_number"], end)
        return end - place, day_of_month(s, day, before > 0)
    if s.word(start) not in dates["on"] and not before and s.phrase(place, place + 1) not in dates["the"]:
        return 0, 0
    led = s.word(start) in dates["on"]
    start += 1 if led else 0
    the = s.word(start) in dates["the"]
    day, end = ordinal_at(s, start + 1 if the else start)
    after = s.match(phrases["last_month"], end)
    closing = closes(s, end)
    if not day or day > 31 or not the or not (led or before or after or closing):
        return 0, 0
    return end + after - place, day_of_month(s, day, before + after > 0)


def numbered_day(s: "Sentence", place: int) -> tuple[int, int]:
    """For "el quince", "le quinze", "no dia quinze": a bare number after what announces a day."""
    start = place + s.match(s.lexicon.date_phrases["day_before_number"], place)
    day, end = day_at(s, start, 0)
    after = s.match(s.lexicon.date_phrases["last_month"], end) if day else 0
    if not day or not (after or closes(s, end)):
        return 0, 0
    return end + after - place, day_of_month(s, day, after > 0)


def closes(s: "Sentence", place: int) -> bool:
    """Whether what stands before `place` is complete: the end, a claim, a verb or preposition follows."""
    follows = s.listed("slots", "anchors", place) or s.listed("words", "expense_verbs", place)
    return place == s.end or s.role(place) != "" or follows


def day_of_month(s: "Sentence", day: int, last_month: bool) -> int:
    year, month, this_day = from_days(s.context.today)
    first = to_days(year, month, 1)
    back = -1 if last_month or day > this_day else 0
    return add_months(first, back) + min(day, 31) - 1


def holiday(s: "Sentence", place: int) -> tuple[int, int]:
    """For "new years eve", "on holi", "thanksgiving": fixed days, moving days, nth weekdays, days around
    Easter.
    """
    dates = s.lexicon.dates
    led = s.word(place) in dates["on"] or s.word(place) in dates["last"]
    start = place + 1 if led else place
    length, day = holiday_named(s, start, led)
    return (start + length - place, day) if length else (0, 0)


def holiday_named(s: "Sentence", start: int, led: bool) -> tuple[int, int]:
    """A holiday's name at `start`; one that is an everyday word only where it is `led`."""
    dates = s.lexicon.dates
    for kind, rule in (
        ("holidays", fixed),
        ("moving", moving),
        ("nth_weekday", nth),
        ("easter", easter_day),
        ("national", national),
    ):
        length = s.match(s.lexicon.date_phrases[kind], start)
        name = s.phrase(start, start + length)
        if length and (led or name not in dates["weak_holidays"]):
            day = rule(s, name)
            return (length, day) if day else (0, 0)
    return 0, 0


def fixed(s: "Sentence", name: str) -> int:
    return of_year(s, s.lexicon.dates["holidays"][name])


def national(s: "Sentence", name: str) -> int:
    return of_year(s, s.lexicon.dates["national"][name].get(s.context.country, ""))


def of_year(s: "Sentence", month_day: str) -> int:
    return past(s, int(month_day[:2]), int(month_day[3:])) if month_day else 0


def moving(s: "Sentence", name: str) -> int:
    days = [from_text(day) or 0 for day in s.lexicon.dates["moving"][name]]
    return max([day for day in days if day <= s.context.today] + [0])


def nth(s: "Sentence", name: str) -> int:
    rule = s.lexicon.dates["nth_weekday"][name].get(s.context.country)
    year = from_days(s.context.today)[0]
    days = [nth_weekday(one, rule[0], rule[1], rule[2]) for one in (year, year - 1)] if rule else []
    return max([day for day in days if day <= s.context.today] + [0])


def easter_day(s: "Sentence", name: str) -> int:
    year, shift = from_days(s.context.today)[0], int(s.lexicon.dates["easter"][name])
    days = [easter(one) + shift for one in (year, year - 1)]
    return max([day for day in days if day <= s.context.today])


def typed_date(s: "Sentence", place: int) -> tuple[int, int]:
    """For "2026-03-05", "3/5" (month first in the US), "5/3/26"."""
    start = place + 1 if s.word(place) in s.lexicon.dates["on"] else place
    if not s.free(start) or s.tokens[start].kind != "date":
        return 0, 0
    word = s.tokens[start].word
    if "-" in word:
        day = from_text(word)
        return (start + 1 - place, day) if day is not None else (0, 0)
    day = slashed(s, [int(part) for part in word.split("/") if only_digits(part) == part])
    return (start + 1 - place, day) if day else (0, 0)


def slashed(s: "Sentence", parts: list[int]) -> int:
    if len(parts) not in (2, 3):
        return 0
    month, day = (parts[0], parts[1]) if s.context.country in MONTH_FIRST else (parts[1], parts[0])
    if len(parts) == 2:
        return past(s, month, day) if is_date(2024, month, day) else 0
    year = parts[2] + 2000 if parts[2] < 100 else parts[2]
    return to_days(year, month, day) if is_date(year, month, day) else 0
