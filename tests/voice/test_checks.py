import shutil
from pathlib import Path

from voice import checks, speech_models


def shelf_copy(tmp_path: Path) -> Path:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for path in speech_models.SHELF.glob("starter-en.*"):
        shutil.copy(path, shelf)
    return shelf


class TestCheckModels:
    def test_finds_nothing_wrong_with_what_is_shipped(self) -> None:
        assert checks.check_models(None) == []

    def test_names_the_command_for_a_missing_model(self, tmp_path: Path) -> None:
        shelf = shelf_copy(tmp_path)
        (shelf / "starter-en.tar.gz").unlink()
        [found] = checks.findings(shelf)
        assert (found.id, found.hint) == (
            "voice.W001",
            "Type: git checkout -- voice/models/starter-en.tar.gz",
        )

    def test_tells_of_a_broken_model(self, tmp_path: Path) -> None:
        shelf = shelf_copy(tmp_path)
        (shelf / "starter-en.tar.gz").write_bytes(b"cut off")
        [found] = checks.findings(shelf)
        assert found.id == "voice.W002"
