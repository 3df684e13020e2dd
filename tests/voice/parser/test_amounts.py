"""Amounts as properties: what num2words writes is read back, and no text whatever makes the parser raise."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from voice.parser import read, read_json
from voice.parser.jsontext import to_json
from voice.parser.lexicon import lexicon_for

HOME = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Checking", "Cash"]}
INDIA = {**HOME, "locale": "en-IN", "currency": "INR"}
PHRASES = """
hundred thousand lakh crore k half a and point oh double dollars rupees cents at for to from on no
wait yesterday last friday march third each coffee lidl cash note tag every month 12.50 1,00,000 $ ? 3/5
12:30 room i mean quarter percent kg paid got back salary transfer savings"""
WORDS = [*sorted(lexicon_for("en-US").small), *PHRASES.split()]
ANYTHING = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.floats(),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=5), one, max_size=3),
)
SLOTS = st.sampled_from(
    ["locale", "currency", "today", "accounts", "payees", "categories", "history", "words", "hypotheses"]
)


def amount_of(text: str, context: Mapping[str, Any]) -> tuple[int, float]:
    item = read(text, {**context})["items"][0]
    return item["amount"], item["confidence"]["amount"]


class TestAmounts:
    @settings(max_examples=200, deadline=None)
    @given(st.integers(1, 999_999_999))
    def test_are_what_num2words_says_in_dollars(self, whole: int) -> None:
        assert amount_of(f"spent {num2words(whole)} dollars on lunch", HOME)[0] == whole * 100

    @settings(max_examples=200, deadline=None)
    @given(st.integers(1, 999_999_999))
    def test_are_what_num2words_says_in_lakhs_and_crores(self, whole: int) -> None:
        text = f"paid {num2words(whole, lang='en_IN')} rupees for the flat"
        assert amount_of(text, INDIA) == (whole * 100, 0.96)

    @settings(max_examples=200, deadline=None)
    @given(st.integers(0, 9_999), st.integers(1, 99))
    def test_keep_their_cents(self, whole: int, cents: int) -> None:
        dollars = f"{num2words(whole)} dollars and " if whole else ""
        assert amount_of(f"{dollars}{num2words(cents)} cents for lunch", HOME)[0] == whole * 100 + cents

    @settings(max_examples=200, deadline=None)
    @given(st.integers(11, 99), st.integers(10, 99))
    def test_hold_both_readings_of_a_bare_pair(self, whole: int, cents: int) -> None:
        item = read(f"lunch {num2words(whole)} {num2words(cents)}".replace("-", " "), HOME)["items"][0]
        if whole % 10 or whole < 20:
            assert {item["amount"], *item["other_amounts"]} == {
                whole * 100 + cents,
                (whole * 100 + cents) * 100,
            }

    @settings(max_examples=200, deadline=None)
    @given(st.integers(0, 10**11), st.integers(0, 99))
    def test_are_exact_when_typed(self, whole: int, cents: int) -> None:
        if whole or cents:
            assert amount_of(f"${whole:,}.{cents:02d} lunch", HOME)[0] == whole * 100 + cents


class TestNoText:
    @settings(max_examples=400, deadline=None)
    @given(st.text(max_size=80))
    def test_makes_the_parser_raise(self, text: str) -> None:
        to_json(read(text, HOME))

    @settings(max_examples=600, deadline=None)
    @given(
        st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(["USD", "INR", "JPY", "KWD", "GBP"])
    )
    def test_of_its_own_words_makes_the_parser_raise(self, words: list[str], currency: str) -> None:
        to_json(read(" ".join(words), {**HOME, "currency": currency, "payees": ["Lidl"]}))

    @settings(max_examples=200, deadline=None)
    @given(st.dictionaries(SLOTS, ANYTHING))
    def test_nor_any_context_makes_it_raise(self, context: dict[str, object]) -> None:
        to_json(read("twelve fifty at lidl yesterday from cash", context))


class TestReadJson:
    def test_sorts_its_keys(self) -> None:
        answer = read_json('{"text": "huh", "context": {}}')
        assert answer == '{"action": "refuse", "ask": null, "items": [], "reason": "empty"}'
