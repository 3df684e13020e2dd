from datetime import date

from pytest_django import DjangoAssertNumQueries

from finance.ids import natural_id, new_id
from finance.models import Ledger
from finance.summaries import (
    accounts_named,
    day_cube,
    held_after,
    month_cube,
    month_totals,
    payees_named,
    recorded_twice,
)
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


class TestNames:
    def test_resolve_the_numbers_of_the_cubes(self, home: Home, charlies: Ledger) -> None:
        lidl = natural_id(home.id, "payee", "Lidl")
        home.send("create", "payee", lidl, {"name": "Lidl"})
        accounts, payees = accounts_named(home.id), payees_named(home.id)
        assert [(one.id, one.name, one.kind) for one in payees.values()] == [(lidl, "Lidl", "payee")]
        assert home.account("groceries") in {str(one.id) for one in accounts.values()}
        assert payees_named(charlies.id) == {}
        assert not accounts.keys() & accounts_named(charlies.id).keys()


class TestDayCube:
    def test_sums_days_by_category_payee_account_and_currency(self, home: Home) -> None:
        lidl = str(natural_id(home.id, "payee", "Lidl"))
        home.send("create", "payee", lidl, {"name": "Lidl"})
        for day, amount, payee in [
            ("2026-10-31", 1, lidl),
            ("2026-11-01", 10, lidl),
            ("2026-11-01", 20, lidl),
            ("2026-11-01", 40, None),
            ("2026-11-02", 80, None),
            ("2026-11-03", 160, None),
        ]:
            home.send("create", "transaction", new_id(), home.spending(amount, day=day, payee=payee))
        names = accounts_named(home.id)
        groceries = [ref for ref, one in names.items() if str(one.id) == home.account("groceries")]
        cells = day_cube(home.id, date(2026, 11, 1), date(2026, 11, 2), groceries)
        payees = payees_named(home.id)
        assert sorted(
            (day, names[category].name, payees[payee].name if payee else "", names[account].name, *rest)
            for day, category, payee, account, *rest in cells
        ) == [
            ("2026-11-01", "Groceries", "", "Cash", "EUR", 40, 1),
            ("2026-11-01", "Groceries", "Lidl", "Cash", "EUR", 30, 2),
            ("2026-11-02", "Groceries", "", "Cash", "EUR", 80, 1),
        ]
        assert list(day_cube(home.id, date(2026, 11, 1), date(2026, 11, 2), [])) == []

    def test_leaves_out_planned_deleted_and_other_ledgers(self, home: Home, charlies: Ledger) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        home.send("create", "transaction", new_id(), home.spending(status="planned"))
        home.send("delete", "transaction", row, base=home.seq)
        home.send("create", "transaction", new_id(), home.spending(7))
        everything = [*accounts_named(home.id), *accounts_named(charlies.id)]
        year = (date(2026, 1, 1), date(2026, 12, 31))
        assert sorted(cell[5] for cell in day_cube(home.id, *year, everything)) == [-7, 7]
        assert list(day_cube(charlies.id, *year, everything)) == []


class TestMonthCube:
    def test_equals_a_recount_by_days(self, home: Home) -> None:
        for day, amount in (("2026-10-31", 1), ("2026-11-01", 10), ("2026-11-30", 20)):
            home.send("create", "transaction", new_id(), home.spending(amount, day=day))
        names = accounts_named(home.id)
        cells = {(cell[0], names[cell[1]].name): cell[3] for cell in month_cube(home.id)}
        assert cells == {
            ("2026-10", "Groceries"): 1,
            ("2026-10", "Cash"): -1,
            ("2026-11", "Groceries"): 30,
            ("2026-11", "Cash"): -30,
        }


class TestHeldAfter:
    def test_sums_what_is_dated_later_by_currency(self, home: Home) -> None:
        home.send("create", "transaction", new_id(), home.spending(10, day="2026-11-22"))
        home.send("create", "transaction", new_id(), home.spending(20, day="2026-11-23"))
        home.send("create", "transaction", new_id(), home.spending(40, day="2026-11-24", status="planned"))
        dollars = {str(new_id()): home.line("groceries", 700, "USD")}
        home.send("create", "transaction", new_id(), home.spending(day="2027-01-01", lines=dollars))
        assert held_after(home.id, date(2026, 11, 22)) == {"EUR": -20, "USD": -700}


class TestRecordedTwice:
    def twice(self, home: Home) -> list[tuple[str, int, int]]:
        found = recorded_twice(home.id, date(2026, 11, 1), date(2026, 11, 30))
        return [(str(one.day), one.amount, len(one.transactions)) for one in found]

    def test_names_transactions_alike_in_all(self, home: Home) -> None:
        lidl = str(natural_id(home.id, "payee", "Lidl"))
        home.send("create", "payee", lidl, {"name": "Lidl"})
        rows = [new_id() for _ in range(4)]
        for row, amount, day in zip(
            rows, (500, 500, 501, 500), ("2026-11-05", "2026-11-05", "2026-11-05", "2026-11-06"), strict=True
        ):
            home.send("create", "transaction", row, home.spending(amount, day=day, payee=lidl))
        (found,) = recorded_twice(home.id, date(2026, 11, 1), date(2026, 11, 30))
        assert (found.day, found.amount, found.currency) == (date(2026, 11, 5), 500, "EUR")
        assert sorted(found.transactions) == sorted(rows[:2])
        home.send("delete", "transaction", rows[0], base=home.seq)
        assert self.twice(home) == []

    def test_leaves_lines_without_a_payee_and_equal_lines_of_one_receipt(self, home: Home) -> None:
        lidl = str(natural_id(home.id, "payee", "Lidl"))
        home.send("create", "payee", lidl, {"name": "Lidl"})
        for _ in range(2):
            home.send("create", "transaction", new_id(), home.spending(500, day="2026-11-05"))
        lines = {str(new_id()): home.line("groceries", 300) for _ in range(2)}
        home.send("create", "transaction", new_id(), home.spending(day="2026-11-05", payee=lidl, lines=lines))
        assert self.twice(home) == []
