from random import Random

import pytest

from voice.training.numbers import INDIAN, below_hundred, cardinal, fraction_digits, ordinal


def without_and(number: int, seed: int = 0) -> str:
    return cardinal(number, Random(seed)).replace(" and ", " ").replace("a ", "one ", 1)


class TestCardinal:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (7, "seven"),
            (14, "fourteen"),
            (42, "forty two"),
            (105, "one hundred five"),
            (999, "nine hundred ninety nine"),
            (12_345, "twelve thousand three hundred forty five"),
            (2_000_000, "two million"),
        ],
    )
    def test_says_a_number(self, number: int, words: str) -> None:
        assert all(without_and(number, seed) == words for seed in range(20))

    def test_says_lakhs_and_crores(self) -> None:
        assert cardinal(25_300_000, Random(1), INDIAN) == "two crore fifty three lakh"

    def test_puts_in_an_and_now_and_then(self) -> None:
        said = {cardinal(230, Random(seed)) for seed in range(40)}
        assert said == {"two hundred thirty", "two hundred and thirty"}


class TestOrdinal:
    def test_says_every_day_of_a_month(self) -> None:
        said = [ordinal(day) for day in (1, 12, 20, 21, 23, 30, 31)]
        assert said == [
            "first",
            "twelfth",
            "twentieth",
            "twenty first",
            "twenty third",
            "thirtieth",
            "thirty first",
        ]


class TestFractionDigits:
    def test_says_places_digit_by_digit_or_as_a_number(self) -> None:
        assert {fraction_digits(75, Random(seed)) for seed in range(30)} == {"seven five", "seventy five"}

    def test_keeps_the_zero_of_a_twentieth(self) -> None:
        assert {fraction_digits(5, Random(seed)) for seed in range(30)} == {"zero five", "oh five"}


class TestBelowHundred:
    def test_says_all_hundred_differently(self) -> None:
        assert len({below_hundred(number) for number in range(100)}) == 100
