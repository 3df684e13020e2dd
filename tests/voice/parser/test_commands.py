"""Sentences about what is recorded already: change it, ask about it, set a budget; and those only alike."""

from typing import Any

import pytest

from tests.voice.parser.cases import SURE
from tests.voice.parser.commands import (
    CHANGES,
    COMPARED,
    HOME,
    NOTHING,
    PERIODS,
    QUERIES,
    RECORDS,
    SETS,
    TAKEN_BACK,
)
from voice.parser import read


class TestAmend:
    @pytest.mark.parametrize("text", CHANGES)
    def test_changes_what_was_said_and_nothing_else(self, text: str) -> None:
        reading = read(text, HOME)
        assert (reading["action"], reading["items"]) == ("amend", [])
        assert (reading["amend"]["op"], reading["amend"]["target"]) == ("change", "last")
        assert reading["amend"]["changes"] == CHANGES[text]

    @pytest.mark.parametrize("text", TAKEN_BACK)
    def test_takes_the_last_entry_back(self, text: str) -> None:
        reading = read(text, HOME)
        assert (reading["action"], reading["amend"]["op"]) == ("amend", TAKEN_BACK[text])
        assert reading["amend"]["changes"] == {}

    def test_offers_the_other_reading_of_a_bare_pair(self) -> None:
        amend = read("make it one fifty", HOME)["amend"]
        assert amend["confidence"]["amount"] < SURE
        assert {amend["changes"]["amount"], *amend["other_amounts"]} == {150, 15000}

    @pytest.mark.parametrize(("last", "meant"), [(120, 150), (11000, 15000)])
    def test_reads_a_bare_pair_near_the_amount_it_changes(self, last: int, meant: int) -> None:
        context = {**HOME, "history": {"last": {"amount": last, "category": "shopping"}}}
        assert read("make it one fifty", context)["amend"]["changes"] == {"amount": meant}

    def test_is_sure_of_what_is_no_amount(self) -> None:
        amend = read("put it on the visa", HOME)["amend"]
        assert (amend["confidence"]["amount"], amend["other_amounts"]) == (1, [])

    @pytest.mark.parametrize("text", RECORDS)
    def test_leaves_a_new_entry_alone(self, text: str) -> None:
        reading = read(text, HOME)
        assert (reading["action"], [item["amount"] for item in reading["items"]]) == (
            "draft",
            [RECORDS[text]],
        )


class TestQuery:
    @pytest.mark.parametrize("text", QUERIES)
    def test_asks_for_a_measure_of_some_rows_in_a_period(self, text: str) -> None:
        reading = read(text, HOME)
        assert (reading["action"], reading["items"]) == ("query", [])
        measure, rows, period = QUERIES[text]
        assert reading["query"] == {"measure": measure, "filter": rows, "period": period}

    @pytest.mark.parametrize("text", COMPARED)
    def test_compares_two_periods(self, text: str) -> None:
        query = read(text, HOME)["query"]
        assert (query["period"], query["compare"]) == COMPARED[text]

    @pytest.mark.parametrize("said", PERIODS)
    def test_counts_the_first_and_the_last_day_of_a_period(self, said: str) -> None:
        period = PERIODS[said]
        query = read("how much did i spend " + said, HOME)["query"]
        assert query["period"] == (None if period is None else list(period))

    def test_knows_no_row_that_was_not_asked_for(self) -> None:
        assert read("how much did i spend last week", HOME)["query"]["filter"] == {}


class TestSet:
    @pytest.mark.parametrize("text", SETS)
    def test_reads_a_budget(self, text: str) -> None:
        reading = read(text, HOME)
        assert (reading["action"], reading["items"]) == ("set", [])
        assert reading["set"] == {"what": "budget", **SETS[text]}


class TestNoCommand:
    @pytest.mark.parametrize("text", NOTHING)
    def test_is_neither_recorded_nor_a_command(self, text: str) -> None:
        reading: dict[str, Any] = read(text, HOME)
        assert reading["action"] in ("refuse", "ask")
        assert all(item["amount"] == 0 for item in reading["items"])
