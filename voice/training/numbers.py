"""Numbers as people say them: every whole number, digit by digit, and small shares."""

from random import Random

ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
WESTERN = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
INDIAN = ((10_000_000, "crore"), (100_000, "lakh"), (1_000, "thousand"), (100, "hundred"))


def below_hundred(number: int) -> str:
    """`below_hundred(42)` is "forty two"."""
    if number < 10:
        return ONES[number]
    if number < 20:
        return TEENS[number - 10]
    tens = TENS[number // 10 - 2]
    return tens if number % 10 == 0 else f"{tens} {ONES[number % 10]}"


def cardinal(number: int, rng: Random, scales: tuple[tuple[int, str], ...] = WESTERN) -> str:
    """A whole number from 1 in words, with an "and" now and then: 105 is "one hundred and five"."""
    if number < 100:
        return below_hundred(number)
    size, name = next(scale for scale in scales if number >= scale[0])
    head, rest = divmod(number, size)
    words = f"{counted(head, rng, scales)} {name}"
    if not rest:
        return words
    join = " and " if rest < 100 and rng.random() < 0.5 else " "
    return words + join + cardinal(rest, rng, scales)


def counted(head: int, rng: Random, scales: tuple[tuple[int, str], ...]) -> str:
    return "a" if head == 1 and rng.random() < 0.25 else cardinal(head, rng, scales)


def ordinal(number: int) -> str:
    """A day of the month: 23 is "twenty third"."""
    if number <= 20:
        return ORDINALS[number - 1]
    if number == 30:
        return "thirtieth"
    return f"{'twenty' if number < 30 else 'thirty'} {ORDINALS[number % 10 - 1]}"


def digits(rng: Random, most: int = 7) -> str:
    """A string of single digits, "oh" and "double" among them: a code, a number of a train."""
    spoken = []
    for _ in range(rng.randint(1, most)):
        digit = rng.choice((*ONES, "oh"))
        spoken.append(f"double {digit}" if rng.random() < 0.05 else digit)
    return " ".join(spoken)


def fraction_digits(number: int, rng: Random) -> str:
    """Two places after the point: 75 is "seven five" or "seventy five", 5 is "zero five"."""
    if number >= 10 and rng.random() < 0.4:
        return below_hundred(number)
    zero = rng.choice(("zero", "oh"))
    shown = f"{number:02d}".rstrip("0") or "0"
    return " ".join(zero if digit == "0" else ONES[int(digit)] for digit in shown)
