"""Anomalies: a category's month against its own months."""

from datetime import date

from insights.findings.anomalies import anomalies
from tests.insights.findings.made import cube, months, spent

USUAL = [10000, 11000, 9000, 10500, 9500, 10000, 12000, 8000, 10000, 10500, 9500]
OVER = date(2026, 10, 1)


class TestAnomalies:
    def test_calls_a_month_odd_that_is_far_above_its_own(self) -> None:
        (found,) = anomalies(cube(months("2025-11", USUAL), spent("2026-10-09", 30000), month=OVER))
        assert (found.name, found.now, found.typical, found.delta) == ("groceries", 30000, 10000, 20000)
        assert found.months == 11
        assert found.z == (30000 - 10000) / (1.4826 * 500)

    def test_leaves_what_is_within_the_usual_alone(self) -> None:
        assert anomalies(cube(months("2025-11", USUAL), spent("2026-10-09", 12400), month=OVER)) == ()

    def test_calls_nothing_low_odd(self) -> None:
        assert anomalies(cube(months("2025-11", USUAL), spent("2026-10-09", 1), month=OVER)) == ()

    def test_judges_the_running_month_by_what_is_spent_so_far(self) -> None:
        usual = months("2025-12", USUAL)
        assert anomalies(cube(usual, spent("2026-11-09", 9000))) == ()
        assert len(anomalies(cube(usual, spent("2026-11-09", 30000)))) == 1
        assert anomalies(cube(usual, spent("2026-11-09", 9000), spent("2026-11-23", 30000))) == ()

    def test_expects_what_the_same_month_cost_a_year_ago(self) -> None:
        december = [*months("2024-12", [31000, *USUAL], "gifts"), spent("2025-12-09", 30000, "gifts")]
        assert anomalies(cube(december, today=date(2025, 12, 31))) == ()

    def test_knows_no_usual_month_of_what_is_bought_now_and_then(self) -> None:
        house = months("2025-11", USUAL)
        trips = [spent(f"2026-{month:02}-02", 9000, "travel") for month in (1, 2, 3, 4, 5, 6)]
        assert anomalies(cube(house, trips, spent("2026-10-09", 90000, "travel"), month=OVER)) == ()

    def test_ignores_what_hardly_matters_beside_the_whole(self) -> None:
        rent = months("2025-11", [200000] * 12, "housing")
        small = months("2025-11", [1000] * 11, "coffee")
        assert anomalies(cube(rent, small, spent("2026-10-09", 4900, "coffee"), month=OVER)) == ()
        assert len(anomalies(cube(rent, small, spent("2026-10-09", 5100, "coffee"), month=OVER))) == 1

    def test_nets_refunds(self) -> None:
        back = [spent("2026-10-09", 30000), spent("2026-10-12", -25000)]
        assert anomalies(cube(months("2025-11", USUAL), back, month=OVER)) == ()

    def test_needs_six_whole_months(self) -> None:
        for count, found in ((5, 0), (6, 1)):
            usual = months(f"2026-{10 - count:02}", USUAL[:count])
            assert len(anomalies(cube(usual, spent("2026-10-09", 40000), month=OVER))) == found

    def test_names_the_farthest_first(self) -> None:
        both = months("2025-11", USUAL) + months("2025-11", USUAL, "dining")
        odd = [spent("2026-10-09", 30000), spent("2026-10-09", 40000, "dining")]
        assert [one.name for one in anomalies(cube(both, odd, month=OVER))] == ["dining", "groceries"]
