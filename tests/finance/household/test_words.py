"""Amounts as they are said."""

import pytest

from finance.household.words import number, spoken


class TestSpoken:
    @pytest.mark.parametrize(
        ("cents", "words"),
        [
            (1480, "fourteen eighty"),
            (340, "three euros forty"),
            (105, "one euro and five cents"),
            (701, "seven euros and one cent"),
            (1205, "twelve oh five"),
            (2000, "twenty euros"),
            (100, "one euro"),
            (12990, "one hundred twenty nine euros ninety"),
        ],
    )
    def test_says_an_amount_the_way_people_do(self, cents: int, words: str) -> None:
        assert spoken(cents) == words


class TestNumber:
    @pytest.mark.parametrize(
        ("value", "words"),
        [(0, "zero"), (19, "nineteen"), (40, "forty"), (1234, "one thousand two hundred thirty four")],
    )
    def test_writes_as_the_recogniser_does(self, value: int, words: str) -> None:
        assert number(value) == words
