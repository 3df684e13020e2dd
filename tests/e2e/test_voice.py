"""The ear in a real Chromium whose microphone plays spoken sentences, under the app's own policies."""

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.ear.site import Site, serving
from tests.e2e.phone import Phone
from tests.e2e.server import ROOT
from voice import speech_models
from voice.recognizer import transcribe

MODEL = speech_models.required("en")
CARD = {
    "name": MODEL.name,
    "language": MODEL.language,
    "url": MODEL.url,
    "sha256": MODEL.sha256,
    "bytes": MODEL.bytes,
    "starter": MODEL.starter,
    "piece_bytes": MODEL.piece_bytes,
    "pieces": list(MODEL.pieces),
}
SPOKEN = {
    "lidl": "twelve fifty at lidl yesterday",
    "coffee": "coffee four euros and twenty cents",
    "pause": "twelve fifty at lidl yesterday",
    "property": "spent five crore rupees on property",
}
ASK = "(name) => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name)); }"
LIKE_FIREFOX = """() => {
  const source = AudioContext.prototype.createMediaStreamSource;
  AudioContext.prototype.createMediaStreamSource = function (stream) {
    if (this.sampleRate === 16000) throw new DOMException("another rate", "NotSupportedError");
    return source.call(this, stream);
  };
}"""


@pytest.fixture(scope="session")
def built_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ear")
    command = [".venv/bin/npx", "vite", "build", "--config", "tests/e2e/ear/vite.config.ts"]
    path = f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        [*command, "--outDir", str(folder)], cwd=ROOT, check=True, env={**os.environ, "PATH": path}
    )
    return folder


@dataclass
class Ear:
    """The test page in a browser."""

    phone: Phone
    site: Site
    page: Page

    def load(self) -> None:
        self.page.goto(self.site.url)

    def prepare(self, **changed: object) -> dict[str, Any]:
        prepared: dict[str, Any] = self.page.evaluate("(model) => prepare(model)", {**CARD, **changed})
        return prepared

    def listen(self, name: str, act: str = "() => undefined") -> dict[str, Any]:
        self.phone.hear(name)
        heard: dict[str, Any] = self.page.evaluate(f"() => listen({act})")
        return heard

    def state(self) -> list[str]:
        state: list[str] = self.page.evaluate("() => [ear.state, ear.where]")
        return state


@pytest.fixture
def ear(phone: Callable[..., Phone], built_page: Path) -> Iterator[Ear]:
    """A page with an ear, not yet prepared; no policy may have been broken by the end."""
    with serving(built_page) as site:
        one = phone()
        made = Ear(one, site, one.open())
        made.load()
        yield made
        assert one.complaints == []


