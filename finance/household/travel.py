"""Holidays: two weeks in the sun every summer, and a long week-end abroad in another currency."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from finance.household.happening import Happening, Part, price
from finance.household.words import spoken

SUMMER = (
    ("Gelateria Milù", "dining", 450, 1400),
    ("Osteria del Porto", "dining", 2900, 7400),
    ("Conad", "groceries", 1100, 4800),
    ("Lido Azzurro", "entertainment", 1500, 3800),
    ("Trenitalia", "travel", 890, 3600),
)
ABROAD = (
    ("Borough Market", "dining", 900, 2600),
    ("The Anchor", "dining", 1400, 4800),
    ("Tate Modern Shop", "shopping", 700, 3400),
    ("Transport for London", "transport", 280, 870),
)
POUND_IN_EURO_CENTS = 117


def holidays(dice: Random, year: int) -> Iterator[Happening]:
    yield from summer(dice, year)
    yield from weekend_abroad(dice, year)


def summer(dice: Random, year: int) -> Iterator[Happening]:
    tags, rented = ("holiday", f"italy {year}"), price(dice, 68000, 92000)
    yield booked(date(year, 3, 9), "Casa Limoneto", rented, "deposit for the flat", tags)
    yield booked(date(year, 7, 18), "Rail", price(dice, 21000, 34000), "night train", tags)
    yield booked(date(year, 7, 19), "Casa Limoneto", rented, "the flat, second half", tags)
    for offset in range(24):
        name, category, low, high = dice.choice(SUMMER)
        cents, day = price(dice, low, high), date(year, 7, 19) + timedelta(days=offset // 2)
        said = f"{spoken(cents)} at {name.lower()}" if offset % 3 == 0 else None
        yield Happening(day, offset % 2, "card", (Part(category, cents),), name, "", tags, said)


def booked(day: date, payee: str, cents: int, note: str, tags: tuple[str, ...]) -> Happening:
    return Happening(day, 0, "card", (Part("travel", cents),), payee, note, tags)


def weekend_abroad(dice: Random, year: int) -> Iterator[Happening]:
    """Pounds spent with the card, and the exchange that pays them back in euros."""
    first, tags = date(year, 10, 9), ("holiday", f"london {year}")
    yield booked(first - timedelta(days=40), "Skylark Air", price(dice, 19000, 31000), "two seats", tags)
    bought = [abroad(dice, first + timedelta(days=offset // 4), tags) for offset in range(10)]
    yield from bought
    pence = sum(one.parts[0].cents for one in bought)
    yield exchanged(first + timedelta(days=12), pence, tags)


def abroad(dice: Random, day: date, tags: tuple[str, ...]) -> Happening:
    name, category, low, high = dice.choice(ABROAD)
    return Happening(
        day, dice.randrange(2), "card", (Part(category, price(dice, low, high), "GBP"),), name, "", tags
    )


def exchanged(day: date, pence: int, tags: tuple[str, ...]) -> Happening:
    """The bank settles the card's pounds: each currency sums to zero through the equity account."""
    euros = pence * POUND_IN_EURO_CENTS // 100
    parts = (
        Part("card", pence, "GBP"),
        Part("currency exchange", -pence, "GBP"),
        Part("currency exchange", euros),
    )
    return Happening(day, 0, "bank", parts, note="pounds settled by the bank", tags=tags)
