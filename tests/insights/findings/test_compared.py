"""Compared: levels beside their baselines."""

from datetime import date
from typing import Any

from insights.findings.compared import Compared, Level, compared
from tests.insights.findings.made import abroad, cube, earned, months, spent
from tools.ledgers.entry import Entry

YEAR = [1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000, 2100]


def found(*entries: Entry | list[Entry], **more: Any) -> Compared:
    finding = compared(cube(*entries, **more))
    assert finding is not None
    return finding


def levels(one: Level) -> tuple[int, int | None, int | None, int | None]:
    return one.now, one.previous, one.typical, one.year_ago


class TestCompared:
    def test_sets_the_month_beside_three_baselines(self) -> None:
        finding = found(months("2025-11", YEAR), spent("2026-11-03", 700))
        assert finding.typical_months == 12
        assert levels(finding.spending) == (700, 2100, 1550, 1000)

    def test_compares_only_the_days_lived(self) -> None:
        later = [spent(f"2026-{month:02}-23", 90000) for month in range(5, 12)]
        finding = found(months("2026-05", [1000] * 6), later, spent("2026-11-03", 700))
        assert (finding.typical_months, levels(finding.spending)) == (6, (700, 1000, 1000, None))
        assert str(finding.previous_span) == "2026-10-01/2026-10-22"

    def test_compares_a_month_that_is_over_whole(self) -> None:
        finding = found(
            months("2026-01", [1000] * 10),
            spent("2026-09-30", 50),
            spent("2026-10-31", 60),
            month=date(2026, 10, 1),
        )
        assert levels(finding.spending) == (1060, 1050, 1000, None)

    def test_takes_all_of_a_shorter_february(self) -> None:
        finding = found(
            spent("2026-02-01", 10), spent("2026-02-28", 5), spent("2026-03-30", 7), today=date(2026, 3, 30)
        )
        assert levels(finding.spending)[:2] == (7, 15)

    def test_compares_the_29th_of_february_with_28_days_of_a_year_ago(self) -> None:
        finding = found(
            spent("2027-02-01", 10), spent("2027-02-28", 5), spent("2028-02-29", 7), today=date(2028, 2, 29)
        )
        assert str(finding.year_ago_span) == "2027-02-01/2027-02-28"
        assert levels(finding.spending)[3] == 15

    def test_takes_a_month_without_a_line_as_missing(self) -> None:
        finding = found(months("2026-07", [1000, 3000]), months("2026-10", [5000, 1]))
        assert finding.typical_months == 3
        assert levels(finding.spending) == (1, 5000, 3000, None)
        assert found(months("2026-08", [1000]), months("2026-10", [1])).spending.typical is None

    def test_takes_a_month_with_income_alone_as_nothing_spent(self) -> None:
        assert found(earned("2026-10-01", 5000), spent("2026-11-01", 5)).spending.previous == 0

    def test_leaves_the_month_in_which_the_ledger_began_late_out(self) -> None:
        assert found(spent("2026-10-17", 900), spent("2026-11-01", 5)).spending.previous is None
        assert found(spent("2026-10-07", 900), spent("2026-11-01", 5)).spending.previous == 900

    def test_nets_refunds_and_leaves_income_and_other_currencies_out(self) -> None:
        finding = found(
            spent("2026-11-01", 900),
            spent("2026-11-02", -300),
            earned("2026-11-02", 7000),
            abroad("2026-11-03", 99),
        )
        assert finding.spending.now == 600
        assert finding.currency == "EUR"

    def test_lists_categories_payees_and_accounts_largest_first(self) -> None:
        finding = found(
            spent("2026-11-01", 900, "dining", "Pho"),
            spent("2026-11-01", 1000, "groceries", "", "card"),
            spent("2026-10-01", 300, "dining", "Pho"),
        )
        assert [(one.name, one.now, one.previous) for one in finding.categories] == [
            ("groceries", 1000, 0),
            ("dining", 900, 300),
        ]
        assert [(one.name, one.now) for one in finding.payees] == [("Pho", 900)]
        assert [(one.name, one.now) for one in finding.accounts] == [("card", 1000), ("bank", 900)]

    def test_finds_nothing_where_nothing_was_spent(self) -> None:
        assert compared(cube(earned("2026-11-01", 5))) is None
