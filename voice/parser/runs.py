"""Adjacent numbers to readings: "twelve fifty" is 12.50 or 1250, "three oh five" is 3.05 or 305."""

from voice.parser.cardinals import part_at
from voice.parser.decimals import ONE
from voice.parser.small import cents_joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.parts import Part
    from voice.parser.sentence import Sentence

LONG_CODE = 5


class Number:
    """A run of numbers, tokens [start, end), all values in ten-thousandths.

    Either `plain` is its one value, or it has two readings: `small` (12.50) and `big` (1250). `form` is
    "plain",
    "pair", "hundreds" ("one twenty three fifty"), "units" ("two six five"), "code" (a long string of
    digits) or "odd"; `others` are values it might hide.
    """

    def __init__(self, start: int, end: int, form: str, plain: int) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.plain = plain
        self.small = 0
        self.big = 0
        self.others: list[int] = []
        self.doubts: list[str] = []
        self.parts: list[Part] = []


def number_at(s: "Sentence", place: int) -> "Number | None":
    """The longest run of numbers that starts at `place`."""
    parts: list[Part] = []
    at = place
    while at < s.end:
        part = part_at(s, at, bool(parts))
        if part is None or (parts and s.tokens[at].after_comma):
            break
        parts.append(part)
        at = part.end
    return with_cents(s, reading_of(drop_zero_tail(parts))) if parts else None


def with_cents(s: "Sentence", number: Number) -> Number:
    """For "doce con cincuenta", "doze e cinquenta": a joined number below a hundred is the cents."""
    value, end = cents_joined(s, number.end)
    if value and number.form == "plain" and number.plain and number.plain % ONE == 0:
        number.plain += value * ONE // 100
        number.end = end
    return number


def drop_zero_tail(parts: "list[Part]") -> "list[Part]":
    while len(parts) == 2 and parts[1].kind == "zero" and parts[0].kind not in ("unit", "digits"):
        parts = parts[:1]
    return parts


def reading_of(parts: "list[Part]") -> Number:
    number = Number(parts[0].start, parts[-1].end, "plain", parts[-1].value)
    number.parts = parts
    for part in parts:
        number.doubts.extend(part.doubts)
    if len(parts) > 1:
        read_pair(number, parts) or read_digits(number, parts) or read_odd(number, parts)
    return number


def read_pair(number: Number, parts: "list[Part]") -> bool:
    """A whole part and two digits: [12][50], [3][zero][5], [250][50], [1][23][50]; or [2][50 thousand]."""
    values = [part.value // ONE for part in parts]
    if any([part.value % ONE or part.kind == "digits" for part in parts]):
        return False
    zeros = [part.kind == "zero" for part in parts]
    if zeros == [False, True, False] and 1 <= values[2] <= 9 and 1 <= values[0] <= 99:
        return two_readings(number, values[0], values[2])
    if not 10 <= values[-1] <= 99:
        return scaled_pair(number, parts)
    if zeros == [False, False] and values[0] >= 1000 and 1 <= values[0] % 1000 <= 9:
        return hundreds_under_thousands(number, values[0], values[1])
    if zeros == [False, False] and 1 <= values[0] <= 9999:
        return two_readings(number, values[0], values[1])
    return (
        hundreds_and_cents(number, parts, values, zeros)
        or digits_and_cents(number, values, zeros)
        or scaled_pair(number, parts)
    )


def hundreds_under_thousands(number: Number, whole: int, rest: int) -> bool:
    """For "three thousand two fifty" is 3250, hardly 3002.50."""
    number.plain = (whole + whole % 10 * 99 + rest) * ONE
    number.others = [whole * ONE + rest * ONE // 100]
    number.doubts.append("likely pair")
    return True


def hundreds_and_cents(number: Number, parts: "list[Part]", values: list[int], zeros: list[bool]) -> bool:
    """For "one twenty three fifty" is 123.50, "one oh nine ninety nine" 109.99."""
    cents = values[-1] * ONE // 100
    if not 1 <= values[0] <= 9:
        return False
    if zeros == [False, False, False] and 10 <= values[1] <= 99:
        number.plain = (values[0] * 100 + values[1]) * ONE + cents
    elif zeros == [False, True, False, False] and 1 <= values[2] <= 9:
        number.plain = (values[0] * 100 + values[2]) * ONE + cents
    else:
        return False
    number.form = "hundreds"
    return True


def digits_and_cents(number: Number, values: list[int], zeros: list[bool]) -> bool:
    """For "one nine fifty" is 19.50 or 1950, digit after digit."""
    if zeros != [False, False, False] or not (1 <= values[0] <= 9 and 1 <= values[1] <= 9):
        return False
    number.doubts.append("digits")
    return two_readings(number, values[0] * 10 + values[1], values[2])


def without_first(number: Number) -> Number:
    """The run read again without its first number, whose readings stay beside it."""
    rest = reading_of(number.parts[1:])
    rest.others += [value for value in (number.big, number.small, number.plain) if value]
    rest.doubts.append("people")
    return rest


def two_readings(number: Number, whole: int, rest: int) -> bool:
    number.form = "pair"
    number.small = whole * ONE + rest * ONE // 100
    number.big = (whole * 100 + rest) * ONE
    number.plain = 0
    return True


def scaled_pair(number: Number, parts: "list[Part]") -> bool:
    """For "two fifty thousand" is 250,000: the pair reads as hundreds under a scale word."""
    first, last = parts[0].value // ONE, parts[-1].base // ONE
    if len(parts) != 2 or parts[-1].scale == 1 or not (1 <= first <= 9 and 10 <= last <= 99):
        return False
    number.form, number.plain = "plain", (first * 100 + last) * ONE * parts[-1].scale
    number.others = [parts[-1].value]
    number.doubts.append("pair")
    return True


def read_digits(number: Number, parts: "list[Part]") -> bool:
    """One digit after the other: "two six five", "five double zero", "five five five one two three four"."""
    if not all([part.kind in ("unit", "zero", "digits") for part in parts]):
        return False
    digits = "".join([digits_of(part) for part in parts])
    repeated = any([part.kind == "digits" for part in parts])
    whole = int(digits) * ONE
    number.form, number.plain = ("code" if len(digits) >= LONG_CODE else "units"), whole
    if not repeated and 3 <= len(digits) < LONG_CODE:
        number.small, number.big = whole // 100, whole
        number.plain = 0
    if len(digits) != 3:
        number.doubts.append("digits")
    return True


def digits_of(part: "Part") -> str:
    digits = str(part.value // ONE)
    if part.kind != "digits":
        return digits
    return digits if digits != "0" else "0" * (part.end - part.start)


def read_odd(number: Number, parts: "list[Part]") -> bool:
    """Numbers that make no pair ("motel six eighty nine"): the last one counts, in doubt."""
    number.form, number.plain = "odd", parts[-1].value
    number.others = [part.value for part in parts[:-1] if part.value]
    number.doubts.append("rival")
    return True
