"""To and from beancount, an accounting program of its own: what it says a ledger's totals are."""

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from beancount import loader
from beancount.core import convert, data, realization
from beancount.core.amount import Amount
from beancount.scripts.example import write_example_file

from finance.amounts import DECIMALS
from tools.ledgers.booking import Booking, Line

Totals = dict[tuple[str, str, str], int]
"""(month "2026-11", account's name, currency) → minor units."""
OWN = ("Assets:", "Liabilities:")


class NotWhole(Exception):
    """An amount that is no whole number of minor units."""


def example(first: date, last: date, seed: int) -> str:
    """The text of `bean-example`: an employee's years with pay slips, taxes, shops, trips and shares."""
    random.seed(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.beancount"
        with path.open("w") as file:
            write_example_file(date(1980, 5, 12), first, last, reformat=True, file=file)
        return path.read_text()


def read(text: str) -> list[data.Transaction]:
    """The transactions as beancount books them. Raises ValueError where it finds fault."""
    entries, errors, _ = loader.load_string(text)
    if errors:
        raise ValueError(errors[0])
    return [one for one in entries if isinstance(one, data.Transaction)]


def totals(transactions: Iterable[data.Transaction]) -> Totals:
    """What beancount's own inventories add up to by month, account and currency; zeros left out."""
    by_month: defaultdict[str, list[data.Transaction]] = defaultdict(list)
    for one in transactions:
        by_month[f"{one.date:%Y-%m}"].append(one)
    return {
        (month, account.account, position.units.currency): minor(position.units)
        for month, entries in by_month.items()
        for account in realization.iter_children(realization.realize(entries))
        for position in account.balance.reduce(convert.get_units)
        if position.units.currency in DECIMALS and position.units.number
    }


def minor(amount: Amount) -> int:
    """Whole minor units of an amount. Raises NotWhole."""
    scaled = (amount.number or Decimal()).scaleb(DECIMALS[amount.currency])
    if scaled != scaled.to_integral_value():
        raise NotWhole(f"{amount}")
    return int(scaled)


def bookings(transactions: Iterable[data.Transaction]) -> Iterator[Booking]:
    """Transactions as our ledger holds them.

    The first leg in money on an own account becomes the account; every other leg in money is a line, also
    what was paid for shares. Hours of leave and other things that are no currency are left out, and
    transactions without an own account.
    """
    for one in transactions:
        own = next((leg for leg in one.postings if leg.account.startswith(OWN) and in_money(leg)), None)
        lines = tuple(line(leg) for leg in one.postings if leg is not own and worth(leg).currency in DECIMALS)
        if own and lines:
            yield Booking(one.date, one.payee or "", own.account, lines)


def in_money(leg: data.Posting) -> bool:
    return leg.units is not None and leg.units.currency in DECIMALS


def worth(leg: data.Posting) -> Amount:
    """The leg's units, or of shares what was paid for them."""
    weight: Amount = convert.get_weight(leg)
    return leg.units if leg.units is not None and in_money(leg) else weight


def line(leg: data.Posting) -> Line:
    amount = worth(leg)
    cents = (amount.number or Decimal()).quantize(Decimal(1).scaleb(-DECIMALS[amount.currency]))
    return Line(leg.account, minor(Amount(cents, amount.currency)), amount.currency)


def text(bookings: Sequence[Booking]) -> str:
    """Our transactions in beancount's syntax, planned ones left out, with the account's own leg."""
    names = {one.account for one in bookings} | {line.account for one in bookings for line in one.lines}
    begun = min(one.day for one in bookings)
    opened = [f"{begun} open {name}" for name in sorted(names)]
    return "\n".join([*opened, *(written(one) for one in bookings if one.status != "planned"), ""])


def written(one: Booking) -> str:
    legs = [*one.lines, *own_legs(one)]
    shown = [f"  {leg.account}  {units(leg)} {leg.currency}" for leg in legs]
    payee = one.payee.replace('"', "'")
    return "\n".join(["", f'{one.day} * "{payee}" ""', *shown])


def own_legs(one: Booking) -> Iterator[Line]:
    owed: defaultdict[str, int] = defaultdict(int)
    for line in one.lines:
        owed[line.currency] -= line.amount
    return (Line(one.account, amount, currency) for currency, amount in owed.items())


def units(line: Line) -> Decimal:
    return Decimal(line.amount).scaleb(-DECIMALS[line.currency])
