import ast
import json
import re
from importlib import util
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from config import settings as project
from tests.voice.model_site import NAME, ModelSite
from voice.installer import official
from voice.installer.errors import ListUnreachable, ListUnreadable, UnknownModel


class TestListed:
    def test_reads_what_the_list_says_of_a_model(self, site: ModelSite) -> None:
        site.offer(b"content")
        [model] = official.listed()
        assert (model.name, model.language, model.locale, model.small) == (NAME, "en", "en-us", True)
        assert (model.bytes, model.url) == (7, f"{site.url}/{NAME}.zip")

    def test_calls_a_language_by_its_own_code(self, site: ModelSite) -> None:
        for locale in ("cn", "vn", "pt", "tl-ph"):
            site.offer(b"x", f"vosk-model-small-{locale}-0.1", lang=locale)
        assert {model.language for model in official.listed()} == {"zh", "vi", "pt", "tl"}

    @pytest.mark.parametrize(
        "changed",
        [
            {"obsolete": "true"},
            {"type": "spk"},
            {"name": "vosk-model-tts-ru-0.1"},
            {"name": "../../escape"},
            {"name": ""},
            {"md5": "short"},
            {"size": "7"},
            {"size": 0},
            {"url": "file:///etc/passwd"},
            {"url": "ftp://example/x.zip"},
            {"url": None},
        ],
    )
    def test_leaves_out_what_is_outdated_or_cannot_be_trusted(
        self, changed: dict[str, Any], site: ModelSite
    ) -> None:
        site.offer(b"good", "vosk-model-small-de-0.15", lang="de")
        site.offer(b"content", **changed)
        assert [model.language for model in official.listed()] == ["de"]

    def test_takes_no_address_less_safe_than_its_own(self, settings: Settings) -> None:
        settings.VOICE_MODEL_LIST = "https://models.example/list.json"
        assert official.may_be_fetched("https://models.example/x.zip")
        assert not official.may_be_fetched("http://models.example/x.zip")

    @pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b"[1, null]", b"[]", b"\xff\xfe"])
    def test_refuses_what_is_no_list(self, body: bytes, site: ModelSite) -> None:
        site.listing = body
        with pytest.raises(ListUnreadable, match="is not Vosk's list"):
            official.listed()

    @pytest.mark.parametrize(
        "address", ["http://127.0.0.1:9/list", "http://no.such.host.invalid/", "nonsense"]
    )
    def test_says_plainly_when_nobody_answers(self, address: str, settings: Settings) -> None:
        settings.VOICE_MODEL_LIST = address
        with pytest.raises(ListUnreachable, match=r"Check the server's network.* stays in use"):
            official.listed(patience=1)

    def test_says_so_too_when_the_server_has_no_list(self, site: ModelSite, settings: Settings) -> None:
        settings.VOICE_MODEL_LIST = f"{site.url}/elsewhere.json"
        with pytest.raises(ListUnreachable):
            official.listed()


class TestNamed:
    def test_refuses_a_name_that_is_not_on_the_list(self, site: ModelSite) -> None:
        site.offer(b"content")
        with pytest.raises(UnknownModel, match="vosk-model-xx"):
            official.named("vosk-model-xx")


class TestRecommended:
    def test_is_the_small_one_of_the_united_states_for_english(self, site: ModelSite) -> None:
        site.offer(b"x", "vosk-model-en-us-0.22", type="big")
        site.offer(b"x", "vosk-model-small-en-in-0.4", lang="en-in")
        site.offer(b"x")
        assert official.recommended("en").name == NAME

    def test_is_any_small_one_where_there_is_no_usual_one(self, site: ModelSite) -> None:
        site.offer(b"x", "vosk-model-small-tl-ph-0.1", lang="tl-ph")
        assert official.recommended("tl").locale == "tl-ph"

    def test_is_refused_for_a_language_without_one(self, site: ModelSite) -> None:
        site.offer(b"x")
        with pytest.raises(UnknownModel):
            official.recommended("xx")


class TestTheAddress:
    def test_is_the_one_that_vosk_itself_uses(self) -> None:
        found = util.find_spec("vosk")
        assert found and found.origin
        kept: dict[str, str] = {}
        for node in ast.parse(Path(found.origin).read_text()).body:
            if isinstance(node, ast.Assign) and re.match(r"MODEL_\w*URL", ast.unparse(node)):
                exec(ast.unparse(node), kept)
        source = Path(project.__file__).read_text()
        assert json.dumps(kept["MODEL_LIST_URL"]) in source
