"""The bench on recordings that are committed: no synthesiser is needed to see that it still works."""

import json
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from pytest_django import Settings

from tools.bench.voice import hearing, people
from tools.bench.voice.noise import noisy
from tools.bench.voice.said import Said
from tools.bench.voice.server import real_time_factor
from tools.bench.voice.wav import wav_of
from voice import recognizer, recordings, speech_models
from voice.training.people import VERBS

SPEECH = Path(__file__).resolve().parents[3] / "data" / "speech"
HOME = {"locale": "en-US", "currency": "EUR", "today": "2026-03-18", "accounts": ["Cash"]}
NAMES = ("lidl", "coffee", "lunch")


@pytest.fixture(autouse=True)
def unpacked_in_the_tests_own_place(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.VOICE_MODEL_DIR = tmp_path_factory.mktemp("models")


def sound(name: str) -> bytes:
    return recordings.samples((SPEECH / f"{name}.wav").read_bytes())


def rows() -> list[Said]:
    said = {row["file"]: row["said"] for row in json.loads((SPEECH / "sentences.json").read_text())}
    return [Said(tuple(said[f"{name}.wav"].split()), HOME) for name in NAMES]


def hear() -> hearing.Hear:
    return partial(recognizer.best, recognizer.loaded(speech_models.required("en")))


class TestScore:
    def test_finds_clear_speech_heard_and_speech_in_loud_noise_not(self) -> None:
        spoken = [sound(name) for name in NAMES]
        clean = hearing.score(rows(), spoken, hear())
        drowned = hearing.score(rows(), [noisy(one, -10, 1) for one in spoken], hear())
        assert (clean.sentences, clean.with_amount, clean.amount_right) == (3, 3, 3)
        assert clean.word_errors < 0.15 < drowned.word_errors
        assert set(hearing.shown(clean)) >= {"words", "wrong", "amounts", "right", "surely wrong"}


class TestVocabulary:
    def test_is_what_the_model_can_hear(self) -> None:
        known = hearing.vocabulary(speech_models.required("en"))
        assert {"twelve", "fifty", "yesterday"} <= known
        assert not {"<eps>", "#0", "[unk]"} & known
        assert hearing.inside(known, rows()) == 1
        assert hearing.inside(known, [*rows(), Said(("xyzzy",), HOME)]) == 0.75


@pytest.mark.sox
class TestPeople:
    def test_are_measured_by_set_and_only_those_held_out(self, tmp_path: Path) -> None:
        (tmp_path / "one.wav").write_bytes((SPEECH / "lidl.wav").read_bytes())
        said = ["twelve", "fifty", "at", "lidl", "today"]
        lines = [
            {"path": "one.wav", "voice": "kitchen:1", "split": "test", "words": said},
            {"path": "none.wav", "voice": "kitchen:1", "split": "train", "words": said},
            {"path": "none.wav", "voice": "kitchen:2", "split": "test"},
        ]
        (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, lines)))
        assert dict(hearing.by_people(hear(), tmp_path, frozenset(said))) == {
            "kitchen": {"recordings": 1, "word errors": 0.2, "perfect": 0.0, "inside": 1.0}
        }

    def test_have_every_wording_their_label_allows(self) -> None:
        found = set(people.order_wordings({"coffeeDrink": "mocha", "size": "small", "milkAmount": "cream"}))
        assert tuple(["can", "i", "get", "a", "small", "mocha", "with", "cream"]) in found
        assert len(found) == 2 * len(VERBS)


class TestRealTimeFactor:
    def test_is_less_than_the_sound_lasts(self) -> None:
        assert 0 < real_time_factor([sound("lidl"), sound("coffee")]) < 2


class TestNoise:
    @pytest.mark.parametrize("decibels", [20, 10])
    def test_is_so_far_below_the_speech(self, decibels: int) -> None:
        clean = np.frombuffer(sound("groceries"), "<i2").astype(float)
        added = np.frombuffer(noisy(sound("groceries"), decibels, 1), "<i2") - clean
        ratio = 10 * np.log10(np.mean(clean**2) / np.mean(added**2))
        assert abs(ratio - decibels) < 0.5


class TestWav:
    def test_is_what_the_server_takes(self) -> None:
        made = recordings.samples(wav_of(sound("lidl"), before=0.5, after=1))
        assert made == bytes(16_000) + sound("lidl") + bytes(32_000)