class TestListening:
    def test_hears_sentences_word_for_word_and_asks_the_network_for_nothing(self, ear: Ear) -> None:
        assert ear.prepare()["state"] == "ready"
        ear.site.requests.clear()
        for name, said in SPOKEN.items():
            heard = ear.listen(name)
            assert heard["hypothesis"]["transcript"] == said
            assert [word["word"] for word in heard["hypothesis"]["words"]] == said.split()
            assert heard["partials"][0] != said == heard["partials"][-1]
            assert heard["loudest"] > 0.3
            assert heard["states"][-2:] == ["finishing", "ready"]
        assert ear.site.requests == []

    def test_keeps_what_is_said_while_the_engine_loads(self, ear: Ear) -> None:
        ear.phone.hear("groceries")
        heard = ear.page.evaluate("(model) => { void prepare(model); return listen(); }", CARD)
        assert heard["hypothesis"]["transcript"] == "i spent twelve fifty on groceries at lidl yesterday"
        assert "preparing" in heard["states"]

    @pytest.mark.parametrize("name", ["silence", "noise"])
    def test_says_when_nothing_was_heard(self, name: str, ear: Ear) -> None:
        ear.prepare()
        assert ear.listen(name)["trouble"] == "nothing_heard"

    def test_ends_with_a_tap(self, ear: Ear) -> None:
        ear.prepare()
        heard = ear.listen("groceries", "(listening) => setTimeout(() => listening.stop(), 1700)")
        assert heard["hypothesis"]["transcript"].startswith("i spent twelve")
        assert heard["took"] < 3500

    def test_forgets_what_was_cancelled(self, ear: Ear) -> None:
        ear.prepare()
        ear.phone.hear("lidl")
        silent = "listen((listening) => setTimeout(() => listening.cancel(), 1500)).then(() => 'spoke')"
        waited = "new Promise((resolve) => setTimeout(() => resolve('quiet'), 5000))"
        assert ear.page.evaluate(f"() => Promise.race([{silent}, {waited}])") == "quiet"
        assert ear.state() == ["ready", "phone"]
        assert ear.listen("coffee")["hypothesis"]["transcript"] == SPOKEN["coffee"]

    def test_takes_the_devices_own_rate_where_the_browser_insists(self, ear: Ear) -> None:
        ear.prepare()
        ear.page.evaluate(LIKE_FIREFOX)
        assert ear.listen("lidl")["hypothesis"]["transcript"] == SPOKEN["lidl"]

    @pytest.mark.parametrize(
        ("refusal", "trouble"),
        [
            ("NotAllowedError", "no_permission"),
            ("NotFoundError", "no_microphone"),
            ("NotReadableError", "microphone_busy"),
        ],
    )
    def test_tells_why_there_is_no_sound(self, refusal: str, trouble: str, ear: Ear) -> None:
        ear.prepare()
        ear.page.evaluate(ASK, refusal)
        assert ear.listen("lidl")["trouble"] == trouble
        assert ear.state() == ["ready", "phone"]


class TestModel:
    def test_is_kept_on_the_phone(self, ear: Ear) -> None:
        assert ear.prepare()["progress"] > 0
        ear.site.requests.clear()
        ear.load()
        assert ear.prepare() | {"took": 0} == {"state": "ready", "where": "phone", "progress": 0, "took": 0}
        assert MODEL.url not in ear.site.requests
        assert ear.listen("lidl")["hypothesis"]["transcript"] == SPOKEN["lidl"]

    def test_leaves_no_older_one_behind(self, ear: Ear) -> None:
        ear.page.evaluate(
            "() => caches.open('my-funds-speech').then((kept) => kept.put('/old', new Response('x')))"
        )
        ear.prepare()
        kept = ear.page.evaluate(
            "() => caches.open('my-funds-speech').then((kept) => kept.keys())"
            ".then((keys) => keys.map((key) => new URL(key.url).pathname))"
        )
        assert kept == [MODEL.url]

    @pytest.mark.parametrize("wrong", [{"pieces": ["0" * 64]}, {"bytes": 1000}, {"url": "/speech/models/x"}])
    def test_that_is_not_the_one_described_is_not_used(self, wrong: dict[str, object], ear: Ear) -> None:
        assert ear.prepare(**wrong)["state"] == "asleep"
        assert ear.page.evaluate("() => caches.open('my-funds-speech').then((kept) => kept.keys())") == []


class TestServerAsTheEar:
    @pytest.mark.parametrize("part", ["speech-worker", "speech-engine"])
    def test_gets_the_recording_where_the_engine_does_not_start(self, part: str, ear: Ear) -> None:
        ear.site.missing.add(part)
        assert ear.prepare()["state"] == "unable"
        heard = ear.listen("lidl")
        assert heard["hypothesis"] is None
        assert transcribe(bytes(heard["wav"])).transcript == SPOKEN["lidl"]
        assert ear.state() == ["unable", "server"]

    def test_gets_the_recording_where_the_model_could_not_be_fetched(self, ear: Ear) -> None:
        ear.prepare(url="/speech/models/x")
        heard = ear.listen("pause")
        assert transcribe(bytes(heard["wav"])).transcript == SPOKEN["pause"]

    def test_is_not_sent_silence(self, ear: Ear) -> None:
        ear.site.missing.add("speech-worker")
        ear.prepare()
        assert ear.listen("silence")["trouble"] == "nothing_heard"
