"""What a household buys from day to day, and what it sometimes takes back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from finance.household.happening import Happening, Part, maybe, price
from finance.household.shops import HABITS, Habit, Shop
from finance.household.words import spoken

SAID_TODAY = (
    (0, "cash", "coffee", 340, "Blue Door Coffee", "three forty for coffee at blue door coffee"),
    (0, "card", "groceries", 685, "Corner Bakery", "six eighty five at corner bakery"),
    (1, "card", "dining", 2350, "Pho Saigon", "twenty three fifty at pho saigon"),
)
SPLITS = {"groceries": ("pets", "personal care")}


def purchases(dice: Random, first: date, today: date, density: int) -> Iterator[Happening]:
    """Every habit, rolled `density` times a day, with a refund now and then; in no particular order."""
    for offset in range((today - first).days + 1):
        day = first + timedelta(days=offset)
        for habit in HABITS:
            for _ in range(density):
                if dice.randrange(100) < habit.percent[day.weekday()]:
                    yield from purchase(dice, habit, day, today)


def purchase(dice: Random, habit: Habit, day: date, today: date) -> Iterator[Happening]:
    shop = dice.choice(habit.shops)
    bought = buy(dice, habit, shop, day)
    yield bought
    back = day + timedelta(days=dice.randrange(4, 15))
    if habit.category == "shopping" and dice.randrange(100) < 14 and back <= today:
        yield give_back(bought, back)


def buy(dice: Random, habit: Habit, shop: Shop, day: date) -> Happening:
    cents = price(dice, shop.low, shop.high)
    note = maybe(dice, habit.notes, percent=12)
    said = f"{spoken(cents)} at {shop.name.lower()}" if dice.randrange(100) < habit.spoken else None
    who = 0 if dice.randrange(100) < 58 else 1
    parts = (Part(habit.category, cents),) if said else split(dice, habit.category, cents)
    tags = ("work",) if "team" in note else ()
    return Happening(day, who, habit.account, parts, shop.name, note, tags, said, thinnable=True)


def split(dice: Random, category: str, cents: int) -> tuple[Part, ...]:
    """Now and then one receipt holds two categories."""
    other = maybe(dice, SPLITS.get(category, ()), percent=9)
    if not other or cents < 1500:
        return (Part(category, cents),)
    share = price(dice, 199, cents // 3)
    return (Part(category, cents - share), Part(other, share))


def give_back(bought: Happening, day: date) -> Happening:
    """The whole purchase taken back: the same category, the other way round."""
    parts = tuple(replace(part, cents=-part.cents) for part in bought.parts)
    said = f"refund of {spoken(bought.parts[0].cents)} from {(bought.payee or '').lower()}"
    return replace(bought, day=day, parts=parts, note="returned", words=said if bought.words else None)


def this_day(today: date) -> list[Happening]:
    """What was said today, so that the first screen is alive."""
    return [
        Happening(today, who, account, (Part(category, cents),), payee, words=words)
        for who, account, category, cents, payee, words in SAID_TODAY
    ]
