"""The digest of a ledger; `tests/data/digest.json` holds what the phone must make of the same rows."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.people.models import Person
from finance.ids import new_id
from finance.models import Change, Ledger, MutationRecord, Transaction
from finance.services import create_ledger
from finance.sync import digest as digest_module
from finance.sync.pull import pull
from finance.sync.push import push
from tests.factories import mutation
from tests.finance.conftest import NOW, Home, person

CASE = Path(__file__).parents[2] / "data" / "digest.json"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    digest_module.kept.clear()


def told(home: Home) -> dict[str, Any]:
    """The digest that a device gets."""
    page = pull(person=home.alice, ledger_id=home.id, epoch=None, cursor=home.seq)
    assert page.digest
    return page.digest


def counted_anew(home: Home) -> dict[str, Any]:
    digest_module.kept.clear()
    return told(home)


class TestDigest:
    def test_is_what_the_phone_makes_of_the_same_rows(self, db: None) -> None:
        case = json.loads(CASE.read_text())
        ledger, alice = ledger_of(case)
        push(person=alice, ledger_id=ledger.id, epoch=str(ledger.epoch), mutations=case["mutations"], now=NOW)
        page = pull(person=alice, ledger_id=ledger.id, epoch=None, cursor=0)
        assert json.loads(json.dumps(page.rows)) == case["rows"]
        assert page.digest == case["digest"]

    def test_comes_with_the_last_page_alone(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("finance.sync.pull.MOST_ROWS", home.seq - 1)
        first = pull(person=home.alice, ledger_id=home.id, epoch=None, cursor=0)
        last = pull(person=home.alice, ledger_id=home.id, epoch=None, cursor=first.cursor)
        assert (first.has_more, first.digest, last.has_more) == (True, None, False)
        assert last.digest

    def test_follows_what_is_created_changed_deleted_and_moved(self, home: Home) -> None:
        told(home)
        rows = [new_id() for _ in range(3)]
        changes = [
            *(mutation("create", "transaction", row, home.spending()) for row in rows),
            mutation("update", "transaction", rows[0], {"account": home.account("bank")}, base=99),
            mutation("delete", "transaction", rows[1], base=99),
            mutation("update", "transaction", rows[2], {"status": "planned"}, base=99),
            mutation("create", "payee", new_id(), {"name": "Lidl"}),
            mutation("update", "ledger", home.id, {"name": "House"}, base=99),
        ]
        before = told(home)
        for change in changes:
            home.push(change)
            step = told(home)
            assert step == counted_anew(home) != before
            before = step

    def test_counts_a_large_ledger_once_and_then_what_changed(self, home: Home) -> None:
        told(home)
        home.send("create", "transaction", new_id(), home.spending())
        with CaptureQueriesContext(connection) as asked:
            told(home)
        scans = [one["sql"] for one in asked if 'COUNT("finance_transaction"' in one["sql"]]
        assert scans == []

    def test_counts_anew_after_a_restore_by_hand(self, home: Home) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        told(home)
        put_back(home, home.seq - 1)
        home.send("create", "transaction", new_id(), home.spending())
        home.send("create", "transaction", new_id(), home.spending())
        assert told(home) == counted_anew(home)

    def test_counts_anew_when_a_device_says_that_its_rows_differ(self, home: Home) -> None:
        right = told(home)
        kept = digest_module.kept[home.id]
        digest_module.kept[home.id] = replace(kept, digest={"rows": {}, "sums": {}})
        assert told(home) != right
        page = pull(person=home.alice, ledger_id=home.id, epoch=None, cursor=home.seq, apart=home.seq)
        assert page.digest == right


def ledger_of(case: dict[str, Any]) -> tuple[Ledger, Person]:
    alice = person("alice")
    ledger = create_ledger(
        owner=alice, name="Home", currency="EUR", time_zone="Europe/Berlin", now=NOW, id=UUID(case["ledger"])
    )
    return ledger, alice


def put_back(home: Home, seq: int) -> None:
    """Take back by hand what came after a seq, as an old copy of the database does."""
    Transaction.objects.filter(ledger=home.ledger, seq__gt=seq).delete()
    Change.objects.filter(ledger=home.ledger, seq__gt=seq).delete()
    MutationRecord.objects.filter(ledger=home.ledger, seq__gt=seq).delete()
    Ledger.objects.filter(id=home.id).update(seq=seq)
