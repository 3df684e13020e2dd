"""Savings rate: what is left of the income."""

import pytest

from insights.findings.savings import rate, savings_rate
from tests.insights.findings.made import cube, earned, months, spent


class TestSavingsRate:
    def test_is_the_share_of_the_income_that_is_left(self) -> None:
        finding = savings_rate(cube(earned("2026-11-01", 300000), spent("2026-11-05", 200000)))
        assert finding is not None
        assert (finding.income, finding.spent, finding.saved, finding.percent) == (300000, 200000, 100000, 33)
        assert (finding.typical_percent, finding.typical_months) == (None, 0)

    def test_is_negative_where_more_was_spent(self) -> None:
        finding = savings_rate(cube(earned("2026-11-01", 1000), spent("2026-11-05", 1500)))
        assert finding is not None
        assert finding.percent == -50

    def test_is_set_beside_the_median_of_whole_months(self) -> None:
        pay = [earned(f"2026-{month:02}-01", 1000) for month in range(8, 12)]
        finding = savings_rate(cube(pay, months("2026-08", [100, 500, 900, 700])))
        assert finding is not None
        assert (finding.percent, finding.typical_percent, finding.typical_months) == (30, 50, 3)

    def test_leaves_months_without_income_out(self) -> None:
        pay = [earned(f"2026-{month:02}-01", 1000) for month in (7, 8, 10, 11)]
        finding = savings_rate(cube(pay, months("2026-07", [100, 500, 900, 700])))
        assert finding is not None
        assert (finding.typical_percent, finding.typical_months) == (50, 3)

    def test_finds_nothing_without_income(self) -> None:
        assert savings_rate(cube(spent("2026-11-05", 1500), earned("2026-10-05", 1500))) is None

    @pytest.mark.parametrize(
        ("income", "spending", "percent"), [(1000, 995, 1), (1000, 996, 0), (3, 5, -67), (7, 7, 0)]
    )
    def test_rounds_to_the_nearest_percent(self, income: int, spending: int, percent: int) -> None:
        assert rate(income, spending) == percent
