"""Any words in any context: a reading, never an error, and no amount that the words do not support."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voice.parser.any_words import SILENT_WORDS, WORDS
from tests.voice.parser.commands import HOME
from voice.parser import read, read_json

ACTIONS = {"draft", "ask", "refuse", "amend", "query", "set"}
sentences = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ["locale", "currency", "today", "accounts", "payees", "categories", "history", "words", "hypotheses"]
contexts = st.dictionaries(st.sampled_from(KEYS), anything, max_size=5).map(lambda given: {**HOME, **given})


def is_reading(reading: dict[str, Any]) -> bool:
    """Whether a reading has the shape that the page takes: its action, and that action's own key alone."""
    own = {"amend", "query", "set"} & set(reading)
    shares = [item["confidence"]["amount"] for item in reading["items"]]
    amounts = [amount for item in reading["items"] for amount in [item["amount"], *item["other_amounts"]]]
    return (
        reading["action"] in ACTIONS
        and own == ({reading["action"]} & {"amend", "query", "set"})
        and all(0 <= share <= 1 for share in shares)
        and all(isinstance(amount, int) and amount >= 0 for amount in amounts)
    )


class TestRead:
    @settings(max_examples=400, deadline=None)
    @given(st.text(max_size=120), contexts)
    def test_never_raises_for_any_text_and_context(self, text: str, context: dict[str, Any]) -> None:
        assert is_reading(read(text, context))

    @settings(max_examples=800, deadline=None)
    @given(sentences)
    def test_never_raises_for_any_words_it_knows(self, text: str) -> None:
        reading = read(text, HOME)
        assert is_reading(reading)
        assert json.loads(read_json(json.dumps({"text": text, "context": HOME})))["items"] == reading["items"]

    @settings(max_examples=300, deadline=None)
    @given(st.lists(st.sampled_from(SILENT_WORDS), max_size=20).map(" ".join))
    def test_never_returns_an_amount_where_no_number_was_said(self, text: str) -> None:
        reading = read(text, HOME)
        assert all(item["amount"] == 0 for item in reading["items"])
        assert "amount" not in reading.get("amend", {}).get("changes", {})
        assert reading["action"] != "set"

    @settings(max_examples=400, deadline=None)
    @given(st.lists(st.sampled_from(SILENT_WORDS), max_size=8), st.integers(13, 99_999), st.integers(0, 8))
    def test_returns_the_one_amount_that_was_said(self, words: list[str], major: int, place: int) -> None:
        said = [*words[:place], str(major), "dollars", *words[place:]]
        reading = read(" ".join(said), HOME)
        amounts = [amount for item in reading["items"] for amount in [item["amount"], *item["other_amounts"]]]
        amounts += [reading.get("amend", {}).get("changes", {}).get("amount", 0)]
        amounts += [reading.get("set", {}).get("amount", 0)]
        assert set(amounts) <= {0, major * 100}

    @settings(max_examples=300, deadline=None)
    @given(sentences, st.integers(0, 5))
    def test_reads_the_same_words_alike_each_time(self, text: str, _: int) -> None:
        assert read(text, HOME) == read(text, HOME)
