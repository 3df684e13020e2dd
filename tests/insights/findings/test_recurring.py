"""Recurring: what comes back is found, and what only seems to is not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from insights.findings.recurring import Recurring, recurring
from tests.insights.findings.made import TODAY, cube, earned, every, months, spent
from tools.ledgers.entry import Entry


def only(*entries: Entry | list[Entry], **more: Any) -> Recurring:
    (found,) = recurring(cube(*entries, **more))
    return found


class TestRecurring:
    def test_finds_a_monthly_payment_and_when_it_comes_next(self) -> None:
        found = only(months("2026-08", [1299] * 4, "subscriptions", "Streamly", day=20))
        assert (found.cadence, found.amount, found.steady, found.count) == ("monthly", 1299, True, 4)
        assert (found.name, found.category_name, found.direction) == ("Streamly", "subscriptions", "expense")
        assert (found.first_day, found.last_day) == (date(2026, 8, 20), date(2026, 11, 20))
        assert (found.next_day, found.yearly) == (date(2026, 12, 20), 12 * 1299)

    @pytest.mark.parametrize(
        ("days", "count", "cadence"),
        [(7, 20, "weekly"), (14, 6, "fortnightly"), (91, 5, "quarterly"), (365, 3, "yearly")],
    )
    def test_finds_other_cadences(self, days: int, count: int, cadence: str) -> None:
        begun = date.fromordinal(TODAY.toordinal() - days * (count - 1) - 2)
        assert only(every(days, begun.isoformat(), count, 4000)).cadence == cadence

    def test_expects_a_fortnightly_payment_two_weeks_on(self) -> None:
        found = only(every(14, "2026-09-18", 5, 3000))
        assert (found.last_day, found.next_day) == (date(2026, 11, 13), date(2026, 11, 27))
        assert found.yearly == 26 * 3000
        assert recurring(cube(every(14, "2026-10-09", 3, 3000))) == ()
        assert recurring(cube(every(14, "2026-08-29", 5, 3000))) == ()

    def test_finds_pay_that_comes_every_two_weeks(self) -> None:
        found = only([replace(one, amount=-90000, income=True) for one in every(14, "2026-09-04", 6, 1)])
        assert (found.direction, found.cadence, found.next_day) == (
            "income",
            "fortnightly",
            date(2026, 11, 27),
        )

    def test_finds_income(self) -> None:
        found = only([earned(f"2026-{month:02}-27", 250000) for month in range(6, 11)])
        assert (found.direction, found.amount, found.next_day) == ("income", 250000, date(2026, 11, 27))

    def test_follows_a_price_that_rose(self) -> None:
        found = only(months("2026-04", [999] * 5 + [1299] * 3))
        assert (found.amount, found.count, found.steady) == (1299, 8, True)

    def test_expects_the_median_of_what_varies(self) -> None:
        found = only(months("2026-04", [9000, 7000, 5000, 4000, 4500, 6000, 8000, 9500]))
        assert (found.steady, found.amount) == (False, 5500)

    def test_finds_a_subscription_among_a_shops_purchases(self) -> None:
        prime = months("2025-11", [899] * 13, "subscriptions", "Marketplace", day=15)
        shopping = [
            spent(
                f"2026-{1 + place % 10:02}-{1 + 7 * place % 28:02}",
                1000 + 377 * place,
                "shopping",
                "Marketplace",
            )
            for place in range(40)
        ]
        found = only(prime, shopping)
        assert (found.amount, found.category_name, found.count) == (899, "subscriptions", 13)

    def test_follows_a_risen_price_among_a_shops_purchases_as_one_series(self) -> None:
        prime = months("2025-11", [899] * 7 + [999] * 6, "subscriptions", "Marketplace", day=15)
        shopping = [spent(f"2026-{n:02}-27", 5000 + 777 * n, "shopping", "Marketplace") for n in (1, 2, 5, 6)]
        found = only(prime, shopping)
        assert (found.amount, found.count) == (999, 13)

    def test_does_not_revive_a_subscription_by_a_purchase_of_the_same_price(self) -> None:
        ended = months("2025-04", [899] * 13, "subscriptions", "Marketplace", day=15)
        chance = spent("2026-11-03", 899, "shopping", "Marketplace")
        shopping = [
            spent(f"2026-{n:02}-28", 5000 + 777 * n, "shopping", "Marketplace") for n in (3, 5, 6, 10)
        ]
        assert recurring(cube(ended, shopping, chance)) == ()

    def test_tells_two_subscriptions_of_one_payee_apart(self) -> None:
        small = months("2026-02", [299] * 10, "subscriptions", "Cloudnest", day=3)
        large = months("2026-02", [1099] * 10, "subscriptions", "Cloudnest", day=17)
        assert [one.amount for one in recurring(cube(small, large))] == [1099, 299]
        near = months("2026-02", [999] * 10, "subscriptions", "Cloudnest", day=3)
        assert [one.amount for one in recurring(cube(near, large))] == [1099, 999]

    def test_bears_week_ends_and_one_payment_missed(self) -> None:
        days = ["2026-05-01", "2026-06-01", "2026-07-01", "2026-08-03", "2026-10-01", "2026-11-02"]
        found = only([spent(day, 70000, "housing", "Landlord") for day in days])
        assert (found.cadence, found.next_day) == ("monthly", date(2026, 12, 1))

    def test_counts_a_payment_missed_as_half_kept(self) -> None:
        days = ["2026-04-01", "2026-05-01", "2026-07-01", "2026-08-01", "2026-09-01", "2026-11-01"]
        assert only([spent(day, 70000) for day in days]).cadence == "monthly"

    def test_takes_a_payment_on_the_friday_before_for_the_first(self) -> None:
        days = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-10-30"]
        assert only([spent(day, 70000) for day in days]).next_day == date(2026, 12, 1)

    def test_takes_changing_amounts_that_wander_through_the_month_as_chance(self) -> None:
        visits = every(33, "2026-01-10", 10, 0)
        varied = [replace(one, amount=3000 + 911 * n % 2000) for n, one in enumerate(visits)]
        assert recurring(cube(varied)) == ()

    def test_expects_the_31st_on_the_last_day_of_a_shorter_month(self) -> None:
        days = ["2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31"]
        assert only([spent(day, 500) for day in days]).next_day == date(2026, 11, 30)

    def test_ends_when_nothing_came_for_too_long(self) -> None:
        assert recurring(cube(months("2026-03", [1299] * 6))) == ()
        late = only(months("2026-06", [1299] * 5, day=14))
        assert late.next_day == date(2026, 11, 14)

    def test_takes_a_weekly_shop_of_changing_amounts_as_a_habit(self) -> None:
        shop = every(7, "2026-06-06", 24, 0, "Saturday store", "groceries")
        varied = [
            spent(f"{one.day}", 4000 + 613 * place % 5000, "groceries", "Store")
            for place, one in enumerate(shop)
        ]
        assert recurring(cube(varied)) == ()

    def test_takes_like_prices_on_no_like_days_as_chance(self) -> None:
        days = ["2026-06-03", "2026-07-20", "2026-08-13", "2026-10-02", "2026-11-11"]
        assert recurring(cube([spent(day, 3800, "personal care", "Hairdresser") for day in days])) == ()

    def test_needs_enough_payments(self) -> None:
        assert recurring(cube(months("2026-10", [1299, 1299]))) == ()
        assert recurring(cube(every(7, "2026-10-24", 4, 4000))) == ()

    def test_leaves_refunds_and_lines_without_a_payee_out(self) -> None:
        assert recurring(cube(months("2026-06", [500] * 6, payee=""))) == ()
        assert recurring(cube(months("2026-06", [-500] * 6))) == ()

    def test_looks_no_further_than_the_month_asked_for(self) -> None:
        found = only(months("2025-10", [999] * 14), month=date(2026, 3, 1))
        assert found.last_day == date(2026, 3, 5)
