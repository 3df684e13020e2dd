"""Price rises: steady payments that went up."""

from datetime import date

from insights.findings.price_rises import PriceRise, price_rises
from insights.findings.recurring import recurring
from tests.insights.findings.made import TODAY, cube, earned, months, spent
from tools.ledgers.entry import Entry


def found(*entries: list[Entry], until: date = TODAY) -> tuple[PriceRise, ...]:
    return price_rises(recurring(cube(*entries, today=until)), until)


class TestPriceRises:
    def test_tells_before_now_and_since_when(self) -> None:
        (rise,) = found(months("2026-03", [999] * 6 + [1299] * 3, payee="Streamly"))
        assert (rise.name, rise.before, rise.now, rise.since) == ("Streamly", 999, 1299, date(2026, 9, 5))
        assert rise.yearly == 12 * 300

    def test_needs_one_payment_at_the_new_price(self) -> None:
        assert len(found(months("2026-03", [999] * 8 + [1299]))) == 1

    def test_is_silent_about_a_fall_and_about_less_than_a_percent(self) -> None:
        assert found(months("2026-03", [1299] * 6 + [999] * 3)) == ()
        assert found(months("2026-03", [10000] * 6 + [10099] * 3)) == ()

    def test_forgets_a_rise_after_a_year(self) -> None:
        assert found(months("2025-03", [999] * 6 + [1299] * 15)) == ()

    def test_does_not_take_a_single_reduced_month_for_a_price(self) -> None:
        assert found(months("2026-02", [999] * 6 + [499] + [999] * 3)) == ()

    def test_sees_what_is_paid_once_a_year(self) -> None:
        (rise,) = found([spent(f"{year}-11-03", 40000 + 2000 * (year - 2024)) for year in (2024, 2025, 2026)])
        assert (rise.before, rise.now, rise.cadence) == (42000, 44000, "yearly")

    def test_leaves_income_and_what_varies_out(self) -> None:
        assert (
            found([earned(f"2026-{month:02}-27", 200000 + 50000 * (month > 8)) for month in range(4, 12)])
            == ()
        )
        assert found(months("2026-04", [9000, 7000, 5000, 4000, 4500, 6000, 8000, 9500])) == ()

    def test_puts_the_dearest_first(self) -> None:
        small = months("2026-03", [999] * 6 + [1099] * 3, payee="Small")
        large = months("2026-03", [999] * 6 + [1399] * 3, payee="Large")
        assert [one.name for one in found(small, large)] == ["Large", "Small"]
