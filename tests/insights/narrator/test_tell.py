"""Sentences by template: natural, and every figure a fact."""

import re
from datetime import date

import pytest

from insights.findings.what_changed import Contribution, WhatChanged
from insights.narrator import narrate, tell
from insights.periods import same_days

TODAY = date(2026, 11, 22)


def finding(
    now: int, before: int, *contributions: tuple[str, int], today: date = TODAY, month: date | None = None
) -> WhatChanged:
    found = tuple(
        Contribution(name.lower(), name, delta, max(delta, 0), max(-delta, 0))
        for name, delta in contributions
    )
    return WhatChanged("EUR", *same_days(month or today.replace(day=1), today), now, before, found)


def told(one: WhatChanged, today: date = TODAY) -> str:
    return tell(one, today=today).sentence


class TestTell:
    def test_compares_the_running_month_with_the_same_days(self) -> None:
        assert told(finding(81240, 75830, ("Groceries", 4000), ("Transport", 1410))) == (
            "You have spent €812.40 in the first 22 days of November, €54.10 more than in the same days of "
            "October. The largest rise was Groceries, up €40.00."
        )

    def test_names_what_pulled_the_other_way_when_it_matters(self) -> None:
        assert told(finding(5000, 6000, ("Groceries", -3000), ("Transport", 2000))).endswith(
            "The largest drop was Groceries, down €30.00. The largest rise was Transport, up €20.00."
        )

    def test_leaves_a_small_counterweight_out(self) -> None:
        assert "Transport" not in told(finding(6000, 5000, ("Groceries", 1400), ("Transport", -400)))

    def test_names_the_driver_even_if_the_counterweight_is_larger_than_any_rise(self) -> None:
        assert told(finding(6000, 5000, ("Rent", -900), ("Food", 800), ("Fun", 700), ("Fuel", 400))).endswith(
            "The largest rise was Food, up €8.00. The largest drop was Rent, down €9.00."
        )

    def test_says_so_when_nothing_changed(self) -> None:
        assert told(finding(5000, 5000)) == (
            "You have spent €50.00 in the first 22 days of November, exactly as much as in the same days of "
            "October."
        )

    def test_speaks_of_the_first_day(self) -> None:
        assert told(finding(500, 900, today=date(2026, 11, 1)), date(2026, 11, 1)) == (
            "You have spent €5.00 on 1 November, €4.00 less than on 1 October."
        )

    def test_speaks_of_a_whole_month_that_is_over_and_names_a_year_long_gone(self) -> None:
        old = finding(500, 900, month=date(2025, 1, 1))
        assert told(old) == "You spent €5.00 in January 2025, €4.00 less than in December 2024."

    def test_says_all_of_february_when_march_is_already_longer(self) -> None:
        late = date(2026, 3, 30)
        assert "in the first 30 days of March, €1.00 more than in all of February" in told(
            finding(600, 500, today=late), late
        )

    @pytest.mark.parametrize(
        ("now", "before", "words"),
        [
            (-500, 900, "is €14.00 lower than"),
            (900, -500, "is €14.00 higher than"),
            (-500, -500, "is the same as"),
        ],
    )
    def test_counts_refunds_that_outweigh_spending(self, now: int, before: int, words: str) -> None:
        assert told(finding(now, before)).startswith(f"Counting refunds, spending in November {words}")

    def test_every_figure_in_the_sentence_is_a_facts(self) -> None:
        narrative = tell(finding(81240, 75830, ("Groceries", 6410), ("Transport", -3210)), today=TODAY)
        shown = re.findall(r"€([\d.,]+)", narrative.sentence)
        values = [fact.value for fact in narrative.facts if fact.currency]
        assert [int(figure.replace(".", "").replace(",", "")) for figure in shown] == values
        assert [fact.sign for fact in narrative.facts if fact.kind == "change"] == [1, 1, -1]

    def test_keeps_only_the_facts_it_names(self) -> None:
        narrative = tell(finding(5000, 5000), today=TODAY)
        assert [fact.id for fact in narrative.facts] == [
            f"what_changed.{name}" for name in ("now", "days", "month", "previous")
        ]

    def test_shows_a_name_that_looks_like_a_place_as_it_is(self) -> None:
        assert "The largest rise was {{f:now}} {x}, up €10.00." in told(
            finding(6000, 5000, ("{{f:now}} {x}", 1000))
        )


class TestNarrate:
    def test_refuses_a_place_without_a_fact(self) -> None:
        with pytest.raises(KeyError):
            narrate("You saved {{f:invented}}.", {}, today=TODAY, language="en")
