"""The last whole week beside a typical one; today is Sunday, 22 November 2026, so it is that of the 9th."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from insights.findings.recurring import recurring
from insights.findings.week import Week, last_week, week
from insights.frames import Cube
from tests.insights.findings.made import TODAY, cube, earned, every, months, spent
from tools.ledgers.entry import Entry

Entries = Entry | list[Entry]


def shopping(count: int = 6, amount: int = 5000, payee: str = "Lidl") -> list[Entry]:
    """Every Monday up to the week before the last whole one."""
    first = date(2026, 11, 2) - timedelta(days=7 * (count - 1))
    return every(7, str(first), count, amount, payee, "groceries")


def found(*entries: Entries, today: date = TODAY) -> Week | None:
    made: Cube = cube(*entries, today=today)
    return week(made, recurring(made))


def told(*entries: Entries) -> Week:
    one = found(*entries)
    assert one
    return one


class TestLastWeek:
    @pytest.mark.parametrize("day", range(16, 23))
    def test_is_the_same_from_monday_to_sunday(self, day: int) -> None:
        assert str(last_week(date(2026, 11, day))) == "2026-11-09/2026-11-15"


class TestWeek:
    def test_is_compared_with_the_median_of_the_weeks_before(self) -> None:
        one = told(shopping(), spent("2026-11-09", 4000), spent("2026-11-15", 3500), spent("2026-11-16", 99))
        assert (one.now, one.typical, one.weeks, one.delta) == (7500, 5000, 6, 2500)
        assert one.moved

    def test_has_not_moved_by_less_than_a_quarter(self) -> None:
        assert not told(shopping(), spent("2026-11-10", 6249)).moved
        assert told(shopping(), spent("2026-11-10", 6250)).moved
        assert told(shopping(), spent("2026-11-10", 3750)).moved

    def test_names_the_category_that_moved_most_its_way(self) -> None:
        weeks = [*shopping(), *every(7, "2026-09-30", 6, 9000, "Shell", "transport")]
        one = told(weeks, spent("2026-11-10", 9500), spent("2026-11-11", 2000, "transport", "Shell"))
        assert one.driver
        assert (one.delta, one.driver.name, one.driver.delta) == (-2500, "transport", -7000)

    def test_is_not_compared_as_a_whole_where_a_monthly_bill_was_paid(self) -> None:
        rent = months("2026-06", [90000] * 6, "housing", "Landlord", day=12)
        one = told(rent, shopping(), spent("2026-11-10", 9000))
        assert one.billed
        assert one.driver
        assert (one.now, one.driver.name, one.driver.delta) == (99000, "groceries", 4000)

    def test_is_still_where_only_the_rent_was_paid(self) -> None:
        rent = months("2026-06", [90000] * 6, "housing", "Landlord", day=12)
        assert not told(rent, shopping(), spent("2026-11-10", 5000)).moved

    def test_needs_four_weeks_that_have_entries(self) -> None:
        assert found(shopping(4), spent("2026-11-10", 9000))
        assert found(shopping(3), spent("2026-11-10", 9000)) is None
        gappy = [one for one in shopping(9) if one.day.day not in (21, 19)]
        assert told(gappy, spent("2026-11-10", 9000)).weeks == len(gappy) == 7

    def test_leaves_out_the_week_in_which_the_ledger_began(self) -> None:
        first, *others = shopping(4)
        late = replace(first, day=first.day + timedelta(days=1))
        assert found(late, *others, spent("2026-11-10", 9000)) is None

    def test_is_missing_without_an_entry_and_where_only_money_came_in(self) -> None:
        assert found(shopping()) is None
        assert found(shopping(), earned("2026-11-10", 100)) is None

    def test_counts_refunds(self) -> None:
        assert told(shopping(), spent("2026-11-10", 6000), spent("2026-11-12", -1000)).now == 5000

    def test_is_told_in_the_running_month_alone(self) -> None:
        made = cube(shopping(), spent("2026-11-10", 9000), month=date(2026, 10, 1))
        assert week(made, ()) is None
