from datetime import UTC, datetime

import pytest

from config.people.models import Person
from finance.errors import UnknownLedger
from finance.ids import natural_id
from finance.models import Ledger
from finance.services import add_member, create_ledger, record
from voice.own_words import own_words

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> Person:
    return Person.objects.create(username="alice")


@pytest.fixture
def home(alice: Person) -> Ledger:
    return create_ledger(owner=alice, name="Home", currency="EUR", time_zone="Europe/Berlin", now=NOW)


def write(who: Person, home: Ledger, op: str, entity: str, key: str, **fields: object) -> None:
    row = natural_id(home.id, entity, key)
    record(person=who, ledger_id=home.id, op=op, entity=entity, row=row, fields=fields, now=NOW)


class TestOwnWords:
    def test_are_payees_with_their_aliases_accounts_and_categories_as_they_are_spoken(
        self, alice: Person, home: Ledger
    ) -> None:
        write(alice, home, "create", "payee", "Joe's Diner", name="Joe's Diner", aliases={"joe dinner": True})
        found = own_words(alice, home.id)
        assert {"joes diner", "joe dinner", "cash", "groceries"} <= found

    def test_leave_out_what_is_deleted_closed_or_only_bookkeeping(self, alice: Person, home: Ledger) -> None:
        write(alice, home, "create", "payee", "Lidl", name="Lidl")
        write(alice, home, "delete", "payee", "Lidl")
        write(alice, home, "update", "account", "savings", closed=True)
        assert not {"lidl", "savings", "opening balances"} & own_words(alice, home.id)

    def test_are_told_to_those_of_the_ledger_alone(self, alice: Person, home: Ledger) -> None:
        vera, charlie = Person.objects.create(username="vera"), Person.objects.create(username="charlie")
        add_member(ledger_id=home.id, person=vera, role="viewer")
        assert own_words(vera, home.id) == own_words(alice, home.id)
        with pytest.raises(UnknownLedger):
            own_words(charlie, home.id)
