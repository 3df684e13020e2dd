"""How sure an amount is where a digit may have been misheard as a word."""

import pytest

from tests.voice.parser.cases import SURE
from voice.parser import read

HOME = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Cash"]}
INDIA = {**HOME, "locale": "en-IN", "currency": "INR"}


class TestDigitBefore:
    @pytest.mark.parametrize(
        ("text", "amounts"),
        [
            ("spent ate fifty on lunch", [5000, 850]),
            ("too fifty for coffee", [250, 5000]),
        ],
    )
    def test_leaves_both_amounts_to_choose_from(self, text: str, amounts: list[int]) -> None:
        item = read(text, HOME)["items"][0]
        assert [item["amount"], *item["other_amounts"]] == amounts
        assert item["confidence"]["amount"] < SURE

    def test_takes_for_as_a_number_only_where_another_for_follows(self) -> None:
        assert read("for fifty for petrol", INDIA)["items"][0]["amount"] == 45000
        assert read("petrol for fifty", INDIA)["items"][0]["amount"] == 5000

    def test_leaves_a_preposition_alone(self) -> None:
        item = read("gas for forty", HOME)["items"][0]
        assert (item["amount"], item["confidence"]["amount"] >= SURE) == (4000, True)


class TestHundredsUnderThousands:
    def test_outweigh_cents(self) -> None:
        item = read("three thousand two fifty for tuition", HOME)["items"][0]
        assert [item["amount"], *item["other_amounts"]] == [325000, 300250]

    def test_leave_a_number_said_whole_alone(self) -> None:
        assert read("two thousand fifty for rent", HOME)["items"][0]["amount"] == 205000
