"""The month of a real ledger."""

from datetime import date

import pytest

from insights.errors import MonthMalformed
from insights.services import MonthSummary, parse_month, summarise_month
from tests.insights.conftest import Home

TODAY = date(2026, 11, 22)


def summary(home: Home, month: str = "2026-11", today: date = TODAY) -> MonthSummary:
    return summarise_month(ledger=home.id, currency="EUR", month=parse_month(month), today=today)


def sentence(found: MonthSummary) -> str:
    assert found.findings is not None
    assert found.findings.what_changed is not None
    assert found.reason is None
    return found.tell(found.findings.what_changed).sentence


def compares_nothing(found: MonthSummary) -> bool:
    return found.findings is None or found.findings.what_changed is None


class TestParseMonth:
    def test_reads_a_month(self) -> None:
        assert parse_month("2026-11") == date(2026, 11, 1)

    @pytest.mark.parametrize(
        "text",
        [
            "2026-13",
            "2026-00",
            "2026-1",
            "26-11",
            "2026-11-01",
            "٢٠٢٦-١١",
            "0000-01",
            "9999-12",
            "x",
            "2026-11\n",
        ],
    )
    def test_refuses_what_is_no_month(self, text: str) -> None:
        with pytest.raises(MonthMalformed):
            parse_month(text)


class TestSummariseMonth:
    def test_tells_what_changed_and_where(self, home: Home) -> None:
        home.spend("2026-10-05", "groceries", 4000)
        home.spend("2026-10-20", "transport", 3000)
        home.spend("2026-11-05", "groceries", 9000)
        found = summary(home)
        assert found.spent == {"EUR": 9000}
        assert sentence(found) == (
            "You have spent €90.00 in the first 22 days of November, €20.00 more than in the same days of "
            "October. The largest rise was Groceries, up €50.00. The largest drop was Transport, down €30.00."
        )

    def test_compares_only_the_days_lived_so_far(self, home: Home) -> None:
        home.spend("2026-10-05", "groceries", 4000)
        home.spend("2026-10-23", "groceries", 99900)
        home.spend("2026-11-05", "groceries", 5000)
        home.spend("2026-11-23", "groceries", 77700)
        found = summary(home)
        assert found.findings is not None
        changed = found.findings.what_changed
        assert changed is not None
        assert (changed.now, changed.before) == (5000, 4000)
        assert found.spent == {"EUR": 82700}

    def test_finds_nothing_in_an_empty_ledger(self, home: Home) -> None:
        found = summary(home)
        assert (found.totals, found.spent, found.income, found.cards) == ([], {}, {}, ())
        assert compares_nothing(found)
        assert found.reason == (
            "Nothing is recorded as spent in this month. Say or type an entry and it appears here."
        )

    def test_has_nothing_to_compare_in_the_first_month(self, home: Home) -> None:
        home.spend("2026-11-05", "groceries", 5000)
        found = summary(home)
        assert compares_nothing(found)
        assert "month before" in (found.reason or "")

    def test_does_not_take_a_silent_stretch_for_nothing_spent(self, home: Home) -> None:
        home.spend("2026-10-30", "groceries", 5000)
        home.spend("2026-11-05", "groceries", 5000)
        assert compares_nothing(summary(home))

    def test_says_that_a_future_month_has_not_begun(self, home: Home) -> None:
        home.spend("2026-11-05", "groceries", 5000)
        home.spend("2026-12-01", "groceries", 700)
        found = summary(home, "2026-12")
        assert found.spent == {"EUR": 700}
        assert found.reason == "This month has not begun, so there is nothing to compare yet."

    def test_compares_the_29th_of_february_with_january(self, home: Home) -> None:
        home.spend("2024-01-31", "groceries", 4000)
        home.spend("2024-02-29", "groceries", 5000)
        assert sentence(summary(home, "2024-02")).startswith(
            "You spent €50.00 in February 2024, €10.00 more than"
        )

    def test_never_adds_currencies(self, home: Home) -> None:
        home.spend("2026-10-05", "groceries", 4000)
        home.spend("2026-11-05", "groceries", 5000)
        home.spend("2026-11-06", "groceries", 100000, "JPY")
        found = summary(home)
        assert found.spent == {"EUR": 5000, "JPY": 100000}
        assert "€10.00 more" in sentence(found)

    def test_prefers_the_ledgers_own_currency_to_one_that_is_used_more(self, home: Home) -> None:
        for month in ("2026-10", "2026-11"):
            home.spend(f"{month}-05", "groceries", 4000)
            home.spend(f"{month}-06", "groceries", 4000, "GBP")
            home.spend(f"{month}-07", "groceries", 4000, "GBP")
        assert sentence(summary(home)).startswith("You have spent €40.00")

    def test_tells_of_another_currency_when_the_ledgers_own_has_nothing(self, home: Home) -> None:
        home.spend("2026-10-05", "groceries", 4000, "GBP")
        home.spend("2026-11-05", "groceries", 5000, "GBP")
        assert "£10.00 more" in sentence(summary(home))

    def test_nets_refunds_and_leaves_transfers_planned_and_deleted_out(self, home: Home) -> None:
        home.spend("2026-10-05", "shopping", 4000)
        home.spend("2026-11-05", "shopping", 5000)
        home.spend("2026-11-06", "shopping", -1500)
        home.move("2026-11-07", "savings", 90000)
        home.spend("2026-11-08", "shopping", 7700, status="planned")
        home.change("delete", home.spend("2026-11-09", "shopping", 8800), {})
        found = summary(home)
        assert found.spent == {"EUR": 3500}
        assert "€35.00 in the first 22 days of November, €5.00 less" in sentence(found)

    def test_counts_income_as_people_say_it(self, home: Home) -> None:
        home.spend("2026-11-01", "salary", -200000)
        found = summary(home)
        assert found.income == {"EUR": 200000}
        assert [(total.key, total.total) for total in found.totals] == [("salary", -200000)]
