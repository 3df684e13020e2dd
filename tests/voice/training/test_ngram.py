from math import isclose

import pytest

from voice.training.ngram import END, START, Ngram

SENTENCES = [["spent", "ten", "on", "milk"], ["spent", "two", "on", "bread"], ["paid", "ten"]] * 5
WORDS = {word for sentence in SENTENCES for word in sentence} | {"yoga"}


@pytest.fixture(scope="module")
def model() -> Ngram:
    return Ngram(SENTENCES, WORDS)


class TestNgram:
    @pytest.mark.parametrize("history", [(), (START,), ("on",), ("spent", "ten"), ("never", "seen")])
    def test_shares_out_one_after_every_history(self, model: Ngram, history: tuple[str, ...]) -> None:
        known = model.known(history)
        assert isclose(sum(model.probability(known, word) for word in {*WORDS, END}), 1, abs_tol=1e-6)

    def test_prefers_what_it_saw(self, model: Ngram) -> None:
        assert model.probability(("ten", "on"), "milk") > model.probability(("ten", "on"), "paid")

    def test_lets_any_word_of_the_vocabulary_follow(self, model: Ngram) -> None:
        assert model.probability(model.known(("spent", "ten")), "yoga") > 1e-4

    def test_leaves_a_share_to_what_the_frames_never_say(self, model: Ngram) -> None:
        assert model.probability(("spent", "ten"), "on") < 0.95

    def test_drops_what_gains_little(self, model: Ngram) -> None:
        assert Ngram(SENTENCES, WORDS, threshold=20).size() < model.size()

    def test_names_the_state_after_each_word(self, model: Ngram) -> None:
        targets = {(source, word): target for source, word, _, target in model.arcs()}
        assert targets[("spent", "ten"), "on"] == ("ten", "on")
        assert targets[("spent", "ten"), None] == ("ten",)

    def test_is_less_surprised_by_its_own_sentences(self, model: Ngram) -> None:
        assert model.perplexity(SENTENCES) < model.perplexity([["yoga", "on", "paid"]])
