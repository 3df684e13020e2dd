"""A household's years made from a number: the same seed gives the same ledger and the same truth."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from math import exp
from random import Random

from tools.ledgers.entry import Entry, Life, Oddity, Truth
from tools.ledgers.profiles import PROFILES, Due, Habit

YEARS = 3
INFLATION = 0.025
MONTHS_BETWEEN = {"monthly": 1, "quarterly": 3, "yearly": 12}
INCOMES = {"salary", "other income", "freelance"}
ODD_MONTHS_A_YEAR = 3
MISSED = 0.01


def lived(seed: int, last: date) -> Life:
    """Three years up to `last`; profiles take turns with the seeds."""
    profile, dice = PROFILES[seed % len(PROFILES)], Random(f"life:{seed}")
    first = (last - timedelta(days=365 * YEARS)).replace(day=1)
    made = [paid(dice, due, first, last) for due in profile.dues if dice.random() < due.chance]
    series = tuple(truth for truth, _ in made)
    entries = list(chain.from_iterable(payments for _, payments in made))
    for habit in profile.habits:
        entries += bought(dice, habit, first, last)
    oddities = tuple(odd_months(dice, entries, first, last))
    entries += [one for oddity in oddities for one in splurge(dice, oddity, last)]
    gaps = forgotten(dice, first, last)
    kept = [one for one in entries if f"{one.day:%Y-%m}" not in gaps and first <= one.day <= last]
    return Life(
        first, last, tuple(sorted(kept, key=lambda one: (one.day, one.payee, one.category))), series,
        tuple(one for one in oddities if one.month not in gaps), gaps,
    )  # fmt: skip


def paid(dice: Random, due: Due, first: date, last: date) -> tuple[Truth, list[Entry]]:
    """A series from some day on, given up by some; its price rises now and then."""
    begun = first + timedelta(days=dice.randrange(400)) if dice.random() < 0.3 else first
    ended = last - timedelta(days=dice.randrange(40, 500)) if dice.random() < 0.12 else None
    price, account = dice.randrange(due.low, due.high + 1), dice.choice(("bank", "card"))
    place = dice.randrange(1, 6 if due.early else 32)
    entries: list[Entry] = []
    risen: list[date] = []
    for day in dates(dice, due, begun, ended or last, place):
        if due.spread == 0 and dice.random() < rise_chance(due):
            price, risen = round(price * dice.uniform(1.04, 1.25)), [*risen, day]
        if dice.random() >= MISSED:
            amount = round(price * due.season[day.month - 1] * (1 + dice.uniform(-due.spread, due.spread)))
            sign = -1 if due.income else 1
            entries.append(Entry(day, due.category, due.payee, sign * amount, due.income, account=account))
    named = (due.payee, due.category, due.income)
    return Truth(*named, due.cadence, price, due.spread > 0, begun, ended, tuple(risen)), entries


def rise_chance(due: Due) -> float:
    """Chance that a payment is the first at a higher price: two rises in five years."""
    return 0.4 / {"weekly": 52, "monthly": 12, "quarterly": 4, "yearly": 1}[due.cadence]


def dates(dice: Random, due: Due, begun: date, last: date, place: int) -> Iterator[date]:
    """The days of payment: now and then a day or two late, and moved off week-ends for a third of series."""
    workdays, step = dice.random() < 0.33, 0
    month = on(begun, -dice.randrange(MONTHS_BETWEEN.get(due.cadence, 1)), 1)
    while True:
        if due.cadence == "weekly":
            day = begun + timedelta(days=7 * step + place % 7)
        else:
            day = on(month, step * MONTHS_BETWEEN[due.cadence], place)
        if workdays and day.weekday() > 4:
            day += timedelta(days=7 - day.weekday())
        if dice.random() < 0.12 and due.cadence != "weekly":
            day += timedelta(days=dice.randrange(1, 4))
        if day > last:
            return
        if day >= begun:
            yield day
        step += 1


def on(month: date, later: int, place: int) -> date:
    index = month.year * 12 + month.month - 1 + later
    first = date(index // 12, index % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(place, last.day))


def bought(dice: Random, habit: Habit, first: date, last: date) -> Iterator[Entry]:
    """A habit's purchases, some of them returned."""
    scale = dice.uniform(0.7, 1.4)
    for day in shopping_days(dice, habit, first, last):
        growth = (1 + INFLATION) ** ((day - first).days / 365)
        price = dice.choice(habit.prices) if habit.prices else spread_price(dice, habit, scale * growth)
        payee, income = dice.choice(habit.payees), habit.category in INCOMES
        signed = -price if income else price
        entry = Entry(day, habit.category, payee, signed, income, habit.currency, account="card")
        yield entry
        if dice.random() < habit.returned:
            yield replace(entry, day=day + timedelta(days=dice.randrange(4, 20)), amount=-entry.amount)


def spread_price(dice: Random, habit: Habit, scale: float) -> int:
    return max(50, round(habit.price * scale * exp(dice.gauss(0, habit.spread) - habit.spread**2 / 2)))


def shopping_days(dice: Random, habit: Habit, first: date, last: date) -> Iterator[date]:
    if habit.every:
        day = first + timedelta(days=dice.randrange(habit.every[1]))
        while day <= last:
            yield day
            day += timedelta(days=dice.randint(*habit.every))
        return
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        rate = habit.rate * habit.season[day.month - 1] * (habit.weekend if day.weekday() > 4 else 1)
        for _ in range(3):
            if dice.random() < rate / 3:
                yield day


def odd_months(dice: Random, entries: list[Entry], first: date, last: date) -> Iterator[Oddity]:
    """Months of everyday categories into which as much again, to three times as much, is to be put."""
    usual: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in entries:
        if not one.income and first <= one.day <= last:
            usual[one.category][f"{one.day:%Y-%m}"] += one.amount
    months = sorted({month for sums in usual.values() for month in sums})
    fit = sorted(name for name, sums in usual.items() if everyday(sums, len(months)))
    for year in range(0, len(months) - 11, 12):
        for month in dice.sample(months[year : year + 12], ODD_MONTHS_A_YEAR):
            category = dice.choice(fit)
            extra = usual[category].total() / len(months) * dice.uniform(0.8, 3.0)
            yield Oddity(category, month, round(max(5000, extra)))


def everyday(sums: Counter[str], months: int) -> bool:
    """Whether a category has spending in nine months of ten, 30.00 or more on average."""
    return 10 * len(sums) >= 9 * months and sums.total() > 3000 * months


def splurge(dice: Random, oddity: Oddity, last: date) -> Iterator[Entry]:
    """An oddity as one to three purchases."""
    first, parts = date.fromisoformat(f"{oddity.month}-01"), dice.randint(1, 3)
    for part in range(parts):
        amount = oddity.extra // parts + (oddity.extra % parts if part == 0 else 0)
        yield Entry(
            first + timedelta(days=dice.randrange(28)), oddity.category, "Once only", amount, account="card"
        )


def forgotten(dice: Random, first: date, last: date) -> tuple[str, ...]:
    """One household in four recorded nothing for one or two months."""
    if dice.random() > 0.25:
        return ()
    day = first + timedelta(days=dice.randrange(200, (last - first).days - 400))
    return tuple(f"{on(day.replace(day=1), later, 1):%Y-%m}" for later in range(dice.randint(1, 2)))
