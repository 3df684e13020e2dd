import errno
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.voice.model_site import NAME, SMALL, ModelSite, starter_zip, zipped
from voice import checks, model_cards, speech_models
from voice.installer import archive, standing
from voice.installer.errors import (
    AlreadyInstalling,
    DownloadBroke,
    ListUnreachable,
    NoSpace,
    NotAModel,
    NotWritable,
    StarterStays,
    UnknownModel,
    UnsafeArchive,
    WrongArchive,
    WrongModelName,
)
from voice.installer.installation import install, install_from, remove
from voice.installer.standing import Installation, is_running
from voice.recognizer import transcribe


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def quietly(now: Installation) -> None:
    pass


def arriving() -> set[str]:
    return {path.name for path in standing.folder().iterdir()} - {"lock"}


class TestInstall:
    def test_puts_the_model_on_the_shelf_with_its_card_and_uses_it(self, site: ModelSite) -> None:
        site.offer(SMALL)
        model = install(NAME, quietly)
        assert speech_models.current("en") == speech_models.for_phone("en") == model
        assert (model.language, model.starter, model.bytes) == ("en", False, model.path.stat().st_size)
        assert model_cards.hashed(model.path).pieces == model.pieces
        card = json.loads(model.path.with_name(f"{NAME}.json").read_text())
        assert (card["name"], card["language"], card["sha256"]) == (NAME, "en", model.sha256)
        assert checks.thorough() == []
        assert arriving() == set()

    def test_is_heard_with_at_once(self, site: ModelSite, spoken: Callable[[str], bytes]) -> None:
        site.offer(starter_zip())
        model = install(NAME, quietly)
        assert transcribe(spoken("lidl")).transcript == "twelve fifty at lidl yesterday"
        assert model.folder.is_dir()

    def test_makes_the_same_archive_every_time(self, site: ModelSite) -> None:
        site.offer(SMALL)
        before = install(NAME, quietly).sha256
        assert install(NAME, quietly).sha256 == before

    def test_tells_its_steps(self, site: ModelSite) -> None:
        site.offer(SMALL)
        told: list[Installation] = []
        install(NAME, told.append)
        assert list(dict.fromkeys(now.step for now in told)) == ["fetching", "packing"]
        assert all(now.done <= now.total for now in told)
        assert standing.standing() is None

    def test_goes_on_where_an_earlier_attempt_broke_off(self, site: ModelSite) -> None:
        site.offer(SMALL)
        site.cut_after = [200_000, 0, 0]
        with pytest.raises(DownloadBroke):
            install(NAME, quietly)
        left = standing.standing()
        assert left and left.problem == "model_download_broke"
        site.asked.clear()
        install(NAME, quietly)
        assert site.ranges() == ["bytes=200000-"]
        assert standing.standing() is None

    def test_goes_on_after_packing_was_cut_off(
        self, site: ModelSite, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        site.offer(SMALL)

        def killed(*_: Any) -> None:
            raise SystemExit

        with monkeypatch.context() as patch, pytest.raises(SystemExit):
            patch.setattr(archive, "pack", killed)
            install(NAME, quietly)
        assert speech_models.named(NAME) is None
        site.asked.clear()
        install(NAME, quietly)
        assert site.ranges() == []

    def test_throws_away_what_has_the_wrong_checksum(self, site: ModelSite) -> None:
        site.offer(SMALL, md5="0" * 32)
        with pytest.raises(WrongArchive, match=r"thrown away\. Install again"):
            install(NAME, quietly)
        assert arriving() == {"standing.json"}
        assert speech_models.required("en").starter

    @pytest.mark.parametrize(
        ("content", "refusal"),
        [
            (b"<html>not found</html>", NotAModel),
            (zipped({f"{NAME}/readme": b"x"}), NotAModel),
            (zipped({f"{NAME}/am/final.mdl": b"x", f"{NAME}/../../escaped": b"x"}), UnsafeArchive),
        ],
        ids=["page", "no model", "path escape"],
    )
    def test_leaves_the_shelf_as_it_was_when_the_archive_is_bad(
        self, content: bytes, refusal: type[Exception], site: ModelSite, tmp_path: Path
    ) -> None:
        site.offer(content)
        with pytest.raises(refusal):
            install(NAME, quietly)
        assert speech_models.required("en").starter
        assert not list(tmp_path.rglob("escaped*"))

    def test_asks_for_room_before_it_fetches(self, site: ModelSite, monkeypatch: pytest.MonkeyPatch) -> None:
        site.offer(SMALL)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 1_500_000))
        with pytest.raises(NoSpace, match=r"3 MB are needed and 1 MB are free at .*Make room"):
            install(NAME, quietly)
        assert site.ranges() == []

    @pytest.mark.parametrize(
        ("number", "refusal"),
        [(errno.ENOSPC, NoSpace), (errno.EDQUOT, NoSpace), (errno.EACCES, NotWritable)],
    )
    def test_says_what_the_disk_refused(
        self, number: int, refusal: type[Exception], site: ModelSite, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        site.offer(SMALL)

        def refused(*_: Any) -> None:
            raise OSError(number, "refused")

        monkeypatch.setattr(archive, "pack", refused)
        with pytest.raises(refusal):
            install(NAME, quietly)

    def test_says_when_there_is_no_network(self, site: ModelSite, settings: Any) -> None:
        settings.VOICE_MODEL_LIST = "http://127.0.0.1:9/model-list.json"
        with pytest.raises(ListUnreachable):
            install(NAME, quietly)
        assert speech_models.required("en").starter

    def test_is_refused_while_another_is_under_way(self, site: ModelSite) -> None:
        site.offer(SMALL)
        with standing.only_one():
            assert is_running()
            with pytest.raises(AlreadyInstalling):
                install(NAME, quietly)
        assert not is_running()

    def test_wants_no_more_of_what_was_stopped_by_hand(self, site: ModelSite) -> None:
        site.offer(SMALL)

        def stop(now: Installation) -> None:
            if now.done:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            install(NAME, stop)
        assert standing.standing() is None
        assert f"{NAME}.zip.part" in arriving()

    @pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "x" * 101, "a\nb"])
    def test_refuses_a_name_that_no_file_may_have(self, name: str, site: ModelSite) -> None:
        with pytest.raises(WrongModelName):
            install(name, quietly)

    def test_refuses_the_name_of_the_starter(self, site: ModelSite) -> None:
        with pytest.raises(StarterStays):
            install("starter-en", quietly)


