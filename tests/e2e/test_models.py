"""A phone gets a larger voice model: offered with its size, fetched through mishaps, heard with offline."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.test_accessibility import AXE, CHECK, RULES
from tests.voice.model_site import NAME, ModelSite, serving, starter_files, starter_zip, zipped

Phones = Callable[..., Phone]
LARGE_NAME = "vosk-model-en-us-0.22-lgraph"
GERMAN = "vosk-model-small-de-0.15"
PIECE = 2**20


@pytest.fixture
def larger(spoilt_home: Home, tmp_path: Path) -> Home:
    """A server whose owner installed a larger model: the starter with a file that Vosk does not read."""
    files = {**starter_files(), "padding": random.Random(3).randbytes(12_000_000)}
    archive = tmp_path / "larger.zip"
    archive.write_bytes(zipped({f"{LARGE_NAME}/{path}": content for path, content in files.items()}))
    spoilt_home.manage("speech_model", "install", LARGE_NAME, "--from", str(archive))
    return spoilt_home


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelSite]:
    """Vosk's site with one model, for a server that starts later."""
    with serving() as made:
        made.offer(starter_zip())
        monkeypatch.setenv("VOICE_MODEL_LIST", f"{made.url}/model-list.json")
        yield made


def asked_for(server: Server) -> list[int]:
    """The pieces of the larger model that were asked for, by their places, since the last call."""
    file = server.var / "pieces"
    lines = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    ranges = [line.split("bytes=")[1] for line in lines if LARGE_NAME in line]
    return [int(wanted.split("-")[0]) // PIECE for wanted in ranges]


def choose_language(page: Page, language: str, model: str) -> None:
    page.get_by_role("link", name="Settings").click()
    page.get_by_label("Language you speak").select_option(language)
    expect(page.locator("speech-settings .facts")).to_contain_text(model)


def pieces_of(server: Server) -> tuple[int, int]:
    """How many pieces the larger model has, and how many bytes."""
    card = json.loads((server.var / "models" / "installed" / f"{LARGE_NAME}.json").read_text())
    return len(card["pieces"]), card["bytes"]


def model_in_use(page: Page) -> str:
    page.get_by_role("link", name="Settings").click()
    return page.locator("speech-settings .facts").inner_text()


def offer_on(page: Page) -> Locator:
    return page.locator("ear-line model-offer")


def fetch_until_the_server_is_gone(page: Page, server: Server) -> list[int]:
    """Tap, and stop the server in the middle; the pieces that were asked for."""
    server.spoil("slow models")
    page.get_by_role("link", name="Speak").click()
    offer_on(page).get_by_role("button", name="Fetch it").click()
    expect(offer_on(page).get_by_role("progressbar")).to_be_visible()
    expect(offer_on(page)).to_contain_text("5.2 MB of")
    server.stop()
    expect(offer_on(page)).to_contain_text("It goes on by itself")
    return asked_for(server)


def reload_with_the_server_back(page: Page, server: Server) -> list[int]:
    """The pieces that were asked for until the larger model is the one in use."""
    server.spoil("")
    server.start()
    page.goto(f"{server.url}/settings")
    expect(page.locator("speech-settings .facts")).to_contain_text(LARGE_NAME, timeout=60_000)
    page.get_by_role("link", name="Speak").click()
    expect(page.locator("ear-line")).to_contain_text(steps.READY, timeout=60_000)
    expect(offer_on(page)).to_be_hidden()
    return asked_for(server)


def hears(page: Page) -> None:
    steps.speak(page)
    assert steps.digits(steps.shown_amount(page)) == "1250"


class TestALargerModel:
    def test_is_fetched_after_a_tap_and_goes_on_where_it_broke_off(self, larger: Home, phone: Phones) -> None:
        asha = phone()
        asha.hear("lidl")
        page = larger.welcome(asha)
        count, size = pieces_of(larger)
        expect(offer_on(page)).to_contain_text(f"It is {size / 1_000_000:.1f} MB")
        expect(offer_on(page)).to_contain_text("Wi-Fi")
        assert "starter-en" in model_in_use(page)
        assert asked_for(larger) == []

        first = fetch_until_the_server_is_gone(page, larger)
        hears(page)
        rest = reload_with_the_server_back(page, larger)
        assert sorted({*first, *rest}) == list(range(count))
        assert 3 < len(first) < count and not set(first[:-1]) & set(rest)

        larger.stop()
        page = steps.restart(asha, larger)
        expect(page.locator("ear-line")).to_contain_text(steps.READY, timeout=60_000)
        assert LARGE_NAME in model_in_use(page)
        page.get_by_role("link", name="Speak").click()
        hears(page)
        assert steps.fetched_while_listening(page) == []
        assert asked_for(larger) == []
        assert asha.complaints == []

    def test_can_be_put_off(self, larger: Home, phone: Phones) -> None:
        page = larger.welcome(phone())
        page.get_by_role("button", name="Not now").click()
        expect(offer_on(page)).to_be_hidden()
        page.reload()
        expect(page.locator("ear-line")).to_contain_text(steps.READY, timeout=60_000)
        expect(offer_on(page)).to_be_hidden()
        page.get_by_role("link", name="Settings").click()
        expect(page.locator("speech-settings model-offer")).to_contain_text("Wi-Fi")
        assert asked_for(larger) == []


class TestAnotherLanguage:
    def test_is_spoken_with_its_own_model_offline_too(
        self, home: Home, phone: Phones, tmp_path: Path
    ) -> None:
        archive = tmp_path / "german.zip"
        archive.write_bytes(starter_zip(GERMAN))
        home.manage("speech_model", "install", GERMAN, "--from", str(archive))
        asha = phone()
        page = home.welcome(asha)
        choose_language(page, "Deutsch", GERMAN)
        page.get_by_role("link", name="Speak").click()
        expect(page.locator("ear-line")).to_contain_text(steps.READY, timeout=60_000)
        home.stop()
        choose_language(page, "English", "starter-en")
        asha.hear("lidl")
        page.get_by_role("link", name="Speak").click()
        expect(page.locator("ear-line")).to_contain_text(steps.READY, timeout=60_000)
        hears(page)
        page.get_by_role("button", name="Cancel").click()
        choose_language(page, "Deutsch", GERMAN)
        page = steps.restart(asha, home)
        expect(page.locator("ear-line")).to_contain_text(steps.READY, timeout=60_000)
        assert GERMAN in model_in_use(page)
        assert asha.complaints == []


class TestTheServersModels:
    def test_are_installed_chosen_and_removed_by_an_owner(
        self, site: ModelSite, home: Home, phone: Phones
    ) -> None:
        site.drip = 0.0005
        asha = phone()
        page = home.welcome(asha)
        page.get_by_role("link", name="Settings").click()
        page.get_by_text("Voice models on your server").click()
        page.get_by_role("button", name=f"Install {NAME}").click()
        models = page.locator("speech-models")
        expect(models.get_by_role("progressbar")).to_be_visible()
        expect(models).to_contain_text(f"Your server fetches {NAME}")
        expect(models.get_by_role("button", name=f"Remove {NAME}")).to_be_visible(timeout=60_000)
        expect(page.locator("speech-settings .facts")).to_contain_text(NAME)
        assert page.evaluate(f"async (tags) => {{ {AXE}; return ({CHECK})(tags); }}", RULES) == []

        models.get_by_role("button", name="Use starter-en").click()
        expect(page.locator("speech-settings .facts")).to_contain_text("starter-en")
        models.get_by_role("button", name=f"Remove {NAME}").click()
        expect(models.get_by_role("button", name=f"Install {NAME}")).to_be_visible()
        assert asha.complaints == []

    def test_say_what_is_wrong_and_go_on(self, site: ModelSite, home: Home, phone: Phones) -> None:
        lost = site.files.pop(f"/{NAME}.zip")
        page = home.welcome(phone())
        page.get_by_role("link", name="Settings").click()
        page.get_by_text("Voice models on your server").click()
        page.get_by_role("button", name=f"Install {NAME}").click()
        models = page.locator("speech-models")
        expect(models).to_contain_text("refused the file")
        site.files[f"/{NAME}.zip"] = lost
        models.get_by_role("button", name=f"Go on installing {NAME}").click()
        expect(models.get_by_role("button", name=f"Remove {NAME}")).to_be_visible(timeout=60_000)
