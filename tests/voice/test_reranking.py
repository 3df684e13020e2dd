import pytest

from voice.reranking import Path, Word, preferred

LIDL = ["lidl"]


def words(text: str, unsure: str = "", conf: float = 0.6) -> tuple[Word, ...]:
    return tuple(
        Word(word, at * 0.4, at * 0.4 + 0.3, conf if word == unsure else 1.0)
        for at, word in enumerate(text.split())
    )


def heard(best: str, others: dict[str, float], names: list[str], unsure: str = "") -> Path:
    paths = [Path(words(text), score) for text, score in others.items()]
    return preferred(words(best, unsure), paths, names, "en")


class TestPreferred:
    def test_takes_the_alternative_that_names_something_of_the_households(self) -> None:
        others = {"twelve fifty at little yesterday": 80.0, "twelve fifty at lidl yesterday": 78.5}
        chosen = heard("twelve fifty at little yesterday", others, LIDL, unsure="little")
        assert chosen.text == "twelve fifty at lidl yesterday"

    def test_leaves_what_was_heard_without_a_name_to_gain(self) -> None:
        others = {"twelve at little": 80.0, "twelve at brittle": 79.9}
        assert heard("twelve at little", others, LIDL).text == "twelve at little"

    def test_leaves_what_was_heard_where_the_name_is_far_less_likely(self) -> None:
        others = {"twelve at little": 80.0, "twelve at lidl": 76.5}
        assert heard("twelve at little", others, LIDL).text == "twelve at little"

    @pytest.mark.parametrize(
        ("best", "other"),
        [
            ("fifteen at little", "fifty at lidl"),
            ("four at little", "for at lidl"),
            ("twelve euros at little", "twelve at lidl"),
            ("nine ninety at little", "nine ninety nine at lidl"),
            ("five hundred at little", "five at lidl"),
        ],
    )
    def test_never_changes_what_counts(self, best: str, other: str) -> None:
        assert heard(best, {best: 80.0, other: 79.9}, LIDL).text == best

    def test_is_as_sure_of_a_new_word_as_its_path_is_likely_and_keeps_the_others_confidence(self) -> None:
        others = {"twelve at little": 80.0, "twelve at lidl": 80.0}
        chosen = heard("twelve at little", others, LIDL, unsure="little")
        twelve, at, lidl = chosen.words
        assert (twelve.conf, at.conf, round(lidl.conf, 2)) == (1.0, 1.0, 0.95)

    def test_leaves_a_transcript_that_names_it_already(self) -> None:
        others = {"lidl twelve fifty": 80.0, "lidl twelve fifty lidl": 80.0}
        assert heard("lidl twelve fifty", others, LIDL).words == words("lidl twelve fifty")

    def test_finds_names_of_several_words_only_as_a_whole(self) -> None:
        others = {"ten at whole food": 80.0, "ten at whole foods": 79.0, "ten at foods": 79.5}
        assert heard("ten at whole food", others, ["whole foods"]).text == "ten at whole foods"

    def test_leaves_everything_where_nothing_else_was_heard(self) -> None:
        assert heard("twelve at little", {}, LIDL).text == "twelve at little"
