"""Days as people say them: relative, by weekday, by date, by holiday."""

from collections.abc import Callable
from random import Random

from voice.training.numbers import below_hundred, ordinal
from voice.training.phrases import phrases

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
RELATIVE = phrases("relative_days")
HOLIDAYS = phrases("holidays")


def weekday(rng: Random) -> str:
    return rng.choice(("on ", "on ", "last ", "last ", "this ", "on last ", "", "this past ")) + rng.choice(
        WEEKDAYS
    )


def ago(rng: Random) -> str:
    few = rng.choice(
        ("two", "two", "three", "three", "four", "five", "six", "ten", "a couple of", "a few", "some")
    )
    many = f"{few} {rng.choice(('days', 'days', 'days', 'weeks', 'months', 'hours', 'nights', 'minutes'))}"
    one = rng.choice(
        ("a week", "one week", "a day", "a month", "a fortnight", "an hour", "a year", "one day")
    )
    return f"{rng.choice((many, many, one))} {rng.choice(('ago', 'ago', 'ago', 'ago', 'back', 'before'))}"


def month_day(rng: Random) -> str:
    month, day = rng.choice(MONTHS), rng.randint(1, 31)
    said = ordinal(day)
    plain = below_hundred(day)
    shape = rng.choice(
        ("{m} {o}", "{m} {o}", "{m} the {o}", "the {o} of {m}", "{o} of {m}", "{m} {c}", "{c} {m}", "{o} {m}")
    )
    words = shape.format(m=month, o=said, c=plain)
    return f"{rng.choice(('on ', 'on ', ''))}{words}{year(rng)}"


def year(rng: Random) -> str:
    if rng.random() > 0.12:
        return ""
    last = below_hundred(rng.randint(18, 29))
    return rng.choice((f" twenty {last}", f" two thousand {last}", f" two thousand and {last}"))


def day_of_month(rng: Random) -> str:
    return f"on the {ordinal(rng.randint(1, 31))}{rng.choice(('', '', ' of last month', ' of this month'))}"


def month(rng: Random) -> str:
    return f"{rng.choice(('in', 'in', 'last', 'this', 'since', 'during'))} {rng.choice(MONTHS)}"


def holiday(rng: Random) -> str:
    return f"{rng.choice(('on', 'on', 'for', 'at', 'last', 'before', 'after'))} {rng.choice(HOLIDAYS)}"


def clock(rng: Random) -> str:
    hour = below_hundred(rng.randint(1, 12))
    return rng.choice(
        (f"at {hour} pm", f"at {hour} am", f"at {hour} o'clock", f"at {hour}", f"at half past {hour}")
    )


SHAPES: tuple[tuple[Callable[[Random], str], int], ...] = (
    (lambda rng: rng.choice(RELATIVE), 46),
    (weekday, 20),
    (ago, 10),
    (month_day, 9),
    (day_of_month, 5),
    (month, 4),
    (holiday, 4),
    (clock, 2),
)


def day(rng: Random) -> str:
    """One day in words."""
    shape = rng.choices([made for made, _ in SHAPES], [weight for _, weight in SHAPES])[0]
    return shape(rng)
