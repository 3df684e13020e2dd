"""How sure the amounts are: those that look sure are right, those in doubt leave the right one to choose."""

from collections import defaultdict
from typing import Any

import pytest

from tests.voice.parser.cases import SURE, UTTERANCES, Case, cases
from voice.parser import read

HOME = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Visa", "Cash"]}
FILES = sorted(path.stem for path in UTTERANCES.glob("*.jsonl"))
RIGHT_WHEN_SURE, RIGHT_OR_OFFERED = 0.995, 0.97
Pair = tuple[dict[str, Any], dict[str, Any]]


def pairs() -> list[Pair]:
    """Each item that was wanted with the one that was read, over all sentences that draft one for one."""
    found: list[Pair] = []
    for case in [case for name in FILES for case in cases(name)]:
        found += zip_items(case)
    return found


def zip_items(case: Case) -> list[Pair]:
    items = read(case.text, case.context)["items"] if case.expect["action"] == ["draft"] else []
    wanted = case.expect["items"]
    return list(zip(wanted, items, strict=True)) if len(items) == len(wanted) else []


@pytest.fixture(scope="module")
def read_items() -> list[Pair]:
    return [(want, item) for want, item in pairs() if item["amount"]]


class TestConfidence:
    def test_is_reliable(self, read_items: list[Pair]) -> None:
        """The table by tenths: of the amounts that look sure, nearly all are right."""
        table: dict[int, list[bool]] = defaultdict(list)
        for want, item in read_items:
            table[int(item["confidence"]["amount"] * 10)].append(item["amount"] in want["amount"])
        sure = [right for tenth, all_right in table.items() if tenth >= SURE * 10 for right in all_right]
        assert len(sure) > 1000
        assert sum(sure) / len(sure) >= RIGHT_WHEN_SURE, {tenth: len(found) for tenth, found in table.items()}

    def test_lets_one_choose_the_right_amount_where_it_is_unsure(self, read_items: list[Pair]) -> None:
        unsure = [(want, item) for want, item in read_items if item["confidence"]["amount"] < SURE]
        offered = [
            bool({item["amount"], *item["other_amounts"]} & set(want["amount"])) for want, item in unsure
        ]
        assert len(unsure) > 50
        assert sum(offered) / len(offered) >= RIGHT_OR_OFFERED


class TestHypotheses:
    def test_put_another_amount_beside_ours(self) -> None:
        (item,) = read("thirty dollars lunch", {**HOME, "hypotheses": ["thirteen dollars lunch"]})["items"]
        assert (item["amount"], item["other_amounts"]) == (3000, [1300])
        assert item["confidence"]["amount"] < SURE

    def test_leave_an_amount_sure_that_all_of_them_have(self) -> None:
        (item,) = read("thirty dollars lunch", {**HOME, "hypotheses": ["thirty dollar lunch"]})["items"]
        assert (item["other_amounts"], item["confidence"]["amount"] >= SURE) == ([], True)

    @pytest.mark.parametrize("text", ["fur dolls lunch", "lunch"])
    def test_give_the_amount_that_the_first_has_not(self, text: str) -> None:
        reading = read(text, {**HOME, "hypotheses": ["four dollars lunch"]})
        (item,) = reading["items"]
        assert (reading["action"], item["amount"], item["category"]) == ("draft", 400, "dining")
        assert item["confidence"]["amount"] < SURE

    def test_do_not_overrule_a_refusal(self) -> None:
        context = {**HOME, "hypotheses": ["i paid fifty dollars for lunch"]}
        assert read("i never paid fifty dollars for lunch", context)["action"] == "refuse"

    def test_put_another_amount_beside_a_change(self) -> None:
        amend = read("make it sixty", {**HOME, "hypotheses": ["make it sixteen"]})["amend"]
        assert (amend["changes"], amend["other_amounts"]) == ({"amount": 6000}, [1600])
        assert amend["confidence"]["amount"] < SURE


class TestHistory:
    @pytest.mark.parametrize(("past", "amount"), [([140, 160, 155], 150), ([14000, 16500], 15000)])
    def test_ranks_a_bare_pair_by_what_the_category_cost_before(self, past: list[int], amount: int) -> None:
        context = {**HOME, "history": {"amounts": {"transport": past}}}
        (item,) = read("one fifty for parking", context)["items"]
        assert item["amount"] == amount

    def test_hears_an_alias_as_the_payee_it_was_corrected_to(self) -> None:
        context = {**HOME, "payees": ["Lidl"], "history": {"aliases": {"little": "Lidl"}}}
        (item,) = read("twelve dollars at little", context)["items"]
        assert item["payee"] == "Lidl"
