"""Two years of a household, made from one number: the same number and day give the same years."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from finance.household.everyday import purchases, this_day
from finance.household.happening import Happening, Part
from finance.household.monthly import bills, income, months, moves
from finance.household.travel import holidays

OPENING = (("bank", 412000), ("savings", 980000), ("cash", 8500))
A_YEAR = 750


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
    return thin(dice(seed, "thin"), household(seed, today, size), rows)


def household(seed: int, today: date, size: Size) -> list[Happening]:
    first = (today - timedelta(days=365 * size.years)).replace(day=1)
    spent = spending(seed, first, today, size)
    by_month = defaultdict(list)
    for one in spent:
        by_month[one.day.replace(day=1)].append(one)
    luck, moved = dice(seed, "income"), [*opening(first)]
    for month in months(first, today):
        moved += [*income(luck, month, today, size.density), *moves(month, by_month[month])]
    past = [one for one in moved + spent if first <= one.day <= today] + this_day(today)
    return sorted(past, key=lambda one: one.day)


def spending(seed: int, first: date, today: date, size: Size) -> list[Happening]:
    spent = list(purchases(dice(seed, "purchases"), first, today - timedelta(days=1), size.density))
    luck = dice(seed, "holidays")
    for year in range(first.year, today.year + 1):
        spent += holidays(luck, year)
    luck = dice(seed, "bills")
    for month in months(first, today):
        spent += bills(luck, month, today)
    return spent


def dice(seed: int, name: str) -> Random:
    """Dice of their own for each part of life, so that a change in one leaves the others as they were."""
    return Random(f"{seed}:{name}")  # noqa: S311


def opening(first: date) -> Iterator[Happening]:
    for account, cents in OPENING:
        yield Happening(first, 0, account, (Part("opening balances", -cents),), note="what was there")


def thin(luck: Random, happenings: list[Happening], rows: int) -> list[Happening]:
    """Leave out everyday purchases at random; where that is not enough, the oldest."""
    surplus = max(0, len(happenings) - rows)
    spare = [place for place, one in enumerate(happenings) if one.thinnable]
    dropped = set(luck.sample(spare, min(surplus, len(spare))))
    return [one for place, one in enumerate(happenings) if place not in dropped][-rows:]
