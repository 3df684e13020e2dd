"""What a question counts."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from finance.counting import Counted, Wanted, counted, counted_by_category
from finance.ids import natural_id
from tests.insights.conftest import Home, home, person

__all__ = ["home", "person"]
OCTOBER: Any = {"first_day": date(2026, 10, 1), "last_day": date(2026, 10, 31)}


@pytest.fixture
def spent(home: Home) -> Home:
    home.spend("2026-09-30", "groceries", 999)
    home.spend("2026-10-01", "groceries", 5000)
    home.spend("2026-10-31", "groceries", -1000)
    home.pay("2026-10-09", "dining", 2500, "Lidl")
    home.spend("2026-10-09", "dining", 700, "USD")
    home.spend("2026-10-10", "salary", -300000)
    home.spend("2026-10-11", "groceries", 4000, status="planned")
    home.move("2026-10-12", "savings", 8000)
    home.change("delete", home.spend("2026-10-13", "groceries", 123), {})
    return home


class TestCounted:
    def test_sums_each_currency_for_itself_and_nets_refunds(self, spent: Home) -> None:
        assert counted(spent.id, Wanted(kind="expense", **OCTOBER)) == [
            Counted("EUR", 6500, 3, 5000, date(2026, 10, 1), date(2026, 10, 31)),
            Counted("USD", 700, 1, 700, date(2026, 10, 9), date(2026, 10, 9)),
        ]

    def test_counts_income_as_people_say_it(self, spent: Home) -> None:
        [one] = counted(spent.id, Wanted(kind="income", **OCTOBER))
        assert (one.total, one.largest, one.count) == (300000, 300000, 1)

    def test_narrows_to_a_category_or_a_payee(self, spent: Home) -> None:
        category = Wanted(kind="expense", category=UUID(spent.account("groceries")), **OCTOBER)
        assert [one.total for one in counted(spent.id, category)] == [4000]
        payee = Wanted(kind="expense", payee=natural_id(spent.id, "payee", "Lidl"), **OCTOBER)
        assert [(one.currency, one.total) for one in counted(spent.id, payee)] == [("EUR", 2500)]

    def test_holds_nothing_where_nothing_counted(self, spent: Home) -> None:
        day = date(2026, 8, 1)
        assert counted(spent.id, Wanted(kind="expense", first_day=day, last_day=day)) == []


class TestCountedByCategory:
    def test_lists_the_largest_first(self, spent: Home) -> None:
        found = counted_by_category(spent.id, Wanted(kind="expense", **OCTOBER))
        assert [(one.name, one.currency, one.total) for one in found] == [
            ("Groceries", "EUR", 4000),
            ("Eating out", "EUR", 2500),
            ("Eating out", "USD", 700),
        ]
