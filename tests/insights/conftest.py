"""A household's ledger to ask about: asha owns it, charlie belongs to none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest

from config.people.models import Person
from finance.ids import natural_id, new_id
from finance.services import create_ledger, record

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Home:
    """The ledger's id and its owner; `spend` records one line, `move` a transfer between own accounts."""

    id: UUID
    owner: Person

    def spend(self, day: str, key: str, amount: int, currency: str = "EUR", status: str = "recorded") -> UUID:
        return self.write(
            day, {"category": self.account(key), "amount": amount, "currency": currency}, status
        )

    def pay(self, day: str, key: str, amount: int, payee: str, currency: str = "EUR") -> UUID:
        """One line to a payee, who is made at the first time."""
        row = natural_id(self.id, "payee", payee)
        named = {"name": payee}
        record(
            person=self.owner, ledger_id=self.id, op="create", entity="payee", row=row, fields=named, now=NOW
        )
        spent = self.spend(day, key, amount, currency)
        return self.change("update", spent, {"payee": str(row)})

    def move(self, day: str, key: str, amount: int) -> UUID:
        return self.write(
            day, {"account": self.account(key), "amount": amount, "currency": "EUR"}, "recorded"
        )

    def write(self, day: str, line: dict[str, object], status: str) -> UUID:
        fields = {
            "date": day,
            "account": self.account("bank"),
            "lines": {str(new_id()): line},
            "status": status,
        }
        return self.change("create", new_id(), fields)

    def change(self, op: str, row: UUID, fields: Mapping[str, object]) -> UUID:
        record(
            person=self.owner, ledger_id=self.id, op=op, entity="transaction", row=row, fields=fields, now=NOW
        )
        return row

    def account(self, key: str) -> str:
        return str(natural_id(self.id, "account", key))


@pytest.fixture
def person(db: None) -> Callable[[str], Person]:
    return lambda name: Person.objects.create_user(name, password="correct horse battery")


@pytest.fixture
def home(person: Callable[[str], Person]) -> Home:
    asha = person("asha")
    ledger = create_ledger(owner=asha, name="Home", currency="EUR", time_zone="Europe/Berlin", now=NOW)
    return Home(ledger.id, asha)
