"""Amounts as people say them: bare pairs, currencies before, between and after, points, lakhs and crores."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from voice.training.numbers import INDIAN, ONES, WESTERN, below_hundred, cardinal, digits, fraction_digits
from voice.training.phrases import lines, phrases


@dataclass(frozen=True, slots=True)
class Currency:
    """What a currency is called: one, many, its small coin and coins ("" where nobody names one)."""

    one: str
    many: str
    coin: str
    coins: str
    weight: int


def currencies() -> tuple[Currency, ...]:
    rows = [line.replace("-", "").split(", ") for line in lines("currencies")]
    return tuple(Currency(one, many, coin, coins, int(weight)) for one, many, coin, coins, weight in rows)


CURRENCIES = currencies()
WEIGHTS = [currency.weight for currency in CURRENCIES]
BEFORE = ("rupees", "rupees", "rs", "pounds", "dollars", "euros", "euro", "inr", "usd")
CENTS = (50, 99, 25, 75, 95, 49, 20, 40, 60, 80, 30, 10, 90)


def currency_of(rng: Random) -> Currency:
    return rng.choices(CURRENCIES, WEIGHTS)[0]


def whole(rng: Random) -> int:
    """A whole amount: mostly below a hundred, often round, now and then in lakhs."""
    draw = rng.random()
    if draw < 0.36:
        return rng.randint(1, 99)
    if draw < 0.5:
        return rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 75, 80, 90, 100))
    if draw < 0.60:
        return 100 * rng.randint(1, 9)
    if draw < 0.76:
        return rng.randint(100, 999)
    return large(rng, draw)


def large(rng: Random, draw: float) -> int:
    if draw < 0.84:
        return 1000 * rng.randint(1, 99)
    if draw < 0.91:
        return rng.randint(1000, 9999)
    if draw < 0.95:
        return 100 * rng.randint(10, 99)
    if draw < 0.975:
        return rng.randint(10_000, 999_999)
    if draw < 0.99:
        return 100_000 * rng.randint(1, 90)
    return 1_000_000 * rng.randint(1, 90)


def number(rng: Random) -> str:
    """A whole number in words, in western or Indian groups, or in hundreds: "twelve hundred"."""
    value = whole(rng)
    if 1100 <= value < 10_000 and value % 1000 >= 100 and rng.random() < 0.3:
        head, rest = divmod(value, 100)
        return f"{below_hundred(head)} hundred" + (f" {below_hundred(rest)}" if rest else "")
    return cardinal(value, rng, INDIAN if value >= 100_000 and rng.random() < 0.6 else WESTERN)


def small_change(rng: Random) -> int:
    return rng.choice(CENTS) if rng.random() < 0.7 else rng.randint(1, 99)


def tail_of_pair(cents: int, rng: Random) -> str:
    """The second half of "twelve fifty" or "three oh five"."""
    if cents >= 10:
        return below_hundred(cents)
    return f"{rng.choice(('oh', 'oh', 'zero'))} {ONES[cents]}"


def head_of_pair(rng: Random) -> str:
    return cardinal(rng.randint(1, 99) if rng.random() < 0.85 else rng.randint(100, 999), rng)


def bare_pair(rng: Random) -> str:
    return f"{head_of_pair(rng)} {tail_of_pair(small_change(rng), rng)}"


def bare_hundreds(rng: Random) -> str:
    """Three figures as two: "one twenty", "three sixty five", "six double oh"."""
    head = ONES[rng.randint(1, 9)]
    if rng.random() < 0.04:
        return f"{head} double {rng.choice(('oh', 'zero', 'o'))}"
    return f"{head} {tail_of_pair(rng.randint(1, 99), rng)}"


def with_currency(rng: Random) -> str:
    words, currency = number(rng), currency_of(rng)
    return f"{words} {currency.one if words in ('one', 'a') else currency.many}"


def currency_between(rng: Random) -> str:
    """ "twelve dollars fifty", "three pounds forty"."""
    return f"{head_of_pair(rng)} {currency_of(rng).many} {tail_of_pair(small_change(rng), rng)}"


def with_coins(rng: Random) -> str:
    currency = rng.choice(CURRENCIES[:5])
    cents = small_change(rng)
    coins = f"{below_hundred(cents)} {currency.coin if cents == 1 else currency.coins}"
    if rng.random() < 0.3:
        return coins
    return f"{head_of_pair(rng)} {currency.many}{rng.choice((' and ', ' '))}{coins}"


def with_point(rng: Random) -> str:
    head = rng.choice(("", "zero ", "nought ")) if rng.random() < 0.2 else f"{head_of_pair(rng)} "
    point = rng.choice(("point", "point", "point", "dot"))
    end = rng.choice(("", f" {currency_of(rng).many}", f" {currency_of(rng).many}"))
    return f"{head}{point} {fraction_digits(small_change(rng), rng)}{end}"


def with_scale(rng: Random) -> str:
    """ "two and a half lakh", "three point five million", "five k", "half a crore"."""
    scale = rng.choice(
        ("thousand", "thousand", "lakh", "lakh", "million", "crore", "k", "grand", "billion", "lakhs")
    )
    few = below_hundred(rng.randint(1, 60))
    lead = rng.choice(
        (
            few,
            few,
            few,
            few,
            f"{few} and a half",
            f"{few} point {ONES[rng.randint(1, 9)]}",
            "half a",
            "half",
            "quarter",
        )
    )
    return f"{lead} {scale}" + (f" {currency_of(rng).many}" if rng.random() < 0.5 else "")


def with_fraction(rng: Random) -> str:
    few, currency = below_hundred(rng.randint(1, 30)), currency_of(rng)
    return rng.choice(
        (
            f"{few} and a half {currency.many}",
            f"{few} {currency.many} and a half",
            f"half a {currency.one}",
            f"{few} and a quarter {currency.many}",
            f"{few} and a half",
        )
    )


def currency_before(rng: Random) -> str:
    return f"{rng.choice(BEFORE)} {number(rng)}"


def slang(rng: Random) -> str:
    said = {"n": number(rng), "c": tail_of_pair(small_change(rng), rng), "m": currency_of(rng).many}
    return rng.choice(phrases("slang")).format(**said)


SHAPES: tuple[tuple[Callable[[Random], str], int], ...] = (
    (with_currency, 38),
    (number, 12),
    (bare_pair, 14),
    (bare_hundreds, 6),
    (currency_between, 7),
    (with_coins, 7),
    (with_point, 4),
    (with_scale, 4),
    (with_fraction, 2),
    (currency_before, 3),
    (slang, 3),
)


def amount(rng: Random) -> str:
    """One amount in words."""
    shape = rng.choices([made for made, _ in SHAPES], [weight for _, weight in SHAPES])[0]
    return shape(rng)


def bare(rng: Random) -> str:
    """An amount without a currency, as an answer to a question."""
    return rng.choice((number, bare_pair, bare_hundreds, digits))(rng)
