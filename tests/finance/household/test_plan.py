"""A household that could exist, and the same one each time."""

from collections import Counter
from datetime import date

import pytest

from finance.household.happening import Happening
from finance.household.plan import plan, plan_rows
from voice.parser import read

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def years() -> list[Happening]:
    return plan(1, TODAY)


def balances(happenings: list[Happening]) -> Counter[tuple[str, str]]:
    """Minor units by (account or category, currency): the lines, and minus their sum on the account."""
    found: Counter[tuple[str, str]] = Counter()
    for one in happenings:
        for part in one.parts:
            found[part.key, part.currency] += part.cents
            found[one.account, part.currency] -= part.cents
    return found


class TestPlan:
    def test_is_the_same_for_the_same_number_and_another_for_another(self, years: list[Happening]) -> None:
        assert plan(1, TODAY) == years
        assert plan(2, TODAY) != years

    def test_is_two_years_of_two_thousand_entries(self, years: list[Happening]) -> None:
        assert 2000 <= len(years) <= 2500
        assert (years[0].day, years[-1].day) == (date(2024, 11, 1), TODAY)

    def test_has_spoken_entries_of_today(self, years: list[Happening]) -> None:
        assert sum(one.day == TODAY and one.words is not None for one in years) >= 3

    def test_says_what_the_parser_understands(self, years: list[Happening]) -> None:
        context: dict[str, object] = {
            "locale": "en-US",
            "currency": "EUR",
            "today": "2026-11-22",
            "accounts": [],
        }
        for one in years:
            if one.words:
                items = read(one.words, context)["items"]
                assert [item["amount"] for item in items] == [abs(sum(part.cents for part in one.parts))], (
                    one.words
                )

    def test_lets_both_people_write(self, years: list[Happening]) -> None:
        assert {one.who for one in years} == {0, 1}
        assert min(Counter(one.who for one in years).values()) > len(years) // 4

    def test_lives_within_its_means(self, years: list[Happening]) -> None:
        found = balances(years)
        assert found["bank", "EUR"] > 0
        assert 0 <= found["cash", "EUR"] < 100000
        assert -500000 < found["card", "EUR"] < 0

    def test_pays_its_pounds_back(self, years: list[Happening]) -> None:
        assert (
            sum(
                part.cents
                for one in years
                for part in one.parts
                if part.currency == "GBP" and part.key == "dining"
            )
            > 0
        )
        assert balances(years)["card", "GBP"] == 0

    def test_sees_a_subscription_rise(self, years: list[Happening]) -> None:
        assert list(dict.fromkeys(one.parts[0].cents for one in years if one.payee == "Streamio")) == [
            1299,
            1399,
            1599,
        ]

    def test_heats_in_winter(self, years: list[Happening]) -> None:
        bills = {f"{one.day:%Y-%m}": one.parts[0].cents for one in years if one.payee == "Stadtwerke"}
        assert bills["2026-01"] > bills["2025-07"] + 5000

    def test_takes_something_back_after_it_was_bought(self, years: list[Happening]) -> None:
        refunds = [one for one in years if one.parts[0].key == "shopping" and one.parts[0].cents < 0]
        assert refunds
        for refund in refunds:
            assert any(
                one.payee == refund.payee
                and one.parts[0].cents == -refund.parts[0].cents
                and one.day < refund.day
                for one in years
            )

    def test_has_splits_notes_and_tags(self, years: list[Happening]) -> None:
        assert any(len(one.parts) == 2 and one.account == "card" for one in years)
        assert any(one.note for one in years)
        assert {"holiday", "italy 2026", "work"} <= {tag for one in years for tag in one.tags}

    @pytest.mark.parametrize(
        "today", [date(2028, 2, 29), date(2027, 1, 1), date(2026, 8, 31), date(2026, 3, 31)]
    )
    def test_ends_on_any_day_of_the_calendar(self, today: date) -> None:
        assert plan(1, today)[-1].day == today


class TestPlanRows:
    @pytest.mark.parametrize("rows", [1, 300, 2500, 12000])
    def test_has_exactly_as_many(self, rows: int) -> None:
        assert len(plan_rows(1, TODAY, rows)) == rows
