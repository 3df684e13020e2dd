"""Holidays: two weeks in the sun every summer, and a long week-end abroad in another currency."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from finance.household.happening import Happening, Part, price
from finance.household.words import spoken

SUMMER = (("Gelateria Milù", "dining", 450, 1400), ("Osteria del Porto", "dining", 2900, 7400), ("Conad", "groceries", 1100, 4800),
          ("Lido Azzurro", "entertainment", 1500, 3800), ("Trenitalia", "travel", 890, 3600))
ABROAD = (("Borough Market", "dining", 900, 2600), ("The Anchor", "dining", 1400, 4800), ("Tate Modern Shop", "shopping", 700, 3400),
          ("Transport for London", "transport", 280, 870))
POUND_IN_EURO_CENTS = 117


def holidays(dice: Random, year: int) -> Iterator[Happening]:
    yield from summer(dice, year)
    yield from weekend_abroad(dice, year)


def summer(dice: Random, year: int) -> Iterator[Happening]:
    tags = ("holiday", f"italy {year}")
    rented = price(dice, 68000, 92000)
    yield Happening(date(year, 3, 9), 0, "bank", (Part("travel", rented),), "Casa Limoneto", "deposit for the flat", tags)
    yield Happening(date(year, 7, 18), 1, "card", (Part("travel", price(dice, 21000, 34000)),), "Rail", "night train", tags)
    yield Happening(date(year, 7, 19), 0, "bank", (Part("travel", rented),), "Casa Limoneto", "the flat, second half", tags)
    for offset in range(24):
        name, category, low, high = dice.choice(SUMMER)
        cents = price(dice, low, high)
        said = f"{spoken(cents)} at {name.lower()}" if offset % 3 == 0 else None
        yield Happening(date(year, 7, 19) + timedelta(days=offset // 2), offset % 2, "card", (Part(category, cents),), name, "", tags, said)


def weekend_abroad(dice: Random, year: int) -> Iterator[Happening]:
    """Pounds spent with the card, and the exchange that pays them back in euros."""
    first, tags, pence = date(year, 10, 9), ("holiday", f"london {year}"), 0
    yield Happening(first - timedelta(days=40), 1, "card", (Part("travel", price(dice, 19000, 31000)),), "Skylark Air", "two seats", tags)
    for offset in range(10):
        name, category, low, high = dice.choice(ABROAD)
        cost = price(dice, low, high)
        pence += cost
        yield Happening(first + timedelta(days=offset // 4), offset % 2, "card", (Part(category, cost, "GBP"),), name, "", tags)
    euros = pence * POUND_IN_EURO_CENTS // 100
    exchange = (Part("card", pence, "GBP"), Part("currency exchange", -pence, "GBP"), Part("currency exchange", euros))
    yield Happening(first + timedelta(days=12), 0, "bank", exchange, note="pounds settled by the bank", tags=tags)
