from datetime import date

from pytest_django import DjangoAssertNumQueries

from finance.ids import natural_id, new_id
from finance.models import Ledger
from finance.summaries import cube, month_totals
from tests.finance.conftest import Home


def totals(home: Home, month: str = "2026-11") -> list[tuple[str | None, str, int, int]]:
    return [(cell.key, cell.currency, cell.total, cell.count) for cell in month_totals(home.id, month)]


class TestMonthTotals:
    def test_add_up_categories_per_currency_in_the_screens_order(self, home: Home) -> None:
        home.send("create", "transaction", new_id(), home.spending(1250, key="groceries"))
        home.send("create", "transaction", new_id(), home.spending(-250, key="groceries"))
        home.send("create", "transaction", new_id(), home.spending(-200000, key="salary"))
        dollars = {str(new_id()): home.line("groceries", 700, "USD")}
        home.send("create", "transaction", new_id(), home.spending(lines=dollars))
        assert totals(home) == [
            ("groceries", "EUR", 1000, 2),
            ("groceries", "USD", 700, 1),
            ("salary", "EUR", -200000, 1),
        ]

    def test_follow_an_amount_a_date_a_category_and_a_deletion(self, home: Home) -> None:
        row, fields = new_id(), home.spending(1250)
        (line,) = fields["lines"]
        home.send("create", "transaction", row, fields)
        home.send("update", "transaction", row, {f"lines.{line}.amount": 999}, base=home.seq)
        assert totals(home) == [("groceries", "EUR", 999, 1)]
        home.send(
            "update", "transaction", row, {f"lines.{line}.category": home.account("dining")}, base=home.seq
        )
        assert totals(home) == [("dining", "EUR", 999, 1)]
        home.send("update", "transaction", row, {"date": "2026-10-31"}, base=home.seq)
        assert (totals(home), totals(home, "2026-10")) == ([], [("dining", "EUR", 999, 1)])
        home.send("delete", "transaction", row, base=home.seq)
        assert totals(home, "2026-10") == []
        home.send("update", "transaction", row, {"deleted": False}, base=home.seq)
        assert totals(home, "2026-10") == [("dining", "EUR", 999, 1)]

    def test_leave_out_planned_transactions_transfers_and_opening_balances(self, home: Home) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending(status="planned"))
        transfer = {str(new_id()): {"account": home.account("savings"), "amount": 5000, "currency": "EUR"}}
        home.send("create", "transaction", new_id(), home.spending(lines=transfer))
        home.send("create", "transaction", new_id(), home.spending(-5, key="opening balances"))
        assert totals(home) == []
        home.send("update", "transaction", row, {"status": "recorded"}, base=home.seq)
        assert totals(home) == [("groceries", "EUR", 1250, 1)]

    def test_leave_out_other_ledgers_and_ask_once(
        self, home: Home, charlies: Ledger, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        home.send("create", "transaction", new_id(), home.spending())
        with django_assert_num_queries(1):
            assert month_totals(charlies.id, "2026-11") == []

    def test_hold_five_crore_to_the_paisa(self, home: Home) -> None:
        crore = {str(new_id()): home.line("housing", 50_000_000_01, "INR")}
        home.send("create", "transaction", new_id(), home.spending(lines=crore))
        assert totals(home) == [("housing", "INR", 5_000_000_001, 1)]


class TestCube:
    def test_sums_months_categories_and_payees_of_the_days_asked_for(
        self, home: Home, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        lidl = str(natural_id(home.id, "payee", "Lidl"))
        home.send("create", "payee", lidl, {"name": "Lidl"})
        for day, amount, payee in [
            ("2026-09-30", 1, None),
            ("2026-10-01", 10, lidl),
            ("2026-10-31", 100, lidl),
            ("2026-11-15", 1000, None),
            ("2026-11-15", 2000, lidl),
            ("2026-11-16", 10000, lidl),
        ]:
            home.send("create", "transaction", new_id(), home.spending(amount, day=day, payee=payee))
        with django_assert_num_queries(1):
            cells = cube(home.id, date(2026, 10, 1), date(2026, 11, 15))
        found = {(cell.month, cell.key, cell.payee, cell.total, cell.count) for cell in cells}
        assert found == {
            ("2026-10", "groceries", "Lidl", 110, 2),
            ("2026-11", "groceries", None, 1000, 1),
            ("2026-11", "groceries", "Lidl", 2000, 1),
        }

    def test_leaves_out_planned_and_deleted(self, home: Home) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        home.send("create", "transaction", new_id(), home.spending(status="planned"))
        home.send("delete", "transaction", row, base=home.seq)
        assert cube(home.id, date(2026, 1, 1), date(2026, 12, 31)) == []
