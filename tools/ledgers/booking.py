"""A transaction by the names of its accounts, and how it comes into a ledger: through the one writer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.household.mutations import payee_mutation
from finance.household.record import require_applied
from finance.ids import natural_id, new_id
from finance.models import Ledger
from finance.services import apply_mutation, create_ledger, locked
from finance.services.record import mutation
from tools.ledgers.entry import Entry

KINDS = {
    "Assets": "asset",
    "Liabilities": "liability",
    "Income": "income",
    "Expenses": "expense",
    "Equity": "equity",
}
BATCH = 200


@dataclass(frozen=True, slots=True)
class Line:
    """Minor units on an account that is named as in plain-text accounting: "Expenses:Food:Groceries"."""

    account: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class Booking:
    """A transaction: its own account, whose leg follows from the lines; `status` as in the protocol."""

    day: date
    payee: str
    account: str
    lines: tuple[Line, ...]
    status: str = "recorded"


def bookings_of(entries: Iterable[Entry]) -> Iterator[Booking]:
    """Made-up entries as transactions of one line, with a planned one and a transfer now and then."""
    for place, one in enumerate(entries):
        line = Line(
            f"{'Income' if one.income else 'Expenses'}:{titled(one.category)}", one.amount, one.currency
        )
        yield Booking(one.day, one.payee, f"Assets:{titled(one.account)}", (line,))
        if place % 40 == 0:
            yield Booking(one.day, one.payee, "Assets:Bank", (line,), status="planned")
            yield Booking(one.day, "", "Assets:Bank", (Line("Assets:Card", 12345 + place, "EUR"),))


def titled(name: str) -> str:
    """A name as beancount takes it in an account: "personal care" → "Personal-Care"."""
    return "-".join(word.capitalize() for word in name.split())


def write(owner: AbstractUser, bookings: Sequence[Booking], now: datetime) -> Ledger:
    """A new ledger with these transactions and just the accounts and payees that they need beside its own."""
    ledger = create_ledger(owner=owner, name="Made up", currency="EUR", time_zone="UTC", now=now)
    payloads = list(mutations(ledger.id, bookings))
    for start in range(0, len(payloads), BATCH):
        with transaction.atomic():
            held = locked(owner, ledger.id)
            for payload in payloads[start : start + BATCH]:
                require_applied(apply_mutation(held, owner, payload, now))
    return ledger


def mutations(ledger: UUID, bookings: Sequence[Booking]) -> Iterator[dict[str, Any]]:
    names = {one.account for one in bookings} | {line.account for one in bookings for line in one.lines}
    for name in sorted(names):
        fields = {"name": name, "kind": KINDS[name.split(":")[0]], "currency": "EUR"}
        row = natural_id(ledger, "account", name)
        yield mutation(op="create", entity="account", row=row, fields=fields, base=0, mid=new_id())
    for payee in sorted({one.payee for one in bookings if one.payee}):
        yield payee_mutation(ledger, payee)
    for one in bookings:
        fields = fields_of(ledger, one)
        yield mutation(op="create", entity="transaction", row=new_id(), fields=fields, base=0, mid=new_id())


def fields_of(ledger: UUID, one: Booking) -> dict[str, Any]:
    return {
        "date": one.day.isoformat(),
        "payee": str(natural_id(ledger, "payee", one.payee)) if one.payee else None,
        "account": str(natural_id(ledger, "account", one.account)),
        "lines": {str(new_id()): line_of(ledger, line) for line in one.lines},
        "status": one.status,
    }


def line_of(ledger: UUID, line: Line) -> dict[str, Any]:
    names = "category" if line.account.startswith(("Income:", "Expenses:")) else "account"
    row = str(natural_id(ledger, "account", line.account))
    return {names: row, "amount": line.amount, "currency": line.currency}
