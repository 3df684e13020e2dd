"""Alice owns the ledger Home, bob edits it, vera views it; charlie has his own and must see nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from config.people.models import Person
from finance.models import Ledger
from finance.services import Answer, add_member, create_ledger
from finance.sync.pull import pull
from finance.sync.push import push
from tests.factories import account, line, mutation, spending

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Home:
    """The ledger Home, written and read as a device does."""

    ledger: Ledger
    alice: Person
    bob: Person
    vera: Person

    @property
    def id(self) -> UUID:
        return self.ledger.id

    @property
    def seq(self) -> int:
        return Ledger.objects.get(id=self.id).seq

    def push(self, *mutations: dict[str, Any], by: Person | None = None, now: datetime = NOW) -> list[Answer]:
        epoch = str(Ledger.objects.get(id=self.id).epoch)
        sent = push(person=by or self.alice, ledger_id=self.id, epoch=epoch, mutations=mutations, now=now)
        return sent.answers

    def send(self, op: str, entity: str, row: UUID | str, fields: Any = None, **more: Any) -> Answer:
        """Push one mutation; `by` says who."""
        by = more.pop("by", None)
        return self.push(mutation(op, entity, row, fields, **more), by=by)[0]

    def rows(self, cursor: int = 0) -> dict[str, dict[str, Any]]:
        """What a device holds after pulling from the cursor: id → row."""
        rows: dict[str, dict[str, Any]] = {}
        while True:
            page = pull(person=self.alice, ledger_id=self.id, epoch=None, cursor=cursor)
            rows |= {row["id"]: row for row in page.rows}
            cursor = page.cursor
            if not page.has_more:
                return rows

    def row(self, row: UUID | str) -> dict[str, Any]:
        return self.rows()[str(row)]

    def conflicts(self) -> list[dict[str, Any]]:
        return [row["fields"] for row in self.rows().values() if row["entity"] == "conflict"]

    def account(self, key: str) -> str:
        return account(self.id, key)

    def line(self, key: str, amount: int, currency: str = "EUR") -> dict[str, Any]:
        return line(self.id, key, amount, currency)

    def spending(self, amount: int = 1250, **fields: Any) -> dict[str, Any]:
        return spending(self.id, amount, **fields)


def person(name: str) -> Person:
    made = Person(username=name)
    made.set_unusable_password()
    made.save()
    return made


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[UUID]:
    """Home, made once a module in a transaction around its tests; each test rolls back to here."""
    outer = transaction.atomic()
    with django_db_blocker.unblock():
        outer.__enter__()
        alice, bob, vera = (person(name) for name in ("alice", "bob", "vera"))
        ledger = create_ledger(owner=alice, name="Home", currency="EUR", time_zone="Europe/Berlin", now=NOW)
        add_member(ledger_id=ledger.id, person=bob, role="editor")
        add_member(ledger_id=ledger.id, person=vera, role="viewer")
    yield ledger.id
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def home(founded: UUID, db: None) -> Home:
    alice, bob, vera = (Person.objects.get(username=name) for name in ("alice", "bob", "vera"))
    return Home(Ledger.objects.get(id=founded), alice, bob, vera)


@pytest.fixture
def charlie(db: None) -> Person:
    return person("charlie")


@pytest.fixture
def charlies(charlie: Person) -> Ledger:
    return create_ledger(owner=charlie, name="Charlie's", currency="EUR", time_zone="UTC", now=NOW)


@pytest.fixture
def browser_of() -> Callable[[Person], Client]:
    """A browser in which a person is signed in."""

    def make(who: Person) -> Client:
        client = Client()
        client.force_login(who)
        return client

    return make
