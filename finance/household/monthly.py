"""What comes back every month: bills, salaries, and moving money between the household's own accounts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from finance.household.happening import Happening, Part, price
from finance.household.shops import BILLS, Bill

COLD = {10: 30, 11: 65, 12: 90, 1: 100, 2: 95, 3: 60, 4: 25}
SALARIES = ((0, 27, "Nordlicht Studio", 312000, 318500), (1, 15, "Bezirksklinik", 267800, 274200))
"""Who, pay day, employer, cents a month before and since a year ago."""


def months(first: date, today: date) -> Iterator[date]:
    """The first day of every month from `first`'s to `today`'s."""
    day = first.replace(day=1)
    while day <= today:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)


def ago(month: date, today: date) -> int:
    return (today.year - month.year) * 12 + today.month - month.month


def bills(dice: Random, month: date, today: date) -> Iterator[Happening]:
    for bill in BILLS:
        cents = bill_price(dice, bill, month, ago(month, today))
        account = "card" if bill.category == "subscriptions" else "bank"
        yield Happening(month.replace(day=bill.day), 0, account, (Part(bill.category, cents),), bill.payee)


def bill_price(dice: Random, bill: Bill, month: date, months_ago: int) -> int:
    cents = bill.cents
    for since, risen in bill.rises:
        cents = risen if months_ago <= since else cents
    if not bill.winter:
        return cents
    return cents + bill.winter * COLD.get(month.month, 0) // 100 + dice.randrange(900)


def income(dice: Random, month: date, today: date, density: int) -> Iterator[Happening]:
    """Salaries grow with the household's appetite, so that its bank account stays above nothing."""
    for who, day, employer, before, now in SALARIES:
        cents = (now if ago(month, today) < 12 else before) * (density + 1) // 2
        yield earned(workday(month.replace(day=day)), "salary", cents, employer, who=who)
    if month.month == 3:
        yield earned(month.replace(day=19), "other income", price(dice, 28000, 61000), "Tax Office")
    if month.month in (1, 7):
        yield earned(month.replace(day=2), "interest", price(dice, 4100, 7900), "Sparbank")
    if dice.randrange(100) < 20:
        yield earned(month.replace(day=14), "freelance", price(dice, 24000, 90000), "Verlag Anders")


def earned(day: date, category: str, cents: int, payee: str, *, who: int = 0) -> Happening:
    account = "savings" if category == "interest" else "bank"
    return Happening(day, who, account, (Part(category, -cents),), payee)


def workday(day: date) -> date:
    """The day itself, or the Friday before a week-end."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def moves(month: date, of_month: Sequence[Happening]) -> Iterator[Happening]:
    """Cash from the machine for what the month needs, the card's bill, and something put aside."""
    cash = -sum(one.leg for one in of_month if one.account == "cash")
    card = -sum(one.leg for one in of_month if one.account == "card")
    if cash > 0:
        yield transfer(month, "cash", -(-cash // 1000) * 1000, "cash machine")
    yield transfer(month.replace(day=28), "savings", 150000, "put aside")
    if card > 0:
        yield transfer((month + timedelta(days=31)).replace(day=10), "card", card, "card bill")


def transfer(day: date, to_account: str, cents: int, note: str) -> Happening:
    return Happening(day, 0, "bank", (Part(to_account, cents),), note=note)
