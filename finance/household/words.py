"""Amounts as they are said: 1480 → "fourteen eighty"."""

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spoken(cents: int) -> str:
    """Words of an amount in cents, 1…999,999: 340 → "three euros forty", 1205 → "twelve oh five"."""
    whole, rest = divmod(cents, 100)
    euros = counted(whole, "euro")
    if not rest:
        return euros
    if 11 <= whole <= 99:
        return f"{number(whole)} {number(rest) if rest > 9 else 'oh ' + number(rest)}"
    return f"{euros} {number(rest)}" if rest > 9 else f"{euros} and {counted(rest, 'cent')}"


def counted(count: int, unit: str) -> str:
    return f"{number(count)} {unit}{'' if count == 1 else 's'}"


def number(value: int) -> str:
    """Words of a whole number, 0…9,999, the way Vosk writes them: without hyphens."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f" {ONES[value % 10]}" if value % 10 else "")
    unit, name = (1000, "thousand") if value >= 1000 else (100, "hundred")
    rest = f" {number(value % unit)}" if value % unit else ""
    return f"{number(value // unit)} {name}{rest}"
