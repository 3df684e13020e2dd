"""Made-up ledgers: the same seed is the same ledger, and what it says of itself is in it."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tools.ledgers.entry import Life
from tools.ledgers.life import lived
from tools.ledgers.profiles import PROFILES

TODAY = date(2026, 11, 22)
LIVES = [lived(seed, TODAY) for seed in range(len(PROFILES))]


class TestLived:
    def test_is_the_same_for_the_same_seed_and_another_for_another(self) -> None:
        assert lived(3, TODAY) == LIVES[3]
        assert lived(3 + len(PROFILES), TODAY).entries != LIVES[3].entries

    @pytest.mark.parametrize("life", LIVES)
    def test_keeps_to_its_three_years_in_order(self, life: Life) -> None:
        days = [one.day for one in life.entries]
        assert days == sorted(days)
        assert life.first <= days[0]
        assert days[-1] <= life.last == TODAY
        assert len(days) > 500

    @pytest.mark.parametrize("life", LIVES)
    def test_pays_its_series_until_they_are_given_up(self, life: Life) -> None:
        for one in life.series:
            paid = [
                entry.day
                for entry in life.entries
                if entry.payee == one.payee and entry.category == one.category
            ]
            assert all(one.begun <= day for day in paid) or one.payee == "Cloudnest"
            assert (life.last - max(paid, default=one.begun)).days < 400 or one.ended

    @pytest.mark.parametrize("life", LIVES)
    def test_puts_its_oddities_in_to_the_cent(self, life: Life) -> None:
        extra: Counter[tuple[str, str]] = Counter()
        for entry in life.entries:
            if entry.payee == "Once only":
                extra[entry.category, f"{entry.day:%Y-%m}"] += entry.amount
        told = Counter({(one.category, one.month): one.extra for one in life.oddities})
        assert {cell: total for cell, total in extra.items() if cell[1] < f"{TODAY:%Y-%m}"} == {
            cell: total for cell, total in told.items() if cell[1] < f"{TODAY:%Y-%m}"
        }

    def test_records_nothing_in_its_gaps(self) -> None:
        life = next(one for one in (lived(seed, TODAY) for seed in range(40)) if one.gaps)
        assert not {f"{one.day:%Y-%m}" for one in life.entries} & set(life.gaps)

    def test_has_refunds_and_a_second_currency(self) -> None:
        assert any(one.amount < 0 and not one.income for life in LIVES for one in life.entries)
        assert {one.currency for life in LIVES for one in life.entries} == {"EUR", "CHF"}

    def test_does_not_pay_on_the_same_day_for_ever(self) -> None:
        rents = [one.day for one in LIVES[0].entries if one.payee == "Landlord"]
        assert len({(later - day) // timedelta(days=1) for day, later in pairwise(rents)}) > 1
