"""Projection: the month's end from what remained of other months."""

from datetime import date

from insights.findings.compared import compared
from insights.findings.projection import projection
from tests.insights.findings.made import cube, months, spent

TENTH = date(2026, 11, 10)


class TestProjection:
    def test_adds_the_median_of_what_remained_to_what_is_known(self) -> None:
        rent = months("2026-05", [90000] * 7, "housing", "Landlord", day=1)
        later = months("2026-05", [1000, 2000, 3000, 4000, 5000, 9000], day=20)
        on_the_day = months("2026-05", [333] * 6, day=10)
        finding = projection(cube(rent, later, on_the_day, spent("2026-11-09", 700), today=TENTH))
        assert finding is not None
        assert (finding.known, finding.expected) == (90700, 90700 + 3500)
        assert (finding.low, finding.high, finding.months) == (91700, 99700, 6)

    def test_runs_along_the_days(self) -> None:
        finding = projection(
            cube(months("2026-08", [100, 100, 100], day=5), spent("2026-11-04", 7), today=TENTH)
        )
        assert finding is not None
        assert finding.so_far_by_day == (0, 0, 0, 7, 7, 7, 7, 7, 7, 7)
        assert finding.typical_by_day == (0,) * 4 + (100,) * 26
        assert len(finding.low_by_day) == len(finding.high_by_day) == 30

    def test_calls_usual_by_now_what_the_comparison_does(self) -> None:
        year = months("2025-11", [900, 100, 800, 200, 700, 300, 600, 400, 500, 1000, 2000, 3000], day=4)
        looked_at = cube(year, spent("2026-11-09", 700), today=TENTH)
        finding, beside = projection(looked_at), compared(looked_at)
        assert finding is not None and beside is not None
        assert finding.typical_by_day[9] == beside.spending.typical == 650

    def test_counts_the_31st_of_longer_months_on_its_last_day(self) -> None:
        finding = projection(
            cube(spent("2026-07-31", 100), months("2026-08", [0, 0], day=1), spent("2026-08-31", 100),
                 spent("2026-07-01", 1), spent("2026-10-31", 100), today=TENTH)
        )  # fmt: skip
        assert finding is not None
        assert finding.expected == 100
        assert finding.typical_by_day[-2:] == (0, 100)

    def test_needs_three_whole_months_and_days_to_come(self) -> None:
        assert projection(cube(months("2026-09", [5, 5]), today=TENTH)) is None
        year = months("2026-01", [5] * 10)
        assert projection(cube(year, today=date(2026, 11, 30))) is None
        assert projection(cube(year, month=date(2026, 9, 1))) is None
        assert projection(cube(year, today=TENTH)) is not None

    def test_leaves_missing_months_out_and_what_is_dated_ahead(self) -> None:
        gap = months("2026-05", [100, 100], day=20) + months("2026-10", [400], day=20)
        finding = projection(cube(gap, spent("2026-11-25", 5000), spent("2026-05-01", 1), today=TENTH))
        assert finding is not None
        assert (finding.known, finding.expected, finding.months) == (0, 100, 3)
