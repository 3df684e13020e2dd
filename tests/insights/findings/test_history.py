"""History: twelve months of income and spending."""

from datetime import date

from insights.findings.history import MonthTotal, months
from tests.insights.findings.made import abroad, cube, earned, spent


class TestMonths:
    def test_holds_twelve_months_with_the_missing_ones_missing(self) -> None:
        finding = months(
            cube(
                spent("2026-08-20", 700), earned("2026-10-01", 900), spent("2026-10-31", 200),
                spent("2026-10-31", -50), spent("2026-11-05", 40), spent("2026-11-23", 5000),
            )
        )  # fmt: skip
        assert finding is not None
        assert (len(finding.months), finding.months[0].month) == (12, "2025-12")
        assert finding.months[-4:] == (
            MonthTotal("2026-08", 0, 700, complete=False),
            MonthTotal("2026-09", None, None, complete=False),
            MonthTotal("2026-10", 900, 150, complete=True),
            MonthTotal("2026-11", 0, 40, complete=False),
        )

    def test_takes_a_month_that_is_over_as_complete(self) -> None:
        finding = months(cube(spent("2026-09-01", 7), spent("2026-10-31", 200), month=date(2026, 10, 1)))
        assert finding is not None
        assert finding.months[-1] == MonthTotal("2026-10", 0, 200, complete=True)

    def test_finds_nothing_in_an_empty_year_or_another_currency(self) -> None:
        assert months(cube(spent("2024-10-31", 200))) is None
        assert months(cube(abroad("2026-10-31", 200))) is None
