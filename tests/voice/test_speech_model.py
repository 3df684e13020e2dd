import io
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from tests.voice.model_site import NAME, SMALL, ModelSite
from voice import speech_models
from voice.installer.progress import Bar
from voice.installer.standing import Installation


@pytest.fixture(autouse=True)
def models(settings: Settings, tmp_path: Path) -> None:
    settings.VOICE_MODEL_DIR = tmp_path / "models"


def said(*arguments: str) -> str:
    printed = StringIO()
    call_command("speech_model", *arguments, stdout=printed)
    return printed.getvalue()


class TestSpeechModel:
    def test_lists_what_is_here_and_what_vosk_offers(self, site: ModelSite) -> None:
        site.offer(SMALL)
        site.offer(SMALL, "vosk-model-en-us-0.22", type="big")
        site.offer(SMALL, "vosk-model-small-de-0.15", lang="de")
        here, offered = said("list", "--language", "en").splitlines()
        assert here.startswith("* starter-en (en, ")
        assert offered.endswith(f"python manage.py speech_model install {NAME}")
        assert "vosk-model-en-us-0.22" in said("list", "--all")

    def test_lists_what_is_here_without_a_network_too(self) -> None:
        printed = StringIO()
        with pytest.raises(CommandError, match="cannot be reached"):
            call_command("speech_model", "list", stdout=printed)
        assert "starter-en" in printed.getvalue()

    def test_installs_uses_and_removes(self, site: ModelSite) -> None:
        site.offer(SMALL)
        assert f"{NAME} is installed" in said("install", NAME)
        assert "starter-en is in use" in said("use", "starter-en")
        assert speech_models.required("en").starter
        assert f"{NAME} is in use" in said("use", NAME)
        assert f"{NAME} is whole." in said("check")
        assert f"{NAME} is removed." in said("remove", NAME)
        assert speech_models.required("en").starter

    def test_installs_from_a_file_whose_name_tells_the_language(self, tmp_path: Path) -> None:
        (tmp_path / "x.zip").write_bytes(SMALL)
        said("install", "vosk-model-small-cn-0.22", "--from", str(tmp_path / "x.zip"))
        assert speech_models.required("zh").name == "vosk-model-small-cn-0.22"

    def test_asks_for_the_language_where_the_name_does_not_tell(self, tmp_path: Path) -> None:
        (tmp_path / "x.zip").write_bytes(SMALL)
        with pytest.raises(CommandError, match="add --language"):
            said("install", "mine", "--from", str(tmp_path / "x.zip"))
        said("install", "mine", "--from", str(tmp_path / "x.zip"), "--language", "en")
        assert speech_models.required("en").name == "mine"

    @pytest.mark.parametrize("deed", ["use", "remove"])
    def test_refuses_a_model_that_is_not_here(self, deed: str) -> None:
        with pytest.raises(CommandError, match="There is no speech model vosk-model-xx"):
            said(deed, "vosk-model-xx")

    def test_keeps_the_starter(self) -> None:
        with pytest.raises(CommandError, match="stays"):
            said("remove", "starter-en")

    def test_says_plainly_that_there_is_no_network(self) -> None:
        with pytest.raises(CommandError, match="Check the server's network and try again"):
            said("install", NAME)

    def test_check_names_what_is_wrong_and_the_remedy(self, site: ModelSite) -> None:
        site.offer(SMALL)
        said("install", NAME)
        speech_models.required("en").path.with_name(f"{NAME}.json").write_text("{")
        printed = StringIO()
        with pytest.raises(CommandError, match="Problems found: 1"):
            call_command("speech_model", "check", stdout=printed)
        assert f"cannot be read. Type: python manage.py speech_model install {NAME}" in printed.getvalue()


class TestFirst:
    @pytest.fixture(autouse=True)
    def _switched_on(self, settings: Settings) -> None:
        settings.VOICE_FETCH_MODEL = True

    def test_installs_the_small_english_model(self, site: ModelSite) -> None:
        site.offer(SMALL)
        assert f"{NAME} is installed" in said("first")
        assert speech_models.required("en").name == NAME

    def test_says_nothing_without_a_network(self) -> None:
        assert said("first") == ""

    def test_does_nothing_when_it_is_switched_off(self, site: ModelSite, settings: Settings) -> None:
        site.offer(SMALL)
        settings.VOICE_FETCH_MODEL = False
        assert said("first") == ""
        assert site.asked == []

    def test_does_nothing_once_somebody_chose(self, site: ModelSite) -> None:
        site.offer(SMALL)
        said("install", NAME)
        said("remove", NAME)
        site.asked.clear()
        assert said("first") == ""
        assert site.asked == []

    def test_says_nothing_while_another_installs(self, site: ModelSite, monkeypatch: Any) -> None:
        from voice.installer import standing

        site.offer(SMALL)
        with standing.only_one():
            assert "is installed" not in said("first")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestBar:
    def test_is_drawn_over_itself_on_a_terminal(self) -> None:
        screen = Terminal()
        bar = Bar(screen)
        bar.show(Installation(NAME, "fetching", 20_600_000, 41_200_000))
        assert screen.getvalue().endswith(f"{NAME}, fetching [{'#' * 15}{' ' * 15}] 20.6 of 41.2 MB")
        bar.done()
        assert screen.getvalue().endswith("\r\x1b[K")

    def test_is_silent_in_a_file(self) -> None:
        file = io.StringIO()
        bar = Bar(file)
        bar.show(Installation(NAME, "packing", 1, 2))
        bar.done()
        assert file.getvalue() == ""
