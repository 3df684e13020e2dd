"""Movers: payees by what was spent and by how it moved."""

from insights.findings.movers import movers
from tests.insights.findings.made import cube, earned, spent


class TestMovers:
    def test_ranks_payees_by_level_and_by_change(self) -> None:
        finding = movers(
            cube(
                spent("2026-10-05", 900, payee="Lidl"), spent("2026-11-05", 1000, payee="Lidl"),
                spent("2026-10-05", 800, payee="Rewe"), spent("2026-11-06", 100, payee="Rewe"),
                spent("2026-11-07", 400, payee="Ikea"), spent("2026-10-01", 1, payee="Aral"),
            )
        )  # fmt: skip
        assert finding is not None
        assert [(one.name, one.now) for one in finding.top] == [("Lidl", 1000), ("Ikea", 400), ("Rewe", 100)]
        assert [(one.name, one.delta) for one in finding.risen] == [("Ikea", 400), ("Lidl", 100)]
        assert [(one.name, one.delta) for one in finding.fallen] == [("Rewe", -700), ("Aral", -1)]

    def test_compares_the_same_days(self) -> None:
        finding = movers(cube(spent("2026-10-02", 5), spent("2026-10-23", 900), spent("2026-11-05", 1000)))
        assert finding is not None
        assert [one.before for one in finding.top] == [5]
        assert str(finding.before_span) == "2026-10-01/2026-10-22"

    def test_knows_no_change_without_a_whole_month_before(self) -> None:
        finding = movers(cube(spent("2026-10-15", 5), spent("2026-11-05", 1000)))
        assert finding is not None
        assert (len(finding.top), finding.risen, finding.fallen) == (1, (), ())

    def test_lists_five_at_most(self) -> None:
        finding = movers(cube([spent("2026-11-05", 100 + shop, payee=f"Shop {shop}") for shop in range(9)]))
        assert finding is not None
        assert [one.name for one in finding.top] == [f"Shop {shop}" for shop in (8, 7, 6, 5, 4)]

    def test_leaves_payees_out_that_gave_more_back_and_lines_without_one(self) -> None:
        finding = movers(cube(spent("2026-11-05", -100), spent("2026-11-05", 100, payee="")))
        assert finding is not None
        assert finding.top == ()
        assert movers(cube(spent("2026-11-05", 100, payee=""), earned("2026-11-05", 5))) is None
