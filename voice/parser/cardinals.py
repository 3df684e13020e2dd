"""Compositional numbers: "two lakh thirty thousand", "one hundred and five", "four and a half thousand",
"12.5 k".
"""

from voice.parser.decimals import ONE
from voice.parser.parts import Part, halved, pointed, scale_of, vague, zero_or_repeat
from voice.parser.small import HALF, counts, decimals_after, half_end, one_begins, one_ends, small, tail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

NO_LIMIT = 10**18
THOUSAND = 1000


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


def cardinal(s: "Sentence", place: int, inside: bool) -> "Part | None":
    """Groups and their scales, largest first: [2 lakh][30 thousand][5]."""
    part = Part("", 0, place, place)
    limit, at = NO_LIMIT, place
    while limit > 1:
        limit = add_group(s, part, at, limit, THOUSAND < limit < NO_LIMIT or (at == place and not inside))
        at = skip_and(s, part.end)
    return point_after_scale(s, half_of_scale(s, part)) if part.end > place else None


def add_group(s: "Sentence", part: Part, at: int, limit: int, first: bool) -> int:
    """Adds the group at `at` to a number; the scale that the next group must stay below, 1 when this was
    the last.
    """
    value, end, kind = group(s, at, first, part.doubts)
    if not kind:
        return 1
    value, end, kind = with_fraction(s, value, end, kind)
    scale, after = scales(s, end)
    if 1 < scale < limit:
        part.base, part.scale = value, scale
        part.value, part.end, part.kind = part.value + value * scale, after, "whole"
        return scale
    if value < limit * ONE and scale == 1:
        part.kind = "whole" if part.value else kind
        part.value, part.end = part.value + value, end
        part.base, part.scale = part.value, 1
    return 1


def point_after_scale(s: "Sentence", part: Part) -> Part:
    """For "mil vírgula dez", "two thousand point five zero"."""
    decimals = decimals_after(s, part.end) if part.scale > 1 and part.value % ONE == 0 else None
    if decimals:
        part.value, part.end = part.value + decimals[0], decimals[1]
    return part


def half_of_scale(s: "Sentence", part: Part) -> Part:
    """For "a lakh and a half": half of the scale just said."""
    end = half_end(s, part.end)
    if part.scale > 1 and end > part.end:
        part.value += HALF * part.scale
        part.end = end
    return part


def skip_and(s: "Sentence", place: int) -> int:
    """Past an "and" that a smaller number follows: "two thousand and fifty"."""
    numbers, after = s.lexicon.numbers, s.word(place + 1)
    number = after in numbers["bare_scales"] or group(s, place + 1, False, [])[2] != ""
    joined = s.word(place) in numbers["and"] and number
    return place + 1 if joined and not s.tokens[place].after_comma else place


def scales(s: "Sentence", place: int) -> tuple[int, int]:
    """The product of the scale words at `place` ("lakh crore") and where they end; "millones mil" is none."""
    product, last = 1, 1
    while s.free(place) and s.word(place) in s.lexicon.numbers["scales"] and scale_of(s, place) >= last:
        last = scale_of(s, place)
        product, place = product * last, place + 1
    return product, place


def with_fraction(s: "Sentence", value: int, end: int, kind: str) -> tuple[int, int, str]:
    """Adds "point nine nine" or "and a half" to a number."""
    decimals = decimals_after(s, end)
    if decimals and value % ONE == 0:
        return value + decimals[0], decimals[1], "decimal"
    after = half_end(s, end)
    if after > end:
        return value + HALF, after, "decimal"
    return value, end, kind


def group(s: "Sentence", place: int, first: bool, doubts: list[str]) -> tuple[int, int, str]:
    """(value, end, kind) of the number below a scale at `place`; no kind for no number, no end for a bare
    "thousand".
    """
    if not s.free(place):
        return 0, place, ""
    typed = s.tokens[place].kind == "number"
    value, end = (s.tokens[place].value, place + 1) if typed else said(s, place, first, doubts)
    if not value and not typed:
        return 0, place, ""
    if value and s.free(end) and s.word(end) in s.lexicon.numbers["hundreds"]:
        rest, after = tail(s, end + 1)
        return value * 100 + rest * ONE, after, "whole"
    return value, end, "typed" if typed else kind_of(value)


def kind_of(value: int) -> str:
    if value % ONE:
        return "decimal"
    return "unit" if value < 10 * ONE else "small" if value < 100 * ONE else "whole"


def said(s: "Sentence", place: int, first: bool, doubts: list[str]) -> tuple[int, int]:
    """(value in ten-thousandths, end) of what can stand before "hundred" or a scale."""
    numbers, word = s.lexicon.numbers, s.word(place)
    if word in numbers["fractions"]:
        return int(numbers["fractions"][word]), place + 1
    if word in numbers["shifts"]:
        return shifted(s, place)
    if word in numbers["whole_hundreds"]:
        rest, end = (0, place + 1) if word in numbers["round_hundreds"] else tail(s, place + 1)
        return (int(numbers["whole_hundreds"][word]) + rest) * ONE, end
    value, end = small(s, place)
    if end == place:
        value, end = one_or_homophone(s, place, first, doubts)
    return value * ONE, end


def shifted(s: "Sentence", place: int) -> tuple[int, int]:
    """For "saadhe teen" 3.5, "paune do" 1.75, "sava sau" 1.25 hundreds."""
    shift = int(s.lexicon.numbers["shifts"][s.word(place)])
    value, end = small(s, place + 1)
    if value:
        return value * ONE + shift, end
    return (ONE + shift, place + 1) if counts(s, place + 1) else (0, place)


def one_or_homophone(s: "Sentence", place: int, first: bool, doubts: list[str]) -> tuple[int, int]:
    """The one of "a hundred" and "thousand bucks"; the two of "to hundred"."""
    numbers, word, after = s.lexicon.numbers, s.word(place), s.word(place + 1)
    large = after in numbers["hundreds"] or after in numbers["scales"]
    if (word in numbers["articles"] and large) or (one_begins(s, place) if first else one_ends(s, place)):
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
