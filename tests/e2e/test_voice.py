"""The ear in a real Chromium whose microphone plays spoken sentences, under the app's own policies."""

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.e2e.ear.site import Site, serving
from tests.e2e.phone import Phone
from tests.e2e.server import ROOT
from voice import speech_models
from voice.parser import read
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
    "groceries": "i spent twelve fifty on groceries at lidl yesterday",
    "lidl": "twelve fifty at lidl yesterday",
    "coffee": "coffee four euros and twenty cents",
    "pause": "twelve fifty at lidl yesterday",
    "property": "spent five crore rupees on property",
}
HOME = {"locale": "en-GB", "currency": "EUR", "today": "2026-03-18", "accounts": ["Cash", "Bank"]}
ASK = "(name) => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name)); }"
LIKE_FIREFOX = """() => {
  const source = AudioContext.prototype.createMediaStreamSource;
  AudioContext.prototype.createMediaStreamSource = function (stream) {
    if (this.sampleRate === 16000) throw new DOMException("another rate", "NotSupportedError");
    return source.call(this, stream);
  };
}"""

AT_HAND = """() => {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => (window.stream = await ask(wish));
  const source = AudioContext.prototype.createMediaStreamSource;
  AudioContext.prototype.createMediaStreamSource = function (stream) {
    window.sounding = this;
    return source.call(this, stream);
  };
}"""
"""The page's own stream and audio graph within reach, to do to them what a phone does."""
GOES_WRONG = {
    "microphone_lost": 'stream.getAudioTracks()[0].dispatchEvent(new Event("ended"))',
    "interrupted": "sounding.suspend()",
    "went_away": """(Object.defineProperty(document, "hidden", { configurable: true, value: true }),
      document.dispatchEvent(new Event("visibilitychange")), delete document.hidden)""",
}
PROMPTING = "() => { navigator.permissions.query = async () => ({ state: 'prompt' }); }"
MUTED = """() => {
  const silent = new AudioContext();
  navigator.mediaDevices.getUserMedia = async () => silent.createMediaStreamDestination().stream;
}"""
OWN_RATE_ONLY = """() => {
  const Plain = AudioContext;
  window.AudioContext = class extends Plain {
    constructor(options) {
      if (options?.sampleRate) throw new DOMException("no such rate", "NotSupportedError");
      super(options);
    }
  };
}"""
UNTIL_READY = """() => new Promise((resolve) => {
  const look = () => (ear.state === "ready" ? resolve(ear.state) : setTimeout(look, 50));
  look();
  setTimeout(() => resolve(ear.state), 20_000);
})"""
NOTED = """() => {
  window.noted = { locks: 0, released: 0, shakes: [], notes: 0 };
  navigator.wakeLock.request = async () => (noted.locks += 1, { release: async () => (noted.released += 1) });
  navigator.vibrate = (pattern) => noted.shakes.push(pattern.length);
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { noted.notes += 1; return start.apply(this, when); };
}"""


def money_and_day(transcript: str) -> list[tuple[str, int, str, str]]:
    """What must come through whole: a busy machine's microphone now and then makes another name of a name."""
    items = read(transcript, HOME)["items"]
    return [(item["type"], item["amount"], item["currency"], item["date"]) for item in items]


def begins_as_groceries(heard: dict[str, Any]) -> bool:
    """Whether the beginning of that sentence was heard, and not its end."""
    transcript = heard["hypothesis"]["transcript"]
    return "spent twelve" in transcript and "yesterday" not in transcript


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

    def expect_understood(self, name: str) -> None:
        assert money_and_day(self.listen(name)["hypothesis"]["transcript"]) == money_and_day(SPOKEN[name])

    def state(self) -> list[str]:
        state: list[str] = self.page.evaluate("() => [ear.state, ear.where]")
        return state