class TestInstallFrom:
    def test_takes_a_zip(self, site: ModelSite, tmp_path: Path) -> None:
        (tmp_path / "download.zip").write_bytes(SMALL)
        model = install_from(tmp_path / "download.zip", NAME, "en", quietly)
        assert speech_models.current("en") == model
        assert site.asked == []

    def test_takes_a_folder(self, site: ModelSite, tmp_path: Path) -> None:
        (tmp_path / "mine" / "am").mkdir(parents=True)
        (tmp_path / "mine" / "am" / "final.mdl").write_bytes(b"weights")
        assert install_from(tmp_path / "mine", "mine", "de", quietly).language == "de"
        assert speech_models.required("en").starter

    @pytest.mark.parametrize("source", ["nothing.zip", "."])
    def test_refuses_what_is_not_there_or_is_no_model(
        self, source: str, site: ModelSite, tmp_path: Path
    ) -> None:
        with pytest.raises(NotAModel):
            install_from(tmp_path / source, NAME, "en", quietly)


class TestRemove:
    def test_takes_everything_of_the_model_away(self, site: ModelSite) -> None:
        site.offer(SMALL)
        model = install(NAME, quietly)
        speech_models.unpacked(model)
        remove(NAME)
        assert speech_models.required("en").starter
        assert not model.folder.exists()
        assert list(speech_models.installed_shelf().iterdir()) == []

    def test_takes_a_spoilt_one_away_too(self, site: ModelSite) -> None:
        site.offer(SMALL)
        install(NAME, quietly).path.with_name(f"{NAME}.json").write_text("{")
        remove(NAME)
        assert list(speech_models.installed_shelf().iterdir()) == []

    def test_never_takes_the_starter(self, site: ModelSite) -> None:
        with pytest.raises(StarterStays, match="stays"):
            remove("starter-en")
        assert speech_models.required("en").path.exists()

    @pytest.mark.parametrize("name", [NAME, "../installed/x"])
    def test_refuses_what_is_not_installed(self, name: str, site: ModelSite) -> None:
        with pytest.raises((UnknownModel, WrongModelName)):
            remove(name)
