"""Facts: magnitudes with a sign, ids that never meet, and ranks only for what deserves them."""

import pytest

from insights.facts import Fact, facts_by_id, facts_of
from insights.facts.pen import percent_of
from insights.links import Filter, link_of
from tools.narratives.months import Household, household

HOMES = [household(seed) for seed in range(5)]


def fact(home: Household, name: str) -> Fact:
    return home.facts[name]


class TestFactsOf:
    @pytest.mark.parametrize("home", HOMES)
    def test_gives_every_fact_an_id_of_its_own(self, home: Household) -> None:
        made = [one for finding in home.findings for one in facts_of(finding)]
        assert all(one.id == name for name, one in home.facts.items())
        assert len(facts_by_id(home.findings)) == len(made)

    @pytest.mark.parametrize("home", HOMES)
    def test_keeps_magnitudes(self, home: Household) -> None:
        assert all(one.value >= 0 for one in home.facts.values() if isinstance(one.value, int))

    @pytest.mark.parametrize("home", HOMES)
    def test_adds_a_change_to_what_was_before(self, home: Household) -> None:
        now, before, change = (fact(home, f"what_changed.{name}") for name in ("now", "before", "change"))
        assert int(now.value) - int(before.value) == int(change.value) * change.sign

    @pytest.mark.parametrize("home", HOMES)
    def test_names_only_the_largest_rise_one(self, home: Household) -> None:
        ranked = [one for one in home.facts.values() if one.id.startswith("what_changed") and one.ranks]
        changed = {(one.entity, one.ranks) for one in ranked}
        assert len(changed) == len({ranks for _, ranks in changed})

    def test_blames_the_driver_alone(self) -> None:
        blamed = {one.entity for one in HOMES[0].facts.values() if one.drives}
        assert blamed == {fact(HOMES[0], "what_changed.driver").entity}


class TestPercentOf:
    @pytest.mark.parametrize(
        ("part", "whole", "percent"),
        [(1, 3, 33), (2, 3, 67), (-125, 1000, -13), (1, 0, 0), (5, -5, 0), (0, 9, 0), (1, 1000, 0)],
    )
    def test_rounds_halves_away_from_zero(self, part: int, whole: int, percent: int) -> None:
        assert percent_of(part, whole) == percent


class TestLinkOf:
    def test_leads_to_what_was_counted(self) -> None:
        home = HOMES[0]
        now = fact(home, "what_changed.now")
        first, last = now.period.split("/")
        assert link_of(now) == Filter(first, last, kind="expense")
        driver = fact(home, "what_changed.driver")
        assert link_of(driver) == Filter(first, last, category=driver.entity)
        top = fact(home, "movers.top_1")
        assert link_of(top) == Filter(first, last, payee=top.entity)

    @pytest.mark.parametrize("name", ["projection.expected", "cash_flow.balance", "what_changed.month"])
    def test_leads_nowhere_for_what_counts_no_transactions(self, name: str) -> None:
        assert link_of(fact(HOMES[0], name)) is None
