"""Numbers as integers of ten-thousandths, so that halves, points and minor units need no floats."""

from voice.parser.letters import is_digit

ONE = 10000
LONGEST = 18


def from_digits(body: str, mark: str = ".") -> int:
    """`"12.5"` → 125000; `"1,00,000"`, `"1.200,50"` and `"1,200.50"` by where their separators stand.

    `mark` is the language's decimal mark, which tells the thousands of `"1.250"` from its decimals.
    """
    point = decimal_point(body, mark)
    whole = body if point < 0 else body[:point]
    fraction = "" if point < 0 else body[point + 1 :]
    return int(only_digits(whole) or "0") * ONE + int((only_digits(fraction) + "0000")[:4])


def decimal_point(body: str, mark: str) -> int:
    """Where the decimals start: the last separator, unless it groups thousands; -1 without decimals."""
    last = max(body.rfind("."), body.rfind(","))
    if last < 0 or body.count(body[last]) > 1:
        return -1
    alone = body.count(".") + body.count(",") == 1
    groups = body[last] != mark and len(body) - last - 1 == 3 and alone
    return -1 if groups else last


def only_digits(text: str) -> str:
    return "".join([letter for letter in text if is_digit(letter)])


def to_minor(value: int, decimals: int) -> int:
    """Ten-thousandths → whole minor units, half up."""
    unit = int(ONE // 10**decimals)
    return (value + unit // 2) // unit