@pytest.fixture(scope="module")
def listener(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    """One browser for all of this file: every test's site has an origin of its own."""
    one = Phone(playwright, tmp_path_factory.mktemp("listener"))
    one.open()
    yield one
    one.close()


@pytest.fixture
def ear(listener: Phone, built_page: Path) -> Iterator[Ear]:
    """A page with an ear, not yet prepared; no policy may have been broken by the end."""
    listener.complaints.clear()
    assert listener.context
    with serving(built_page) as site:
        made = Ear(listener, site, listener.context.pages[0])
        made.load()
        yield made
        made.page.goto("about:blank")
        assert listener.complaints == []


class TestListening:
    def test_hears_what_was_said_and_asks_the_network_for_nothing(self, ear: Ear) -> None:
        assert ear.prepare()["state"] == "ready"
        ear.site.requests.clear()
        for name, said in SPOKEN.items():
            heard = ear.listen(name)
            transcript = heard["hypothesis"]["transcript"]
            assert money_and_day(transcript) == money_and_day(said)
            assert [word["word"] for word in heard["hypothesis"]["words"]] == transcript.split()
            assert len(heard["partials"]) > 1
            assert {*heard["partials"][-1].split()} & {*said.split()}
            assert heard["firstWords"] < heard["took"]
            assert heard["loudest"] > 0.3
            assert heard["states"][-2:] == ["finishing", "ready"]
        assert ear.site.requests == []

    def test_keeps_what_is_said_before_a_screen_shows_it(self, ear: Ear) -> None:
        ear.prepare()
        ear.phone.hear("groceries")
        ear.page.evaluate("() => new Promise((begun) => void ear.listenAhead(begun))")
        ear.page.wait_for_timeout(1500)
        heard = ear.page.evaluate("() => listen()")
        assert heard["live"] is not None
        assert money_and_day(heard["hypothesis"]["transcript"]) == money_and_day(SPOKEN["groceries"])
        ear.expect_understood("coffee")

    def test_keeps_what_is_said_while_the_engine_loads(self, ear: Ear) -> None:
        ear.phone.hear("groceries")
        heard = ear.page.evaluate("(model) => { void prepare(model); return listen(); }", CARD)
        assert money_and_day(heard["hypothesis"]["transcript"]) == money_and_day(SPOKEN["groceries"])
        assert "preparing" in heard["states"]

    @pytest.mark.parametrize("name", ["silence", "noise"])
    def test_says_when_nothing_was_heard(self, name: str, ear: Ear) -> None:
        ear.prepare()
        assert ear.listen(name)["trouble"] == "nothing_heard"

    def test_ends_with_a_tap(self, ear: Ear) -> None:
        ear.prepare()
        heard = ear.listen("groceries", "(listening) => setTimeout(() => listening.stop(), 1700)")
        assert begins_as_groceries(heard)

    def test_forgets_what_was_cancelled(self, ear: Ear) -> None:
        ear.prepare()
        ear.phone.hear("lidl")
        silent = "listen((listening) => setTimeout(() => listening.cancel(), 1500)).then(() => 'spoke')"
        waited = "new Promise((resolve) => setTimeout(() => resolve('quiet'), 5000))"
        assert ear.page.evaluate(f"() => Promise.race([{silent}, {waited}])") == "quiet"
        assert ear.state() == ["ready", "phone"]
        ear.expect_understood("coffee")

    def test_takes_the_devices_own_rate_where_the_browser_insists(self, ear: Ear) -> None:
        ear.prepare()
        ear.page.evaluate(LIKE_FIREFOX)
        ear.expect_understood("lidl")

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


class TestTroubles:
    @pytest.mark.parametrize("trouble", list(GOES_WRONG))
    def test_in_the_middle_of_a_sentence_keep_what_was_said(self, trouble: str, ear: Ear) -> None:
        ear.page.evaluate(AT_HAND)
        ear.prepare()
        heard = ear.listen("groceries", f"() => setTimeout(() => {GOES_WRONG[trouble]}, 2000)")
        assert begins_as_groceries(heard)
        assert ear.state() == ["ready", "phone"]
        ear.expect_understood("coffee")

    @pytest.mark.parametrize("trouble", list(GOES_WRONG))
    def test_before_the_first_word_are_told(self, trouble: str, ear: Ear) -> None:
        ear.page.evaluate(AT_HAND)
        ear.prepare()
        heard = ear.listen("silence", f"() => setTimeout(() => {GOES_WRONG[trouble]}, 800)")
        assert heard["trouble"] == trouble
        assert ear.state() == ["ready", "phone"]

    def test_with_a_muted_microphone_are_told(self, ear: Ear) -> None:
        ear.prepare()
        ear.page.evaluate(MUTED)
        assert ear.listen("silence")["trouble"] == "microphone_muted"

    def test_with_a_question_that_nobody_answered_are_told(self, ear: Ear) -> None:
        ear.prepare()
        ear.page.evaluate(PROMPTING)
        ear.page.evaluate(ASK, "NotAllowedError")
        assert ear.listen("lidl")["trouble"] == "not_answered"

    def test_on_an_insecure_page_are_told(self, phone: Callable[..., Phone], built_page: Path) -> None:
        one = phone()
        one.flags = ("--host-resolver-rules=MAP insecure.test 127.0.0.1",)
        with serving(built_page) as site:
            insecure = Ear(one, replace(site, url=site.url.replace("localhost", "insecure.test")), one.open())
            insecure.load()
            insecure.prepare()
            assert insecure.listen("lidl")["trouble"] == "insecure_page"


class TestABrowser:
    def test_that_refuses_the_rate_is_taken_at_its_own(self, ear: Ear) -> None:
        ear.page.evaluate(OWN_RATE_ONLY)
        ear.prepare()
        ear.expect_understood("lidl")

    def test_that_asks_again_and_again_is_noticed(self, ear: Ear) -> None:
        ear.prepare()
        ear.page.evaluate(PROMPTING)
        noticed = []
        for _ in range(3):
            ear.listen("silence", "(listening) => listening.stop()")
            noticed.append(ear.page.evaluate("ear.asksAgain"))
        assert noticed == [False, False, True]

    def test_that_died_twice_at_the_start_leaves_listening_to_the_server_until_told_otherwise(
        self, ear: Ear
    ) -> None:
        starts = {"model": MODEL.url, "dead": 2}
        ear.page.evaluate("(s) => localStorage.setItem('my-funds-ear-starts', JSON.stringify(s))", starts)
        ear.prepare()
        assert [*ear.state(), ear.page.evaluate("ear.gaveUp")] == ["unable", "server", True]
        assert money_and_day(transcribe(bytes(ear.listen("lidl")["wav"])).transcript) == money_and_day(
            SPOKEN["lidl"]
        )
        ear.page.evaluate("ear.tryAgain()")
        assert [*ear.state(), ear.page.evaluate("ear.gaveUp")] == ["ready", "phone", False]

    def test_keeps_the_screen_on_and_tells_of_beginning_and_end(self, ear: Ear) -> None:
        ear.page.evaluate(NOTED)
        ear.prepare()
        ear.listen("lidl")
        assert ear.page.evaluate("noted") == {"locks": 1, "released": 1, "shakes": [1, 3], "notes": 2}
        for choice in ("sounds", "vibration"):
            ear.page.evaluate("(c) => localStorage.setItem('my-funds-listening-' + c, 'off')", choice)
        ear.listen("lidl")
        assert ear.page.evaluate("noted") == {"locks": 2, "released": 2, "shakes": [1, 3], "notes": 2}


class TestModel:
    def test_is_kept_on_the_phone(self, ear: Ear) -> None:
        assert ear.prepare()["progress"] > 0
        ear.site.requests.clear()
        ear.load()
        assert ear.prepare() | {"took": 0} == {"state": "ready", "where": "phone", "progress": 0, "took": 0}
        assert MODEL.url not in ear.site.requests
        ear.expect_understood("lidl")

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
        assert ear.prepare(**wrong)["state"] == "unfetched"
        assert ear.page.evaluate("() => caches.open('my-funds-speech').then((kept) => kept.keys())") == []

    @pytest.mark.parametrize("event", ["window online", "document visibilitychange"])
    def test_that_could_not_be_fetched_is_fetched_once_the_network_is_back(
        self, event: str, ear: Ear
    ) -> None:
        ear.site.missing.add(MODEL.url)
        assert ear.prepare()["state"] == "unfetched"
        ear.site.missing.clear()
        ear.page.evaluate("([on, name]) => window[on].dispatchEvent(new Event(name))", event.split())
        assert ear.page.evaluate(UNTIL_READY) == "ready"
        ear.expect_understood("lidl")


class TestServerAsTheEar:
    @pytest.mark.parametrize("part", ["speech-worker", "speech-engine"])
    def test_gets_the_recording_where_the_engine_does_not_start(self, part: str, ear: Ear) -> None:
        ear.site.missing.add(part)
        assert ear.prepare()["state"] == "unable"
        heard = ear.listen("lidl")
        assert heard["hypothesis"] is None
        assert money_and_day(transcribe(bytes(heard["wav"])).transcript) == money_and_day(SPOKEN["lidl"])
        assert ear.state() == ["unable", "server"]

    def test_is_needed_no_more_once_the_network_brings_the_engine(self, ear: Ear) -> None:
        ear.site.missing.add("speech-worker")
        assert ear.prepare()["state"] == "unable"
        ear.site.missing.clear()
        ear.page.evaluate("() => window.dispatchEvent(new Event('online'))")
        assert ear.page.evaluate(UNTIL_READY) == "ready"
        ear.expect_understood("lidl")

    def test_gets_the_recording_where_the_model_could_not_be_fetched(self, ear: Ear) -> None:
        ear.prepare(url="/speech/models/x")
        heard = ear.listen("pause")
        assert money_and_day(transcribe(bytes(heard["wav"])).transcript) == money_and_day(SPOKEN["pause"])

    def test_is_not_sent_silence(self, ear: Ear) -> None:
        ear.site.missing.add("speech-worker")
        ear.prepare()
        assert ear.listen("silence")["trouble"] == "nothing_heard"
