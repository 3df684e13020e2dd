"""Compositional numbers: "two lakh thirty thousand", "one hundred and five", "four and a half thousand",
"12.5 k".
"""

from voice.parser.decimals import ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

NO_LIMIT = 10**18
HALF = ONE // 2


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


def part_at(s: "Sentence", place: int, inside: bool) -> "Part | None":
    """The number at `place`; `inside` a run, zeros and repeats count too."""
    if not s.free(place):
        return None
    return (
        zero_or_repeat(s, place, inside)
        or pointed(s, place)
        or halved(s, place)
        or (None if inside else vague(s, place))
        or cardinal(s, place, inside)
    )


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


def pointed(s: "Sentence", place: int) -> "Part | None":
    """For "point five", "nought point seven five"."""
    start = place + 1 if s.word(place) in s.lexicon.numbers["zeros"] else place
    decimals = decimals_after(s, start)
    return Part("decimal", decimals[0], place, decimals[1]) if decimals else None


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
    if end == place + count and not s.match(s.lexicon.major, end):
        return None
    part = Part("whole", value * ONE, place, end)
    part.doubts.append("vague")
    return part


def cardinal(s: "Sentence", place: int, inside: bool) -> "Part | None":
    part = Part("", 0, place, place)
    limit, at = NO_LIMIT, place
    while True:
        value, end, kind = group(s, at, at == place and not inside, part.doubts)
        if not kind:
            break
        value, end, kind = with_fraction(s, value, end, kind)
        scale, after = scales(s, end)
        if scale > 1 and scale < limit:
            part.base, part.scale = value, scale
            part.value += value * scale
            part.end, part.kind, limit = after, "whole", scale
            at = skip_and(s, after)
            continue
        if value < limit * ONE and scale == 1:
            part.kind = "whole" if part.value else kind
            part.value += value
            part.base, part.scale = (part.value, 1)
            part.end = end
        break
    return half_of_scale(s, part) if part.end > place else None


def half_of_scale(s: "Sentence", part: Part) -> Part:
    """For "a lakh and a half": half of the scale just said."""
    end = half_end(s, part.end)
    if part.scale > 1 and end > part.end:
        part.value += HALF * part.scale
        part.end = end
    return part


def skip_and(s: "Sentence", place: int) -> int:
    """Past an "and" that a smaller number follows: "two thousand and fifty"."""
    joined = s.word(place) in s.lexicon.numbers["and"] and group(s, place + 1, False, [])[2] != ""
    return place + 1 if joined and not s.tokens[place].after_comma else place


def scales(s: "Sentence", place: int) -> tuple[int, int]:
    """The product of the scale words at `place` ("lakh crore") and where they end."""
    product = 1
    while s.free(place) and s.word(place) in s.lexicon.numbers["scales"]:
        product *= scale_of(s, place)
        place += 1
    return product, place


def scale_of(s: "Sentence", place: int) -> int:
    return int(s.lexicon.numbers["scales"][s.word(place)])


def with_fraction(s: "Sentence", value: int, end: int, kind: str) -> tuple[int, int, str]:
    """Adds "point nine nine" or "and a half" to a number."""
    decimals = decimals_after(s, end)
    if decimals and value % ONE == 0:
        return value + decimals[0], decimals[1], "decimal"
    after = half_end(s, end)
    if after > end:
        return value + HALF, after, "decimal"
    return value, end, kind


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


def group(s: "Sentence", place: int, first: bool, doubts: list[str]) -> tuple[int, int, str]:
    """(value, end, kind) of the number below a scale at `place`; no kind for no number, no end for a bare
    "thousand".
    """
    if not s.free(place):
        return 0, place, ""
    if s.tokens[place].kind == "number":
        return s.tokens[place].value, place + 1, "typed"
    value, end = small(s, place)
    if end == place:
        value, end = one_or_homophone(s, place, first, doubts)
    if not value:
        return 0, place, ""
    if s.word(end) in s.lexicon.numbers["hundreds"] and s.free(end):
        return (value * 100 + tail(s, end + 1)[0]) * ONE, tail(s, end + 1)[1], "whole"
    return value * ONE, end, "unit" if value < 10 else "small"


def tail(s: "Sentence", place: int) -> tuple[int, int]:
    """What follows a hundred: "(and) thirty four"."""
    start = place + 1 if s.word(place) in s.lexicon.numbers["and"] else place
    value, end = small(s, start)
    return (value, end) if end > start else (0, place)


def small(s: "Sentence", place: int) -> tuple[int, int]:
    """A number below a hundred in words."""
    numbers = s.lexicon.numbers
    value = s.lexicon.small.get(s.word(place), 0) if s.free(place) else 0
    if not value:
        return 0, place
    if s.word(place) in numbers["tens"] and s.free(place + 1) and s.word(place + 1) in numbers["units"]:
        return value + s.lexicon.small[s.word(place + 1)], place + 2
    return value, place + 1


def one_or_homophone(s: "Sentence", place: int, first: bool, doubts: list[str]) -> tuple[int, int]:
    """The one of "a hundred" and "thousand bucks"; the two of "to hundred"."""
    numbers, word, after = s.lexicon.numbers, s.word(place), s.word(place + 1)
    large = after in numbers["hundreds"] or after in numbers["scales"]
    if word in numbers["articles"] and large:
        return 1, place + 1
    if word in numbers["hundreds"] or (first and word in numbers["bare_scales"]):
        return 1, place
    if word in numbers["homophones"] and (
        large or s.match(s.lexicon.major, place + 1) or cents_follow(s, place + 1)
    ):
        doubts.append("homophone")
        return int(numbers["homophones"][word]), place + 1
    return 0, place


def cents_follow(s: "Sentence", place: int) -> bool:
    return s.match(s.lexicon.minor, place) > 0 and len(s.word(place)) > 1
