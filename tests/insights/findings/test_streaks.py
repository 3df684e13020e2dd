"""Streaks: days without a purchase."""

from datetime import date

from insights.findings.recurring import recurring
from insights.findings.streaks import NoSpend, no_spend
from tests.insights.findings.made import cube, months, spent
from tools.ledgers.entry import Entry


def found(*entries: Entry | list[Entry]) -> NoSpend | None:
    seen = cube(*entries)
    return no_spend(seen, recurring(seen))


class TestNoSpend:
    def test_counts_the_days_since_the_last_purchase(self) -> None:
        finding = found(spent("2026-10-30", 5), spent("2026-11-04", 5), spent("2026-11-19", 5))
        assert finding is not None
        assert (finding.days, finding.longest, finding.in_month) == (3, 14, 20)
        assert str(finding.longest_span) == "2026-11-05/2026-11-18"

    def test_is_broken_by_a_purchase_today(self) -> None:
        finding = found(spent("2026-11-22", 5))
        assert finding is not None
        assert (finding.days, finding.longest, finding.longest_span) == (0, 0, None)

    def test_is_not_broken_by_a_bill_or_a_refund(self) -> None:
        rent = months("2026-06", [90000] * 6, "housing", "Landlord", day=20)
        finding = found(rent, spent("2026-11-10", 5), spent("2026-11-18", -700))
        assert finding is not None
        assert finding.days == 12

    def test_takes_a_month_of_silence_as_not_recorded(self) -> None:
        assert found(spent("2026-10-20", 5)) is None
        finding = found(spent("2026-08-01", 5), spent("2026-11-20", 5))
        assert finding is not None
        assert (finding.longest, finding.longest_span and finding.longest_span.first) == (
            2,
            date(2026, 11, 21),
        )
