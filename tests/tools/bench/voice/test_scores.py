"""What counts as heard."""

import pytest

from tools.bench.voice.said import Said
from tools.bench.voice.scores import Score, edits
from voice.reranking import Word

HOME = {"locale": "en-US", "currency": "EUR", "today": "2026-03-18", "accounts": ["Cash"]}


def said(text: str) -> Said:
    return Said(tuple(text.split()), HOME)


def heard(text: str, conf: float = 1.0) -> list[Word]:
    return [Word(word, 0.0, 0.0, conf) for word in text.split()]


class TestEdits:
    @pytest.mark.parametrize(
        ("found", "wanted", "wrong"),
        [
            ("a b c", "a b c", 0),
            ("a c", "a b c", 1),
            ("a x b c", "a b c", 1),
            ("a x c", "a b c", 1),
            ("", "a b", 2),
        ],
    )
    def test_are_the_fewest_words_to_change(self, found: str, wanted: str, wrong: int) -> None:
        assert edits(found.split(), wanted.split()) == wrong


class TestScore:
    def test_counts_words_sentences_and_amounts(self) -> None:
        score = Score()
        score.add(said("fifty euros at lidl"), heard("fifty euros at lidl"))
        score.add(said("fifty euros at lidl"), heard("fifty euros at little"))
        assert (score.sentences, score.perfect, score.words, score.wrong) == (2, 1, 8, 1)
        assert (score.with_amount, score.amount_right, score.surely_wrong) == (2, 2, 0)

    def test_tells_an_amount_that_is_wrong_and_looks_sure_from_one_in_doubt(self) -> None:
        sure, doubtful = Score(), Score()
        sure.add(said("fifty euros at lidl"), heard("fifteen euros at lidl"))
        doubtful.add(said("fifty euros at lidl"), heard("fifteen euros at lidl", conf=0.4))
        assert (sure.amount_right, sure.surely_wrong) == (0, 1)
        assert (doubtful.amount_right, doubtful.surely_wrong) == (0, 0)

    def test_asks_no_amount_of_a_sentence_that_has_none(self) -> None:
        score = Score()
        score.add(said("how much did i spend"), heard("how much did i spent"))
        assert (score.with_amount, score.amounts) == (0, 0)

    def test_adds_up(self) -> None:
        one, other = Score(), Score()
        one.add(said("ten euros"), heard("ten euros"))
        other.add(said("ten euros"), heard("two euros"))
        both = one.joined(other)
        assert (both.sentences, both.words, both.wrong) == (2, 4, 1)
