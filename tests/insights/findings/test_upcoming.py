"""Upcoming: the recurring bills of the next thirty days."""

from datetime import date

from insights.findings.recurring import recurring
from insights.findings.upcoming import Upcoming, upcoming
from tests.insights.findings.made import TODAY, cube, earned, every, months, spent
from tools.ledgers.entry import Entry


def found(*entries: list[Entry]) -> Upcoming | None:
    return upcoming(recurring(cube(*entries)), "EUR", TODAY)


def days(finding: Upcoming | None) -> list[tuple[str, str, bool]]:
    assert finding is not None
    return [(bill.name, str(bill.day), bill.late) for bill in finding.bills]


class TestUpcoming:
    def test_lists_bills_by_their_day_with_their_sum(self) -> None:
        rent = months("2026-06", [90000] * 6, "housing", "Landlord", day=1)
        cleaner = every(7, "2026-09-25", 9, 4000)
        finding = found(rent, cleaner)
        assert days(finding) == [
            ("Cleaner", "2026-11-27", False),
            ("Landlord", "2026-12-01", False),
            ("Cleaner", "2026-12-04", False),
            ("Cleaner", "2026-12-11", False),
            ("Cleaner", "2026-12-18", False),
        ]
        assert finding is not None
        assert (finding.total, str(finding.span)) == (106000, "2026-11-22/2026-12-22")

    def test_shows_what_is_late_on_its_own_day_and_then_its_next(self) -> None:
        assert days(found(months("2026-06", [1299] * 5, payee="Streamly", day=20))) == [
            ("Streamly", "2026-11-20", True),
            ("Streamly", "2026-12-20", False),
        ]

    def test_expects_what_is_due_today_and_on_the_last_day(self) -> None:
        assert days(found(months("2026-06", [1299] * 5, payee="Streamly", day=22))) == [
            ("Streamly", "2026-11-22", False),
            ("Streamly", "2026-12-22", False),
        ]

    def test_leaves_income_out(self) -> None:
        assert found([earned(f"2026-{month:02}-27", 250000) for month in range(6, 11)]) is None

    def test_says_when_nothing_falls_due(self) -> None:
        finding = found(
            [spent(day, 6000, payee="Waterworks") for day in ("2026-05-18", "2026-08-18", "2026-11-18")]
        )
        assert finding is not None
        assert (finding.bills, finding.total) == ((), 0)

    def test_finds_nothing_where_nothing_comes_back(self) -> None:
        assert found([spent("2026-11-01", 5)]) is None


class TestUpcomingAtTheEndOfMonths:
    def test_pays_the_31st_on_the_last_day(self) -> None:
        paid = [spent(day, 500, payee="Bank") for day in ("2026-08-31", "2026-09-30", "2026-10-31")]
        finding = upcoming(
            recurring(cube([*paid, spent("2026-07-31", 500, payee="Bank")])), "EUR", date(2026, 11, 22)
        )
        assert days(finding) == [("Bank", "2026-11-30", False)]
