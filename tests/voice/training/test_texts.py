from random import Random

import pytest

from voice.training.phrases import FOLDER, lines, phrases
from voice.training.texts import LISTED, MIXED, Texts


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


class TestTexts:
    def test_knows_some_thousand_words(self, texts: Texts) -> None:
        assert 4000 < len(texts.vocabulary) < 8000

    def test_says_only_words_of_its_vocabulary(self, texts: Texts) -> None:
        rng = Random(1)
        said = {word for _ in range(5000) for word in texts.sentence(rng)}
        numbers = {"oh", "double", "am", "pm", "o'clock"}
        unknown = said - texts.vocabulary - numbers
        assert not unknown

    def test_says_hardly_anything_twice(self, texts: Texts) -> None:
        rng = Random(2)
        said = [" ".join(texts.sentence(rng)) for _ in range(1000)]
        assert len(set(said)) > 850

    def test_leaves_out_phrases_with_a_word_that_cannot_be_said(self) -> None:
        silent = Texts(lambda word: word != "milk")
        assert "milk" in phrases("common")
        assert not [phrase for rows in silent.listed.values() for phrase in rows if "milk" in phrase.split()]

    def test_holds_the_answers_to_a_draft(self, texts: Texts) -> None:
        assert {"yes", "no", "save", "cancel", "undo", "delete", "[unk]"} - texts.vocabulary == {"[unk]"}

    def test_mixes_classes_that_there_are(self, texts: Texts) -> None:
        assert {name for names in MIXED.values() for name in names} <= set(texts.listed)


class TestTextFiles:
    def test_are_lower_case_words(self) -> None:
        for file in LISTED.values():
            assert all(phrase.replace("'", "").replace(" ", "").isalpha() for phrase in phrases(file)), file

    def test_give_each_word_phones_once(self) -> None:
        words = [line.split(": ")[0] for line in lines("pronunciations")]
        assert len(words) == len(set(words))

    def test_use_phones_of_the_inventory(self) -> None:
        from voice.training.phones import ARPABET

        said = {phone for line in lines("pronunciations") for phone in line.split(": ")[1].split()}
        assert said - {"|"} <= set(ARPABET)

    def test_say_what_they_are(self) -> None:
        assert all(path.read_text().startswith("# ") for path in FOLDER.glob("*.txt"))
