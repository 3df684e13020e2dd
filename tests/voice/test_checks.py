import shutil
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.voice.model_site import NAME
from voice import checks, model_cards, speech_models
from voice.model_cards import PIECE


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Path:
    """A copy of what is shipped, and nothing installed."""
    made = tmp_path / "shelf"
    made.mkdir()
    for path in speech_models.SHELF.glob("starter-en.*"):
        shutil.copy(path, made)
    monkeypatch.setattr(speech_models, "SHELF", made)
    settings.VOICE_MODEL_DIR = tmp_path / "models"
    return made


@pytest.fixture
def installed(shelf: Path) -> Path:
    """An installed model of a piece and a half."""
    archive = speech_models.installed_shelf() / f"{NAME}.tar.gz"
    archive.parent.mkdir(parents=True)
    archive.write_bytes(bytes(PIECE + PIECE // 2))
    model_cards.write(archive, "en")
    return archive


class TestCheckModels:
    def test_finds_nothing_wrong_with_what_is_shipped(self) -> None:
        assert checks.check_models(None) == checks.thorough() == []

    def test_finds_nothing_wrong_with_what_is_installed(self, installed: Path) -> None:
        assert checks.check_models(None) == checks.thorough() == []

    def test_names_the_command_for_a_missing_model(self, shelf: Path) -> None:
        (shelf / "starter-en.tar.gz").unlink()
        [found] = checks.check_models(None)
        assert (found.id, found.hint) == (
            "voice.W001",
            "Type: git checkout -- voice/models/starter-en.tar.gz",
        )

    def test_tells_of_a_broken_model(self, shelf: Path) -> None:
        (shelf / "starter-en.tar.gz").write_bytes(b"cut off")
        [found] = checks.check_models(None)
        assert found.id == "voice.W002"

    def test_tells_of_a_spoilt_card(self, shelf: Path) -> None:
        (shelf / "starter-en.json").write_text("{")
        [found] = checks.check_models(None)
        assert (found.id, found.hint) == ("voice.W003", "Type: git checkout -- voice/models/starter-en.json")

    def test_names_the_command_for_an_installed_model(self, installed: Path) -> None:
        installed.unlink()
        [found] = checks.check_models(None)
        assert found.hint == f"Type: python manage.py speech_model install {NAME}"


class TestThorough:
    def test_finds_a_byte_that_changed_though_the_length_is_right(self, installed: Path) -> None:
        content = bytearray(installed.read_bytes())
        content[PIECE + 5] ^= 1
        installed.write_bytes(content)
        assert checks.check_models(None) == []
        [found] = checks.thorough()
        assert found.id == "voice.W002"
