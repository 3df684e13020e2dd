"""Unsure words that sound like the household's own names."""

import time
from typing import Any

import pytest

from tests.voice.parser.misheard import HOME, LEFT, NAMED, misheard
from voice.parser import read


def item_of(marked: str, **context: object) -> dict[str, Any]:
    case = misheard(marked)
    items = read(case.text, {**case.context, **context})["items"]
    return dict(items[0])


class TestPayees:
    @pytest.mark.parametrize("marked", NAMED)
    def test_are_known_by_their_sound(self, marked: str) -> None:
        assert item_of(marked)["payee"] == NAMED[marked]

    @pytest.mark.parametrize("marked", LEFT)
    def test_are_not_put_in_the_place_of_words_that_count_or_were_sure(self, marked: str) -> None:
        assert item_of(marked)["payee"] == LEFT[marked]

    @pytest.mark.parametrize("marked", [*NAMED, *LEFT])
    def test_never_change_the_amount(self, marked: str) -> None:
        nobody: dict[str, list[str]] = {"payees": [], "categories": []}
        assert item_of(marked)["amount"] == item_of(marked, **nobody)["amount"]

    def test_tell_how_sure_they_are(self) -> None:
        near, far = item_of("twelve euros at LITTLE"), item_of("twelve euros at BILLER")
        assert 0.5 < far["confidence"]["payee"] < near["confidence"]["payee"] < 0.8
        assert "payee" not in item_of("twelve euros at lidl")["confidence"]

    def test_are_as_unsure_as_they_were_heard_where_they_are_new(self) -> None:
        assert item_of("twelve euros at STAR STRUCK")["confidence"]["payee"] == 0.6

    def test_are_left_where_two_of_them_sound_the_same(self) -> None:
        assert item_of("twelve at LITTLE", payees=["Lidl", "Liddell"])["payee"] == "Little"

    def test_are_left_alone_in_typed_words(self) -> None:
        typed = {**HOME, "words": []}
        assert read("twenty euros at sara", typed)["items"][0]["payee"] == "Sara"

    def test_turn_no_refusal_into_a_draft(self) -> None:
        case = misheard("i did NOT pay twelve euros")
        assert read(case.text, case.context)["action"] == "refuse"

    def test_bring_what_was_learned_of_them(self) -> None:
        history = {"payee_category": {"Lidl": {"groceries": 5}}}
        assert item_of("twelve euros at LITTLE", history=history)["category"] == "groceries"

    def test_of_a_thousand_take_no_longer_than_a_reading_may(self) -> None:
        many = [f"{first}{second}{third}" for first in "bdkmprstln" for second in "aeiou" for third in MANY]
        item_of("twelve at LITTLE", payees=[*many, "Lidl"])
        begun = time.perf_counter()
        assert item_of("twelve at LITTLE", payees=[*many, "Lidl"])["payee"] == "Lidl"
        assert time.perf_counter() - begun < 0.1


MANY = ("rtmond", "shwick", "nterbo", "lver", "ckson", "mbrose", "ndrick", "zard", "ffrey", "ppelin") * 2


class TestAccounts:
    def test_are_known_after_their_preposition(self) -> None:
        assert item_of("ten euros with REVEL LOOT")["account"] == "Revolut"

    def test_are_not_heard_elsewhere(self) -> None:
        assert item_of("REVEL LOOT ten euros")["account"] is None

    def test_that_hold_a_number_are_never_taken_for_one(self) -> None:
        item = item_of("ten euros with AND TWENTY SIX")
        assert item["account"] is None


class TestCategories:
    def test_are_known_by_their_sound(self) -> None:
        assert item_of("ten euros for KEETA")["category"] == "Kita"


class TestSlurredWords:
    def test_right_before_an_amount_may_have_been_one_of_its_digits(self) -> None:
        assert item_of("FOR NOT six euros for bandages")["confidence"]["amount"] < 0.8

    @pytest.mark.parametrize(
        "marked", ["for not six euros for bandages", "TICKETS six euros", "six euros FOR tea"]
    )
    def test_leave_it_as_sure_where_they_were_heard_are_long_or_come_after_it(self, marked: str) -> None:
        assert item_of(marked)["confidence"]["amount"] >= 0.8


class TestGaps:
    def test_inside_a_number_make_it_unsure(self) -> None:
        assert item_of("two hundred [unk] fifty euros at lidl")["confidence"]["amount"] < 0.8

    def test_beside_a_number_leave_it_as_sure(self) -> None:
        assert item_of("[unk] two hundred euros at lidl")["confidence"]["amount"] >= 0.8
