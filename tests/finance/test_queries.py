from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from config.people.models import Person
from finance.amounts import Amount
from finance.errors import UnknownRow
from finance.ids import natural_id, new_id
from finance.models import Ledger
from finance.queries import (
    TransactionFilter,
    accounts,
    balances,
    history,
    ledgers_of,
    payees,
    people_of,
    row,
    transactions,
)
from tests.finance.conftest import Home

EVERYTHING = TransactionFilter()


def notes(home: Home, wanted: TransactionFilter = EVERYTHING) -> list[str]:
    return [found.fields["note"] for found in transactions(home.ledger, wanted)]


class TestLedgersOf:
    def test_tells_role_currency_and_epoch(self, home: Home) -> None:
        (head,) = ledgers_of(home.vera)
        assert (head.id, head.name, head.role, head.currency, head.time_zone, head.epoch) == (
            home.id,
            "Home",
            "viewer",
            "EUR",
            "Europe/Berlin",
            home.ledger.epoch,
        )

    def test_is_empty_for_a_stranger(self, home: Home, charlie: Person) -> None:
        assert ledgers_of(charlie) == []


class TestTransactions:
    def test_come_newest_first_page_by_page(self, home: Home) -> None:
        for day in ("01", "03", "02", "03"):
            home.send("create", "transaction", new_id(), home.spending(day=f"2026-11-{day}", note=day))
        first = transactions(home.ledger, EVERYTHING, limit=3)
        rest = transactions(home.ledger, EVERYTHING, after=first[-1].id, limit=3)
        assert [[found.fields["note"] for found in page] for page in (first, rest)] == [
            ["03", "03", "02"],
            ["01"],
        ]

    def test_are_narrowed_by_day_account_category_and_payee(self, home: Home) -> None:
        lidl = natural_id(home.id, "payee", "Lidl")
        home.send("create", "payee", lidl, {"name": "Lidl"})
        home.send(
            "create", "transaction", new_id(), home.spending(day="2026-11-01", note="a", payee=str(lidl))
        )
        bank = home.account("bank")
        home.send("create", "transaction", new_id(), home.spending(key="dining", note="b", account=bank))
        found = {
            "day": notes(home, TransactionFilter(first_day=date(2026, 11, 2))),
            "last": notes(home, TransactionFilter(last_day=date(2026, 11, 2))),
            "account": notes(home, TransactionFilter(account=natural_id(home.id, "account", "bank"))),
            "category": notes(home, TransactionFilter(category=natural_id(home.id, "account", "groceries"))),
            "payee": notes(home, TransactionFilter(payee=lidl)),
        }
        assert found == {"day": ["b"], "last": ["a"], "account": ["b"], "category": ["a"], "payee": ["a"]}

    def test_leave_out_tombstones_and_other_ledgers(self, home: Home, charlies: Ledger) -> None:
        gone = new_id()
        home.send("create", "transaction", gone, home.spending())
        home.send("delete", "transaction", gone, base=home.seq)
        assert notes(home) == [] and row(home.ledger, "transaction", gone).deleted
        with pytest.raises(UnknownRow):
            transactions(charlies, EVERYTHING, after=gone)

    def test_ask_the_same_number_of_questions_for_more(
        self, home: Home, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for length in (1, 9):
            for _ in range(length):
                home.send("create", "transaction", new_id(), home.spending())
            with django_assert_num_queries(3):
                transactions(home.ledger, EVERYTHING)


class TestLists:
    def test_hold_accounts_payees_and_people(self, home: Home) -> None:
        home.send("create", "payee", natural_id(home.id, "payee", "Lidl"), {"name": "Lidl"})
        home.send("delete", "account", home.account("pets"), base=home.seq)
        keys = [found.fields["key"] for found in accounts(home.ledger)]
        assert keys[:2] == ["cash", "bank"] and "pets" not in keys
        assert [found.fields for found in payees(home.ledger)] == [{"name": "Lidl", "aliases": {}}]
        assert [(one.name, one.role) for one in people_of(home.ledger)] == [
            ("alice", "owner"),
            ("bob", "editor"),
            ("vera", "viewer"),
        ]


class TestBalances:
    def test_hold_each_account_per_currency(self, home: Home) -> None:
        home.send("create", "transaction", new_id(), home.spending(-100000, key="opening balances"))
        home.send("create", "transaction", new_id(), home.spending(1250))
        move = {str(new_id()): {"account": home.account("savings"), "amount": 5000, "currency": "EUR"}}
        home.send("create", "transaction", new_id(), home.spending(lines=move))
        assert [(str(held.account_id), held.amount) for held in balances(home.ledger)] == [
            (home.account("cash"), Amount(93750, "EUR")),
            (home.account("savings"), Amount(5000, "EUR")),
        ]


class TestRow:
    @pytest.mark.parametrize("entity", ["account", "payee", "transaction"])
    def test_of_another_ledger_is_unknown(self, home: Home, charlies: Ledger, entity: str) -> None:
        with pytest.raises(UnknownRow):
            row(home.ledger, entity, natural_id(charlies.id, "account", "cash"))


class TestHistory:
    def test_tells_who_changed_what_newest_first(self, home: Home) -> None:
        uid = new_id()
        home.send("create", "transaction", uid, home.spending())
        home.send("update", "transaction", uid, {"note": "lunch"}, by=home.bob, base=home.seq)
        newest, oldest = history(home.ledger, "transaction", uid)
        assert (newest.by, newest.paths) == ("bob", {"note": ["", "lunch"]})
        assert (oldest.by, oldest.paths["date"]) == ("alice", [None, "2026-11-20"])

    def test_of_another_ledger_is_unknown(self, home: Home, charlies: Ledger) -> None:
        with pytest.raises(UnknownRow):
            history(home.ledger, "account", natural_id(charlies.id, "account", "cash"))
