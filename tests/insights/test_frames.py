"""Cubes: a ledger's days and months, from the database and without it."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from insights.frames import DAYS, MONTHS, Cube, cubes_of
from insights.periods import Span
from tests.insights.conftest import Home

TODAY = date(2026, 11, 22)


def seen(home: Home, month: date | None = None, currency: str = "EUR") -> Cube:
    return cubes_of(home.id, TODAY, month).of(currency)


def names(cube: Cube) -> list[tuple[str, str, int]]:
    columns = (cube.spent[name].tolist() for name in ("day", "category", "total"))
    return sorted(
        (str(date.fromordinal(day)), cube.accounts[ref].name, total)
        for day, ref, total in zip(*columns, strict=True)
    )


class TestCubesOf:
    def test_holds_days_up_to_today_and_whole_months_before(self, home: Home) -> None:
        home.spend("2026-09-02", "groceries", 300)
        home.spend("2026-11-05", "groceries", 700)
        home.spend("2026-11-05", "groceries", 50)
        home.spend("2026-11-23", "groceries", 9900)
        cube = seen(home)
        assert names(cube) == [("2026-09-02", "Groceries", 300), ("2026-11-05", "Groceries", 750)]
        assert cube.spent["count"].tolist() in ([1, 2], [2, 1])
        assert cube.spent_by_month["total"].tolist() == [300]
        assert cube.whole_months == (2026 * 12 + 8,)

    def test_turns_income_round(self, home: Home) -> None:
        home.spend("2026-11-01", "salary", -300000)
        home.spend("2026-10-01", "salary", -200000)
        cube = seen(home)
        assert sorted(cube.earned["total"]) == [200000, 300000]
        assert cube.earned_by_month["total"].tolist() == [200000]
        assert len(cube.spent) == 0

    def test_leaves_planned_deleted_and_transfers_out(self, home: Home) -> None:
        home.spend("2026-11-05", "groceries", 700, status="planned")
        home.change("delete", home.spend("2026-11-06", "groceries", 800), {})
        home.move("2026-11-07", "savings", 900)
        assert len(seen(home).spent) == 0

    def test_keeps_currencies_apart(self, home: Home) -> None:
        home.spend("2026-11-05", "groceries", 700)
        home.spend("2026-11-05", "groceries", 80000, "JPY")
        home.spend("2026-11-06", "groceries", 90000, "JPY")
        cubes = cubes_of(home.id, TODAY)
        assert cubes.currencies == ["JPY", "EUR"]
        assert [cubes.of(code).spent["total"].sum() for code in ("EUR", "JPY", "GBP")] == [700, 170000, 0]

    def test_looks_at_a_month_that_is_over_as_it_ended(self, home: Home) -> None:
        for day in ("2026-09-30", "2026-10-31", "2026-11-01"):
            home.spend(day, "groceries", 500)
        cube = seen(home, date(2026, 10, 1))
        assert [day for day, *_ in names(cube)] == ["2026-09-30", "2026-10-31"]
        assert (cube.until, cube.running, str(cube.month)) == (
            date(2026, 10, 31),
            False,
            "2026-10-01/2026-10-31",
        )

    def test_looks_three_years_back_and_keeps_the_months_of_all_years(self, home: Home) -> None:
        home.spend("2015-03-05", "groceries", 11)
        home.spend("2023-10-31", "groceries", 22)
        home.spend("2023-11-01", "groceries", 33)
        cube = seen(home)
        assert cube.spent["total"].tolist() == [33]
        assert sorted(cube.spent_by_month["total"]) == [11, 22, 33]

    def test_holds_the_balance_of_today(self, home: Home) -> None:
        home.spend("2026-10-05", "salary", -90000)
        home.spend("2026-11-05", "groceries", 700)
        home.spend("2026-11-23", "groceries", 1000)
        home.move("2026-11-07", "card", 5000)
        home.spend("2026-11-07", "opening balances", -200)
        assert seen(home).balance == 90000 - 700 + 200
        assert seen(home, date(2026, 9, 1)).balance == 90000 - 700 + 200

    def test_knows_no_balance_where_only_what_moved_is_recorded(self, home: Home) -> None:
        home.spend("2026-10-05", "groceries", 700)
        assert seen(home).balance is None
        home.spend("2026-10-01", "opening balances", -50000)
        home.spend("2026-10-02", "groceries", 900, "CHF")
        assert (seen(home).balance, seen(home, currency="CHF").balance) == (49300, None)

    def test_takes_an_empty_ledger(self, home: Home) -> None:
        cubes = cubes_of(home.id, TODAY)
        assert (cubes.currencies, cubes.of("EUR").whole_months, cubes.of("EUR").balance) == ([], (), None)
        assert (list(cubes.days.columns), list(cubes.months.columns)) == (DAYS, MONTHS)

    def test_adds_what_a_float_could_not(self, home: Home) -> None:
        home.spend("2026-11-05", "groceries", 2**53 - 2)
        home.spend("2026-11-05", "dining", 1)
        assert seen(home).spent["total"].sum() == 2**53 - 1

    def test_asks_six_times_however_much_there_is(
        self, home: Home, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for back in range(30):
            home.spend(f"{TODAY - timedelta(days=17 * back)}", "groceries", 100 + back)
        with django_assert_num_queries(6):
            cubes_of(home.id, TODAY)


class TestWholeMonths:
    @pytest.mark.parametrize(("day", "whole"), [("2026-09-07", 2), ("2026-09-08", 1)])
    def test_leave_a_first_month_out_that_began_late(self, home: Home, day: str, whole: int) -> None:
        home.spend(day, "groceries", 1)
        home.spend("2026-10-20", "groceries", 1)
        assert len(seen(home).whole_months) == whole

    def test_leave_months_without_a_line_out(self, home: Home) -> None:
        home.spend("2026-06-01", "groceries", 1)
        home.spend("2026-09-20", "salary", -1)
        assert seen(home).whole_months == (2026 * 12 + 8, 2026 * 12 + 5)


class TestBetween:
    def test_holds_both_ends_of_a_span(self, home: Home) -> None:
        for day in ("2026-10-31", "2026-11-01", "2026-11-05", "2026-11-06"):
            home.spend(day, "groceries", 700)
        cells = seen(home).between(Span(date(2026, 11, 1), date(2026, 11, 5)))
        assert cells["place"].sort_values().tolist() == [1, 5]
