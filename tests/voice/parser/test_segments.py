"""Which amounts of a sentence are purchases of their own."""

import pytest

from tests.voice.parser.cases import SURE
from voice.parser import read

HOME = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Cash"]}


class TestSegments:
    @pytest.mark.parametrize(
        "text",
        [
            "windows eleven license ninety dollars",
            "fast and furious six on bluray ninety dollars",
        ],
    )
    def test_are_not_made_of_a_number_in_a_things_name(self, text: str) -> None:
        (item,) = read(text, HOME)["items"]
        assert item["amount"] == 9000
        assert item["confidence"]["amount"] < SURE

    def test_are_two_where_both_are_prices(self) -> None:
        items = read("gas forty dollars snacks eight dollars", HOME)["items"]
        assert [item["amount"] for item in items] == [4000, 800]


class TestFares:
    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("storage unit eighty nine a month", 8900),
            ("delta flight three hundred", 30000),
            ("bus two fifty", 250),
        ],
    )
    def test_are_prices_after_what_one_buys(self, text: str, amount: int) -> None:
        assert [item["amount"] for item in read(text, HOME)["items"]] == [amount]

    @pytest.mark.parametrize("text", ["bus forty two", "room three hundred", "flight two two seven"])
    def test_are_no_lines_rooms_and_flights(self, text: str) -> None:
        assert read(text, HOME)["action"] == "refuse"
