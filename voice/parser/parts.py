"""What a run of numbers is made of: zeros and repeats, "point five", "half a million", "a couple of"."""

from voice.parser.decimals import ONE
from voice.parser.small import HALF, HUNDRED, cents_joined, decimals_after, digit_of, fraction_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence


class Part:
    """One number of a run: tokens [start, end), `value` in ten-thousandths.

    `kind`: "unit" (1-9), "small" (10-99), "whole" (100 and more), "typed", "decimal", "zero", "digits"
    ("double five").
    `base` times `scale` is the value when one scale word ended it. `doubts` names what was assumed.
    """

    def __init__(self, kind: str, value: int, start: int, end: int) -> None:
        self.kind = kind
        self.value = value
        self.start = start
        self.end = end
        self.base = value
        self.scale = 1
        self.doubts: list[str] = []


def zero_or_repeat(s: "Sentence", place: int, inside: bool) -> "Part | None":
    numbers = s.lexicon.numbers
    word = s.word(place)
    if word in numbers["repeats"]:
        digit = digit_of(s, place + 1)
        if digit >= 0:
            count = numbers["repeats"][word]
            return Part("digits", int(str(digit) * count) * ONE, place, place + 2)
    if word in numbers["zeros"] and decimals_after(s, place + 1) is None:
        return Part("zero", 0, place, place + 1) if inside else None
    between = inside and s.word(place + 1) in numbers["units"]
    if between and word in numbers["zero_homophones"]:
        part = Part("zero", 0, place, place + 1)
        part.doubts.append("homophone")
        return part
    return None


def pointed(s: "Sentence", place: int) -> "Part | None":
    """For "point five", "nought point seven five", "point five lakh", "cero con ochenta"."""
    start = place + 1 if s.word(place) in s.lexicon.numbers["zeros"] else place
    decimals = decimals_after(s, start)
    cents, end = cents_joined(s, start) if start > place else (0, place)
    if cents:
        return Part("decimal", cents * ONE // HUNDRED, place, end)
    if decimals is None:
        return None
    value, end = decimals
    scaled = s.word(end) in s.lexicon.numbers["scales"] and s.free(end)
    return Part("decimal", value * (scale_of(s, end) if scaled else 1), place, end + 1 if scaled else end)


def halved(s: "Sentence", place: int) -> "Part | None":
    """For "half a million", "half lakh", "half a quid": half of what follows."""
    numbers = s.lexicon.numbers
    share, after = fraction_word(s, place)
    after += 1 if s.word(after) in s.lexicon.dates["of"] else 0
    after += 1 if s.word(after) in numbers["articles"] else 0
    if share and s.word(after) in numbers["scales"]:
        return Part("decimal", share * scale_of(s, after), place, after + 1)
    half = share == HALF and s.match(s.lexicon.major, after)
    return Part("decimal", HALF, place, after) if half else None


def vague(s: "Sentence", place: int) -> "Part | None":
    """For "a couple of (hundred) dollars": the usual number, in doubt."""
    count = s.match(s.lexicon.vague, place)
    if not count:
        return None
    value = s.lexicon.vague_numbers[s.phrase(place, place + count)]
    end = place + count
    if s.word(end) in s.lexicon.numbers["hundreds"]:
        value, end = value * 100, end + 1
    if s.word(end) in s.lexicon.numbers["scales"]:
        value, end = value * scale_of(s, end), end + 1
    end += 1 if s.word(end) in s.lexicon.dates["of"] and s.match(s.lexicon.major, end + 1) else 0
    if end == place + count and not s.match(s.lexicon.major, end):
        return None
    part = Part("whole", value * ONE, place, end)
    part.doubts.append("vague")
    return part


def scale_of(s: "Sentence", place: int) -> int:
    return int(s.lexicon.numbers["scales"][s.word(place)])
