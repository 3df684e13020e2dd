"""Next month: the median of a year and a shrunk season."""

from datetime import date

from insights.findings.next_month import next_month
from tests.insights.findings.made import cube, months

YEARS = [1000] * 11 + [4000]


class TestNextMonth:
    def test_expects_the_median_of_twelve_months(self) -> None:
        finding = next_month(cube(months("2025-11", [900, 1050, 1100, 1050] * 3)))
        assert finding is not None
        assert (finding.expected, finding.typical, finding.season, finding.months) == (1050, 1050, 100, 12)
        assert (finding.low, finding.high, str(finding.span)) == (900, 1100, "2026-12-01/2026-12-31")

    def test_bends_towards_the_season_the_more_the_oftener_it_was_seen(self) -> None:
        seasons = []
        for years in (1, 2, 3):
            history = months(f"{2026 - years}-01", YEARS * years + [1000] * 11)
            finding = next_month(cube(history, today=date(2026, 11, 30)))
            assert finding is not None
            seasons.append(finding.season)
            assert finding.expected == 10 * finding.season
        assert seasons == [100 + round(300 * seen / (seen + 8)) for seen in (1, 2, 3)]

    def test_leaves_the_running_month_out_and_counts_one_that_is_over(self) -> None:
        history = months("2026-01", [1000] * 10 + [9000])
        running, over = (
            next_month(cube(history, today=day)) for day in (date(2026, 11, 29), date(2026, 11, 30))
        )
        assert running is not None
        assert over is not None
        assert (running.months, over.months) == (10, 11)

    def test_needs_six_months(self) -> None:
        assert next_month(cube(months("2026-06", [1000] * 5))) is None
        assert next_month(cube(months("2026-05", [1000] * 6))) is not None
        assert next_month(cube(months("2026-05", [0] * 6))) is None
