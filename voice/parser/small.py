"""Numbers below a hundred, decimals and fractions as said: "twenty three", "point seven five", "and a
half".
"""

from voice.parser.decimals import ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

HALF = ONE // 2


def small(s: "Sentence", place: int) -> tuple[int, int]:
    """A number below a hundred in words."""
    numbers = s.lexicon.numbers
    value = s.lexicon.small.get(s.word(place), 0) if s.free(place) else 0
    if not value:
        return 0, place
    if s.word(place) in numbers["tens"] and s.free(place + 1) and s.word(place + 1) in numbers["units"]:
        return value + s.lexicon.small[s.word(place + 1)], place + 2
    return value, place + 1


def tail(s: "Sentence", place: int) -> tuple[int, int]:
    """What follows a hundred: "(and) thirty four"."""
    start = place + 1 if s.word(place) in s.lexicon.numbers["and"] else place
    value, end = small(s, start)
    return (value, end) if end > start else (0, place)


def digit_of(s: "Sentence", place: int) -> int:
    """The digit said at `place`, zero in any of its words; -1 for none."""
    word = s.word(place)
    if word in s.lexicon.numbers["zeros"]:
        return 0
    digit = s.lexicon.numbers["units"].get(word, -1)
    return digit if isinstance(digit, int) and s.free(place) else -1


def decimals_after(s: "Sentence", place: int) -> "tuple[int, int] | None":
    """(ten-thousandths, end) of "point seven five" or "point fifty" at `place`."""
    if s.word(place) not in s.lexicon.numbers["points"]:
        return None
    digits, end = "", place + 1
    while digit_of(s, end) >= 0:
        digits += str(digit_of(s, end))
        end += 1
    if not digits:
        value, end = small(s, place + 1)
        digits = str(value) if value else typed_digits(s, place + 1)
        end = end if value else place + 2
    return (int((digits + "0000")[:4]), end) if digits else None


def typed_digits(s: "Sentence", place: int) -> str:
    if not s.free(place) or s.tokens[place].kind != "number" or s.tokens[place].value % ONE:
        return ""
    return str(s.tokens[place].value // ONE)


def fraction_word(s: "Sentence", place: int) -> tuple[int, int]:
    """(ten-thousandths, end) of "half", "a quarter", "three quarters"."""
    numbers = s.lexicon.numbers
    if s.word(place) in numbers["halves"]:
        return HALF, place + 1
    start = place + 1 if s.word(place) in numbers["articles"] else place
    count = numbers["units"].get(s.word(start), 0)
    start += 1 if count else 0
    if s.word(start) in numbers["quarters"]:
        return HALF // 2 * (count or 1), start + 1
    return 0, place


def half_end(s: "Sentence", place: int) -> int:
    """Where "and a half" at `place` ends; `place` itself without it."""
    numbers = s.lexicon.numbers
    if s.word(place) not in numbers["and"]:
        return place
    half = place + 2 if s.word(place + 1) in numbers["articles"] else place + 1
    return (
        half + 1
        if s.word(half) in numbers["halves"] and s.word(half + 1) not in s.lexicon.dates["of"]
        else place
    )
