import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.voice.conftest import SPEECH
from tools.bench.voice.noise import noisy
from voice import recognizer, recordings, speech_models
from voice.reranking import Word
from voice.second_look import renamed, stretches

NAMES = ["lidl", "ravi", "savings"]


def words(*heard: tuple[str, float]) -> list[Word]:
    return [Word(word, at * 0.5, at * 0.5 + 0.4, conf) for at, (word, conf) in enumerate(heard)]


def never(sound: bytes, grammar: object) -> list[Word]:
    raise AssertionError("listened")


@pytest.fixture
def small_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The starter model's ears with a graph of the small models' kind."""
    starter = speech_models.required("en")
    folder = tmp_path / "small"
    for part in ("am", "conf"):
        shutil.copytree(speech_models.unpacked(starter) / part, folder / part)
    shutil.copytree(SPEECH / "lookahead", folder / "graph")
    made = replace(starter, name="small", sha256="small", folder=folder)
    monkeypatch.setattr(speech_models, "required", lambda language: made)


@pytest.fixture
def without_alternatives(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where pauses cut a sentence in two: reranking has nothing to choose from."""
    monkeypatch.setattr(recognizer, "paths", lambda *_: [])


@pytest.fixture
def mumbled(spoken: Callable[[str], bytes]) -> bytes:
    """ "twelve fifty at lidl yesterday", in a noisy place."""
    return noisy(recordings.samples(spoken("lidl")), 6, seed=1)


@pytest.mark.usefixtures("without_alternatives")
class TestASecondLook:
    def test_hears_the_households_name_where_the_model_was_unsure(
        self, small_model: None, mumbled: bytes
    ) -> None:
        alone, household = recognizer.hear(mumbled), recognizer.hear(mumbled, names=NAMES)
        assert alone.transcript == "twelve fifty at little yesterday"
        assert household.transcript == "twelve fifty at lidl yesterday"
        place = household.transcript.split().index("lidl")
        assert abs(household.words[place].start - alone.words[place].start) < 0.3
        assert household.words[place].conf == 0.8

    def test_leaves_what_sounds_like_no_name(self, small_model: None, mumbled: bytes) -> None:
        assert recognizer.hear(mumbled, names=["ravi", "savings"]).transcript == (
            "twelve fifty at little yesterday"
        )

    def test_asks_for_no_name_that_the_model_cannot_hear(self, small_model: None, mumbled: bytes) -> None:
        heard = recognizer.hear(mumbled, names=["lidl", "rewe", "corner shop"])
        assert heard.transcript == "twelve fifty at lidl yesterday"


class TestRenamed:
    def test_never_listens_again_where_words_are_sure_count_or_steer(self) -> None:
        heard = words(("fifty", 0.4), ("euros", 0.5), ("at", 0.3), ("little", 0.9))
        assert list(renamed(heard, bytes(64_000), NAMES, never, "en")) == heard

    def test_leaves_the_words_where_the_name_is_unsure_too(self) -> None:
        heard = words(("ten", 1.0), ("at", 1.0), ("little", 0.5))
        assert list(renamed(heard, bytes(64_000), NAMES, lambda *_: words(("lidl", 0.6)), "en")) == heard


class TestStretches:
    def test_are_the_unsure_words_next_to_each_other(self) -> None:
        heard = words(("ray", 0.5), ("way", 0.6), ("fifty", 0.2), ("euros", 1.0), ("coffee", 0.7))
        assert list(stretches(heard, "en")) == [(0, 2), (4, 5)]

    def test_of_many_words_are_no_name(self) -> None:
        assert list(stretches(words(*[("mumble", 0.4)] * 9), "en")) == []
