import io
import json
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest

from voice import speech_models
from voice.errors import BrokenModel, NoModel
from voice.recognizer import load


def shelf_with(tmp_path: Path, archive: bytes) -> Path:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "tiny.tar.gz").write_bytes(archive)
    card = {"language": "en", "sha256": sha256(archive).hexdigest(), "starter": False}
    (shelf / "tiny.json").write_text(json.dumps(card))
    return shelf


def packed(*names: str, link: str | None = None) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = 4
            archive.addfile(entry, io.BytesIO(b"text"))
        if link:
            entry = tarfile.TarInfo("model/link")
            entry.type, entry.linkname = tarfile.SYMTYPE, link
            archive.addfile(entry)
    return held.getvalue()


class TestCurrent:
    def test_is_the_starter_for_english(self) -> None:
        model = speech_models.current("en")
        assert model
        assert (model.name, model.language, model.starter) == ("starter-en", "en", True)
        assert model.bytes == model.path.stat().st_size
        assert model.sha256 == sha256(model.path.read_bytes()).hexdigest()
        assert model.url == f"/speech/models/starter-en-{model.sha256[:8]}.tar.gz"

    def test_is_the_same_for_a_region_of_the_language(self) -> None:
        assert speech_models.current("en-GB") == speech_models.current("en")

    def test_is_none_for_a_language_without_one(self) -> None:
        assert speech_models.current("de") is None

    def test_is_none_where_the_archive_is_missing(self, tmp_path: Path) -> None:
        shelf = shelf_with(tmp_path, b"")
        (shelf / "tiny.tar.gz").unlink()
        assert speech_models.current("en", shelf) is None

    def test_has_another_address_when_the_archive_changes(self, tmp_path: Path) -> None:
        shelf = shelf_with(tmp_path, b"one")
        before = speech_models.required("en", shelf)
        (shelf / "tiny.tar.gz").write_bytes(b"another")
        assert speech_models.required("en", shelf).url != before.url


class TestRequired:
    def test_refuses_a_language_without_one_and_names_it(self) -> None:
        with pytest.raises(NoModel, match="no speech model for de"):
            speech_models.required("de")


class TestUnpacked:
    def test_is_the_top_folder_of_the_archive(self, tmp_path: Path) -> None:
        shelf = shelf_with(tmp_path, packed("model/am/final.mdl", "model/conf/model.conf"))
        model = speech_models.required("en", shelf)
        assert speech_models.unpacked(model) == model.folder
        assert (model.folder / "am/final.mdl").read_bytes() == b"text"
        assert [path.name for path in model.folder.parent.iterdir() if path.name.startswith("tmp")] == []

    def test_is_made_once(self, tmp_path: Path) -> None:
        model = speech_models.required("en", shelf_with(tmp_path, packed("model/am/final.mdl")))
        made = speech_models.unpacked(model).stat().st_ino
        assert speech_models.unpacked(model).stat().st_ino == made

    @pytest.mark.parametrize(
        "archive",
        [
            b"",
            b"not an archive at all",
            packed("model/am/final.mdl")[:-30],
            packed("model/readme"),
            packed("one/am/final.mdl", "two/am/final.mdl"),
            packed("model/am/final.mdl", "../escaped"),
            packed("model/am/final.mdl", link="/etc/passwd"),
            packed("model/am/final.mdl", link="../../escaped"),
        ],
        ids=["empty", "text", "cut", "no model", "two tops", "path escape", "absolute link", "link escape"],
    )
    def test_refuses_a_broken_archive_with_the_remedy(self, archive: bytes, tmp_path: Path) -> None:
        model = speech_models.required("en", shelf_with(tmp_path, archive))
        with pytest.raises(BrokenModel) as refusal:
            speech_models.unpacked(model)
        assert "git checkout -- voice/models/tiny.tar.gz" in refusal.value.sentence()
        assert not model.folder.exists()
        assert not (model.folder.parent / "escaped").exists()

    def test_of_a_model_vosk_cannot_read_is_refused_and_dropped(self, tmp_path: Path) -> None:
        model = speech_models.required(
            "en", shelf_with(tmp_path, packed("model/am/final.mdl", "model/conf/x"))
        )
        with pytest.raises(BrokenModel):
            load(model)
        assert not model.folder.exists()
