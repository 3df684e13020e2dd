from random import Random

from voice.parser import read
from voice.training.amounts import SHAPES, amount, bare, bare_pair, currency_between, with_coins

CONTEXT = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Cash"]}


def understood(words: str) -> bool:
    items = read(f"spent {words} on lunch", CONTEXT)["items"]
    return bool(items) and bool(items[0]["amount"])


class TestAmount:
    def test_is_mostly_what_the_parser_understands(self) -> None:
        said = [amount(Random(seed)) for seed in range(400)]
        assert sum(map(understood, said)) > 0.9 * len(said)

    def test_has_every_shape(self) -> None:
        assert all(shape(Random(2)) for shape, _ in SHAPES)

    def test_is_the_same_for_the_same_seed(self) -> None:
        assert [amount(Random(4)) for _ in range(3)] == [amount(Random(4)) for _ in range(3)]


class TestPairs:
    def test_name_the_currency_between_the_two(self) -> None:
        assert all(len(currency_between(Random(seed)).split()) >= 3 for seed in range(50))

    def test_say_a_zero_before_a_single_cent(self) -> None:
        said = [bare_pair(Random(seed)) for seed in range(2000)]
        assert any(" oh " in words for words in said)

    def test_name_coins_in_the_singular_for_one(self) -> None:
        said = [with_coins(Random(seed)) for seed in range(5000)]
        single = [words for words in said if words.endswith((" dollars one cent", "and one cent"))]
        assert single
        assert not [words for words in said if words.endswith((" dollars one cents", " and one cents"))]


class TestBare:
    def test_names_no_currency(self) -> None:
        assert not [seed for seed in range(300) if {"dollars", "rupees"} & set(bare(Random(seed)).split())]
