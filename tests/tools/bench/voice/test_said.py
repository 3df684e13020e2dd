"""The rows of tests/data/utterances as words to be spoken."""

import pytest

from tools.bench.voice.said import drawn, sentences, spoken


class TestSpoken:
    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("twelve fifty at lidl", "twelve fifty at lidl"),
            ("$12.50 coffee", "twelve dollars and fifty cents coffee"),
            ("Paid £1,050 rent", "paid one thousand and fifty pounds rent"),
            ("12€ lunch", "twelve euros lunch"),
            ("on the 3rd", "on the third"),
            ("at 5:30", "at five thirty"),
            ("taxi 14.5", "taxi fourteen point five"),
            ("twenty-five, please", "twenty five please"),
            ("joe's pizza", "joes pizza"),
            ("20% tip @ home", "twenty percent tip at home"),
        ],
    )
    def test_says_figures_and_signs_in_words(self, written: str, said: str) -> None:
        assert " ".join(spoken(written)) == said


class TestSentences:
    @pytest.mark.parametrize("file", ["given_en", "own_en"])
    def test_are_all_made_of_words_that_can_be_spoken(self, file: str) -> None:
        assert [said for said in sentences(file) if not all(word.isalpha() for word in said.words)] == []

    def test_are_the_same_ones_for_the_same_seed(self) -> None:
        rows = sentences("given_en")
        assert drawn(rows, 5, "1") == drawn(rows[::-1], 5, "1") != drawn(rows, 5, "2")
