"""Cash flow: the balance by the payments expected."""

from dataclasses import replace
from datetime import date

from insights.findings.cash_flow import CashFlow, cash_flow
from insights.findings.recurring import recurring
from tests.insights.findings.made import TODAY, cube, earned, months, spent
from tools.ledgers.entry import Entry


def found(*entries: list[Entry], balance: int | None = 100000, month: date | None = None) -> CashFlow | None:
    seen = replace(cube(*entries, month=month), balance=balance)
    return cash_flow(seen, recurring(seen))


RENT = months("2026-06", [90000] * 6, "housing", "Landlord", day=1)


class TestCashFlow:
    def test_takes_bills_off_on_their_day_and_adds_income_on_its_own(self) -> None:
        finding = found(RENT, [earned(f"2026-{month:02}-27", 150000) for month in range(6, 11)])
        assert finding is not None
        assert (finding.balance, finding.bills, finding.income) == (100000, 90000, 150000)
        assert str(finding.span) == "2026-11-23/2026-12-22"
        assert finding.expected_by_day[3:5] == (100000, 250000)
        assert finding.expected_by_day[7:9] == (250000, 160000)
        assert len(finding.expected_by_day) == 30

    def test_spends_as_every_day_beside_the_bills(self) -> None:
        shop = [
            spent(f"2026-{month:02}-{day:02}", 10145 + day, payee="")
            for month in range(6, 12)
            for day in (3, 9, 27)
        ]
        finding = found(RENT, shop)
        assert finding is not None
        monthly = 3 * 10145 + 39
        assert finding.everyday == monthly * 10_000 * 30 // 304_375
        assert finding.expected_by_day[0] == 100000 - monthly * 10_000 // 304_375
        assert finding.bills == 90000

    def test_names_the_lowest_day(self) -> None:
        finding = found(RENT, balance=50000)
        assert finding is not None
        assert (finding.lowest, finding.lowest_day) == (-40000, date(2026, 12, 1))

    def test_expects_what_is_late_tomorrow(self) -> None:
        finding = found(months("2026-06", [500] * 5, day=20))
        assert finding is not None
        assert finding.expected_by_day[0] == 99500

    def test_needs_three_whole_months_and_a_month_not_over(self) -> None:
        assert found(months("2026-09", [90000] * 3)) is None
        assert found(RENT, month=date(2026, 10, 1)) is None
        assert TODAY.month == 11

    def test_needs_to_know_what_was_there_at_first(self) -> None:
        assert found(RENT, balance=None) is None
        assert found(RENT, balance=0) is not None
