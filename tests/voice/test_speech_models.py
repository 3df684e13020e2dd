import io
import json
import tarfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from pytest_django import Settings

from voice import speech_models
from voice.errors import BrokenModel, NoModel
from voice.recognizer import load

Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Put:
    """Put an archive with its card on the shelf of bundled models, which is empty but for those."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setattr(speech_models, "SHELF", shelf)
    settings.VOICE_MODEL_DIR = tmp_path / "models"

    def make(archive: bytes, name: str = "tiny", **changed: object) -> Path:
        path = shelf / f"{name}.tar.gz"
        path.write_bytes(archive)
        card = {"language": "en", "sha256": sha256(archive).hexdigest(), "starter": False, **changed}
        (shelf / f"{name}.json").write_text(json.dumps(card))
        return path

    return make


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

    def test_is_none_where_the_archive_is_missing(self, put: Put) -> None:
        put(b"").unlink()
        assert speech_models.current("en") is None

    def test_has_another_address_when_the_archive_changes(self, put: Put) -> None:
        path = put(b"one")
        before = speech_models.required("en")
        path.write_bytes(b"another")
        assert speech_models.required("en").url != before.url

    def test_is_an_installed_one_rather_than_the_starter(self, put: Put) -> None:
        put(b"one", "a-starter", starter=True)
        put(b"two", "b-official")
        assert speech_models.required("en").name == "b-official"

    def test_is_the_one_that_was_chosen_until_it_is_gone(self, put: Put) -> None:
        put(b"one", "a")
        path = put(b"two", "b")
        chosen = speech_models.named("b")
        assert chosen
        speech_models.choose(chosen)
        assert speech_models.required("en") == chosen
        path.unlink()
        assert speech_models.required("en").name == "a"

    @pytest.mark.parametrize("choice", ["", "{", "[]", '"en"', '{"en": "gone"}', '{"en": 5}'])
    def test_does_not_mind_a_spoilt_choice(self, choice: str, put: Put) -> None:
        put(b"one")
        speech_models.choose(speech_models.required("en"))
        speech_models.choice_file().write_text(choice)
        assert speech_models.required("en").name == "tiny"


class TestForPhone:
    def test_is_the_next_one_where_the_model_in_use_is_too_large_for_phones(
        self, put: Put, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(b"one", "small")
        put(bytes(100), "big")
        chosen = speech_models.named("big")
        assert chosen
        speech_models.choose(chosen)
        monkeypatch.setattr(speech_models, "PHONE_MOST", 50)
        found = speech_models.for_phone("en")
        assert found and found.name == "small"
        assert speech_models.required("en").name == "big"

    def test_is_none_without_a_model(self, put: Put) -> None:
        assert speech_models.for_phone("en") is None


class TestStarterFor:
    def test_is_the_bundled_model_of_a_language(self, put: Put) -> None:
        put(b"one", "a-starter", starter=True)
        put(b"two", "b-official")
        found = speech_models.starter_for("en-GB")
        assert found and found.name == "a-starter"
        assert speech_models.starter_for("de") is None


class TestAvailable:
    @pytest.mark.parametrize(
        "card",
        [
            "",
            "{",
            "null",
            "[]",
            "{}",
            "\x00\xff",
            '{"language": "en", "sha256": "short", "starter": true}',
            '{"language": "../en", "sha256": "%s", "starter": true}' % ("0" * 64),
            '{"language": "en", "sha256": "%s", "starter": "yes"}' % ("0" * 64),
        ],
    )
    def test_passes_over_a_model_whose_card_is_spoilt(self, card: str, put: Put) -> None:
        put(b"one", "sound")
        put(b"two", "spoilt").with_name("spoilt.json").write_text(card)
        assert [model.name for model in speech_models.available()] == ["sound"]


class TestPieces:
    def test_are_the_hashes_of_each_mebibyte(self, put: Put) -> None:
        archive = bytes(2**20) + b"rest"
        put(archive)
        model = speech_models.required("en")
        assert model.piece_bytes == 2**20
        assert model.pieces == tuple(sha256(piece).hexdigest() for piece in (archive[: 2**20], b"rest"))

    def test_are_worked_out_where_the_card_has_others_than_the_archive_needs(self, put: Put) -> None:
        put(b"one", bytes=3, piece_bytes=2**20, pieces=["0" * 64, "1" * 64])
        assert speech_models.required("en").pieces == (sha256(b"one").hexdigest(),)

    def test_are_read_off_the_card_where_it_has_them(self, put: Put) -> None:
        put(b"one", bytes=3, piece_bytes=2**20, pieces=["0" * 64])
        assert speech_models.required("en").pieces == ("0" * 64,)


class TestRequired:
    def test_refuses_a_language_without_one_and_names_it(self) -> None:
        with pytest.raises(NoModel, match="no speech model for de"):
            speech_models.required("de")


class TestUnpacked:
    def test_is_the_top_folder_of_the_archive(self, put: Put) -> None:
        put(packed("model/am/final.mdl", "model/conf/model.conf"))
        model = speech_models.required("en")
        assert speech_models.unpacked(model) == model.folder
        assert (model.folder / "am/final.mdl").read_bytes() == b"text"
        assert [path.name for path in model.folder.parent.iterdir() if path.name.startswith("tmp")] == []

    def test_is_made_once(self, put: Put) -> None:
        put(packed("model/am/final.mdl"))
        model = speech_models.required("en")
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
    def test_refuses_a_broken_archive_with_the_remedy(self, archive: bytes, put: Put) -> None:
        put(archive)
        model = speech_models.required("en")
        with pytest.raises(BrokenModel) as refusal:
            speech_models.unpacked(model)
        assert "git checkout -- voice/models/tiny.tar.gz" in refusal.value.sentence()
        assert not model.folder.exists()
        assert not (model.folder.parent / "escaped").exists()

    def test_of_a_model_vosk_cannot_read_is_refused_and_dropped(self, put: Put) -> None:
        put(packed("model/am/final.mdl", "model/conf/x"))
        model = speech_models.required("en")
        with pytest.raises(BrokenModel):
            load(model)
        assert not model.folder.exists()
