"""Long and senseless input: two hundred words in any order cost no more than a moment."""

import time

import pytest

from voice.parser import read

HOME = {"currency": "EUR", "today": "2026-03-18", "accounts": ["Cash", "Visa"]}
MOMENT = 0.15
WORDS = {
    "en-US": [
        "one",
        "a hundred and",
        "no wait fifty dollars",
        "yesterday no",
        "two for to",
        "how much at lidl",
    ],
    "es-ES": ["no lidl a", "perdón he euros", "mil", "doce con cincuenta"],
    "fr-FR": ["quatre", "quatre vingt dix", "non pardon hier"],
    "de-DE": ["zwei", "zweihundertfünfzig", "nein doch gestern"],
    "pt-BR": ["nove", "mil e", "não ontem"],
    "hi-IN": ["teen", "sau", "nahi kal"],
}


def seconds(locale: str, words: str) -> float:
    """The least of three readings of two hundred words, in seconds of this process."""
    text, took = " ".join((words.split() * 200)[:200]), []
    for _ in range(3):
        start = time.process_time()
        read(text, {**HOME, "locale": locale})
        took.append(time.process_time() - start)
    return min(took)


class TestTwoHundredWords:
    @pytest.mark.parametrize(
        ("locale", "words"), [(locale, words) for locale, said in WORDS.items() for words in said]
    )
    def test_are_read_in_a_moment(self, locale: str, words: str) -> None:
        assert seconds(locale, words) < MOMENT

    def test_of_digits_make_no_amount_of_their_last_ones(self) -> None:
        assert read("one " * 40 + "for lunch", {**HOME, "locale": "en-US"})["action"] != "draft"
