"""Two years of a household, made from one number: the same number and day give the same years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from finance.household.everyday import purchases, this_day
from finance.household.happening import Happening, Part
from finance.household.monthly import bills, income, months, moves
from finance.household.travel import holidays

OPENING = (("bank", 412000), ("savings", 980000), ("cash", 8500))
A_YEAR = 850


@dataclass(frozen=True, slots=True)
class Size:
    """How far back the household goes and how often each habit is rolled a day."""

    years: int
    density: int


def plan(seed: int, today: date) -> list[Happening]:
    """A believable household of two years up to and including `today`, oldest first."""
    return household(seed, today, Size(years=2, density=1))


def plan_rows(seed: int, today: date, rows: int) -> list[Happening]:
    """The same household with exactly `rows` happenings: busier and longer, or thinned out."""
    years = 2 if rows <= 6 * A_YEAR else 10
    size = Size(years, density=max(1, rows // (years * A_YEAR) + 1))
    return thin(Random(f"{seed}:thin"), household(seed, today, size), rows)


def household(seed: int, today: date, size: Size) -> list[Happening]:
    first = (today - timedelta(days=365 * size.years)).replace(day=1)
    dice = {name: Random(f"{seed}:{name}") for name in ("purchases", "bills", "income", "holidays")}
    spent = list(purchases(dice["purchases"], first, today - timedelta(days=1), size.density))
    for year in range(first.year, today.year + 1):
        spent += holidays(dice["holidays"], year)
    for month in months(first, today):
        spent += bills(dice["bills"], month, today)
    moved = [*opening(first)]
    for month in months(first, today):
        moved += [*income(dice["income"], month, today), *moves(month, spent)]
    past = [one for one in spent + moved if first <= one.day <= today] + this_day(today)
    return sorted(past, key=lambda one: one.day)


def opening(first: date) -> Iterator[Happening]:
    for account, cents in OPENING:
        yield Happening(first, 0, account, (Part("opening balances", -cents),), note="what was there")


def thin(dice: Random, happenings: list[Happening], rows: int) -> list[Happening]:
    """Leave out everyday purchases at random; where that is not enough, the oldest."""
    surplus = max(0, len(happenings) - rows)
    spare = [place for place, one in enumerate(happenings) if one.thinnable]
    dropped = set(dice.sample(spare, min(surplus, len(spare))))
    return [one for place, one in enumerate(happenings) if place not in dropped][-rows:]
