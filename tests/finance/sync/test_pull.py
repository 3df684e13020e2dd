from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from config.people.models import Person
from finance.errors import EpochChanged, UnknownLedger
from finance.ids import natural_id, new_id
from finance.models import Ledger, MutationRecord
from finance.services.restoring import LEAP
from finance.sync import pull as pull_module
from finance.sync.pull import Pulled, pull
from tests.factories import mutation
from tests.finance.conftest import Home


def pull_of(home: Home, cursor: int = 0, known: UUID | None = None) -> Pulled:
    epoch = str(home.ledger.epoch)
    return pull(person=home.alice, ledger_id=home.id, epoch=epoch, cursor=cursor, known=known)


def spend(home: Home, times: int, **fields: Any) -> None:
    home.push(*(mutation("create", "transaction", new_id(), home.spending(**fields)) for _ in range(times)))


class TestPull:
    def test_gives_what_changed_after_the_cursor_in_order(self, home: Home) -> None:
        cursor = home.seq
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        home.send("update", "account", home.account("cash"), {"name": "Purse"}, base=home.seq)
        page = pull_of(home, cursor)
        assert [(one["entity"], one["seq"]) for one in page.rows] == [
            ("transaction", cursor + 1),
            ("account", cursor + 2),
        ]
        assert (page.start, page.cursor, page.has_more) == (cursor, home.seq, False)

    def test_gives_a_row_once_at_its_last_change(self, home: Home) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        cursor = home.seq
        home.send("update", "transaction", row, {"note": "x"}, base=cursor)
        assert [one["seq"] for one in pull_of(home).rows if one["id"] == str(row)] == [cursor + 1]

    def test_gives_tombstones(self, home: Home) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        cursor = home.seq
        home.send("delete", "transaction", row, base=cursor)
        assert [(one["id"], one["deleted"]) for one in pull_of(home, cursor).rows] == [(str(row), True)]

    def test_pages_without_gap_or_overlap(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pull_module, "MOST_ROWS", 7)
        spend(home, 10)
        cursor, seqs, pages = 0, [], 0
        while True:
            page = pull_of(home, cursor)
            seqs += [row["seq"] for row in page.rows]
            cursor, pages = page.cursor, pages + 1
            assert len(page.rows) <= 7
            if not page.has_more:
                break
        assert seqs == list(range(1, home.seq + 1)) and pages == 7

    def test_promises_no_more_after_a_page_that_is_just_full(
        self, home: Home, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pull_module, "MOST_ROWS", home.seq)
        page = pull_of(home)
        assert (len(page.rows), page.has_more) == (home.seq, False)

    def test_is_empty_at_the_ledgers_seq(self, home: Home) -> None:
        page = pull_of(home, home.seq)
        assert (page.rows, page.cursor, page.has_more) == ([], home.seq, False)

    def test_refuses_another_epoch(self, home: Home) -> None:
        with pytest.raises(EpochChanged):
            pull(person=home.alice, ledger_id=home.id, epoch=str(uuid4()), cursor=0)

    def test_begins_a_new_epoch_for_a_cursor_from_a_lost_future(self, home: Home) -> None:
        with pytest.raises(EpochChanged) as refused:
            pull_of(home, home.seq + 5)
        now = Ledger.objects.get(id=home.id)
        assert refused.value.beside == {"epoch": str(now.epoch)} != {"epoch": str(home.ledger.epoch)}
        assert now.seq == home.ledger.seq + LEAP

    def test_begins_a_new_epoch_for_an_acknowledged_mid_that_the_log_lacks(self, home: Home) -> None:
        mid = home.send("create", "transaction", new_id(), home.spending()).mid
        assert pull_of(home, known=UUID(mid)).rows
        with pytest.raises(EpochChanged) as refused:
            pull_of(home, known=uuid4())
        now = Ledger.objects.get(id=home.id)
        assert refused.value.beside == {"epoch": str(now.epoch)} != {"epoch": str(home.ledger.epoch)}

    def test_begins_one_new_epoch_for_all_who_find_it_restored(self, home: Home) -> None:
        for _ in range(2):
            with pytest.raises(EpochChanged) as refused:
                pull_of(home, known=uuid4())
        now = Ledger.objects.get(id=home.id)
        assert refused.value.beside == {"epoch": str(now.epoch)}
        assert now.seq == home.ledger.seq + LEAP

    def test_leaves_the_epochs_of_other_ledgers(self, home: Home, charlies: Ledger) -> None:
        with pytest.raises(EpochChanged):
            pull_of(home, known=uuid4())
        assert Ledger.objects.get(id=charlies.id).epoch == charlies.epoch

    def test_knows_no_mid_of_another_ledger(self, home: Home, charlie: Person, charlies: Ledger) -> None:
        other = MutationRecord.objects.filter(ledger=charlies).first()
        assert other
        with pytest.raises(EpochChanged):
            pull_of(home, known=other.mid)

    def test_logs_that_a_devices_rows_differed(self, home: Home, caplog: pytest.LogCaptureFixture) -> None:
        pull(person=home.alice, ledger_id=home.id, epoch=None, cursor=0, apart=17)
        assert f"Ledger {home.id}" in caplog.text and "seq 17" in caplog.text

    def test_rotates_no_epoch_for_a_viewer_or_for_somebody_who_does_not_say_which(self, home: Home) -> None:
        beyond, present = home.seq + 5, str(home.ledger.epoch)
        for who, epoch in ((home.vera, present), (home.vera, None), (home.bob, None)):
            with pytest.raises(EpochChanged) as refused:
                pull(person=who, ledger_id=home.id, epoch=epoch, cursor=beyond)
            assert refused.value.beside == {"epoch": present}
        assert (home.seq, str(Ledger.objects.get(id=home.id).epoch)) == (beyond - 5, present)

    def test_counts_nothing_of_a_lost_future_as_seen(self, home: Home) -> None:
        row, lost = new_id(), home.seq + 9
        home.send("create", "transaction", row, home.spending())
        with pytest.raises(EpochChanged):
            pull_of(home, lost)
        home.send("update", "transaction", row, {"date": "2026-11-01"}, by=home.bob, base=lost)
        assert home.send("update", "transaction", row, {"date": "2026-11-02"}, base=lost).status == "conflict"

    def test_refuses_a_stranger_and_lets_a_viewer_read(self, home: Home, charlie: Person) -> None:
        with pytest.raises(UnknownLedger):
            pull(person=charlie, ledger_id=home.id, epoch=None, cursor=0)
        assert pull(person=home.vera, ledger_id=home.id, epoch=None, cursor=0).rows

    def test_looks_for_no_rows_where_nothing_changed(
        self, home: Home, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        pull_of(home)
        cursor = home.seq
        with django_assert_num_queries(2):
            assert pull_of(home, cursor).rows == []

    def test_asks_the_same_number_of_questions_for_more_rows(
        self, home: Home, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        payee = str(natural_id(home.id, "payee", "Lidl"))
        home.send("create", "payee", payee, {"name": "Lidl"})
        spend(home, 2, payee=payee)
        pull_of(home)
        spend(home, 2, payee=payee)
        with CaptureQueriesContext(connection) as few:
            pull_of(home)
        spend(home, 20, payee=payee)
        with django_assert_num_queries(len(few)):
            pull_of(home)
        assert len(few) <= 20
