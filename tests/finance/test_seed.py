"""`manage.py seed`: a household that signs in, is whole, and leaves everybody else alone."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from config.people.models import Person
from finance.audit import audit
from finance.household.bulk import record_large_household
from finance.household.plan import plan_rows
from finance.household.record import NotRecorded, record_household, require_applied
from finance.household.settling import Household, move_in
from finance.models import Change, Ledger, Membership, MutationRecord, Rollup, Transaction
from finance.queries import ledgers_of
from finance.services import Answer, create_ledger
from finance.sync.pull import pull

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
IDS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def seed(*words: str) -> str:
    printed = io.StringIO()
    call_command("seed", *words, stdout=printed)
    return printed.getvalue()


def login(printed: str) -> dict[str, str]:
    return dict(re.findall(r"^  (name|password) +(\S+)", printed, re.MULTILINE))


def rows_of(household: Household) -> list[dict[str, Any]]:
    """Everything a device would pull."""
    rows: list[dict[str, Any]] = []
    cursor, has_more = 0, True
    while has_more:
        page = pull(person=household.people[0], ledger_id=household.ledger, epoch=None, cursor=cursor)
        rows, cursor, has_more = rows + page.rows, page.cursor, page.has_more
    return rows


def without_ids(household: Household) -> list[str]:
    """The rows with each id replaced by what it stands for or by nothing, in an order of their own."""
    rows = rows_of(household)
    names = {row["id"]: f"<{row['fields']['name']}>" for row in rows if "name" in row["fields"]}
    return sorted(
        IDS.sub(lambda found: names.get(found[0], "-"), repr((row["entity"], row["fields"]))) for row in rows
    )


class TestSeed:
    def test_prints_a_login_that_signs_in_and_has_entries_of_today(self) -> None:
        found = login(seed("60"))
        client = Client()
        assert client.login(username=found["name"], password=found["password"])
        ledger = ledgers_of(Person.objects.get(username=found["name"]))[0]
        assert Transaction.objects.filter(ledger_id=ledger.id).count() == 60
        spoken = [
            row for row in Transaction.objects.filter(ledger_id=ledger.id) if row.origin["how"] == "spoken"
        ]
        assert "three forty for coffee at blue door coffee" in {row.origin["words"] for row in spoken}

    def test_adds_another_household_the_second_time(self) -> None:
        first, second = login(seed("10")), login(seed("10"))
        assert (first["name"], second["name"]) == ("maya", "maya-2")
        assert first["password"] != second["password"]
        assert Ledger.objects.count() == 2

    def test_leaves_the_ledgers_of_others_alone(self) -> None:
        asha = Person.objects.create_user("Maya", password="correct horse battery")
        theirs = create_ledger(owner=asha, name="Ours", currency="INR", time_zone="Asia/Kolkata", now=NOW)
        stood = (theirs.seq, asha.password)
        assert login(seed("10"))["name"] == "maya-2"
        theirs.refresh_from_db()
        asha.refresh_from_db()
        assert (theirs.seq, asha.password) == stood
        assert (
            Membership.objects.filter(person=asha).count()
            == Membership.objects.filter(ledger=theirs).count()
            == 1
        )

    def test_is_written_by_both_people(self) -> None:
        seed("60")
        writers = MutationRecord.objects.filter(payload__contains='"transaction"').values_list(
            "person__username"
        )
        assert set(writers) == {("maya",), ("jonas",)}

    @pytest.mark.parametrize("rows", ["0", "-5", "many", "1000001", "1e5"])
    def test_refuses_a_number_of_rows_it_cannot_write(self, rows: str) -> None:
        with pytest.raises(CommandError, match="write a whole number from 1 to 1,000,000"):
            seed("--", rows)
        assert not Person.objects.exists()


def recorded_twice() -> tuple[Household, Household]:
    """The same happenings by the one writer and by the bulk door."""
    happenings = plan_rows(3, date(2026, 11, 22), 150)
    one, other = move_in(now=NOW), move_in(now=NOW)
    assert (
        list(record_household(ledger=one.ledger, people=one.people, happenings=happenings, now=NOW))[-1] > 150
    )
    large = record_large_household(ledger=other.ledger, people=other.people, happenings=happenings, now=NOW)
    assert list(large) == [150]
    return one, other


@pytest.fixture(scope="class")
def both(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Household, Household]]:
    """Made once, in a transaction around the tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield recorded_twice()
        transaction.set_rollback(True)


class TestRecordLargeHousehold:
    """What comes in by the bulk door is what the one writer would have stored."""

    def test_stores_the_same_rows(self, both: tuple[Household, Household]) -> None:
        one, other = both
        assert without_ids(one) == without_ids(other)

    def test_stores_the_same_rollup(self, both: tuple[Household, Household]) -> None:
        cells = [
            list(
                Rollup.objects.filter(ledger_id=household.ledger, count__gt=0)
                .order_by("month", "account__key", "currency")
                .values_list("month", "account__key", "currency", "total", "count")
            )
            for household in both
        ]
        assert cells[0] == cells[1]
        assert len(cells[0]) > 50

    def test_stores_the_same_history(self, both: tuple[Household, Household]) -> None:
        logs = [
            sorted(
                IDS.sub(
                    "-", repr((change.entity, sorted(change.paths.items(), key=repr), change.record.status))
                )
                for change in Change.objects.filter(ledger_id=household.ledger).select_related("record")
            )
            for household in both
        ]
        assert logs[0] == logs[1]

    def test_passes_the_audit(self, both: tuple[Household, Household]) -> None:
        assert [audit(Ledger.objects.get(id=household.ledger)) for household in both] == [[], []]

    def test_leaves_no_seq_out(self, both: tuple[Household, Household]) -> None:
        for household in both:
            ledger = Ledger.objects.get(id=household.ledger)
            seqs = Change.objects.filter(ledger=ledger).order_by("seq").values_list("seq", flat=True)
            assert list(seqs) == list(range(1, ledger.seq + 1))


class TestRequireApplied:
    def test_refuses_a_mutation_that_did_not_take_effect(self) -> None:
        with pytest.raises(NotRecorded, match="parked"):
            require_applied(Answer("mid", "parked", None))
