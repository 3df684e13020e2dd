"""Recordings of a browser that cannot understand by itself: kept while the server is away, read later."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e import mishaps, steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import Server

SERVER_LISTENS = "your own server listens for it"
SECONDS = """() => new Promise((resolve, reject) => {
  const sound = document.querySelector("recording-settings audio");
  Object.assign(sound, { onloadedmetadata: () => resolve(sound.duration), onerror: reject });
  sound.load();
})"""


class TestSeveralRecordings:
    def test_are_kept_heard_by_themselves_and_read_or_deleted_one_by_one(
        self, spoilt_home: Home, phone: Callable[..., Phone]
    ) -> None:
        asha = phone()
        page = without_engine(asha, spoilt_home)
        for name in ("lidl", "coffee"):
            asha.hear(name)
            page.get_by_role("button", name="Speak").click()
            expect(page.get_by_text("The server cannot be reached. Your recording is kept")).to_be_visible()
            page = back(asha, spoilt_home)
        expect(kept_of(page)).to_contain_text("2 recordings wait for your server")
        expect(kept_of(page)).to_contain_text("The oldest was spoken")
        spoilt_home.start()
        page = back(asha, spoilt_home)
        steps.expect_synced(page)
        expect(kept_of(page)).to_contain_text("Heard: “twelve fifty")
        kept_of(page).get_by_role("button", name="Delete it").click()
        expect(kept_of(page)).to_contain_text("One recording waits")
        kept_of(page).get_by_role("button", name="Read it now").click()
        expect(page.locator("draft-sheet .heard")).to_contain_text("coffee four euros")
        steps.save(page)
        expect(kept_of(page)).to_be_empty()


class TestKeepingThem:
    def test_on_the_server_is_switched_on_and_off_in_the_settings(
        self, spoilt_home: Home, phone: Callable[..., Phone]
    ) -> None:
        asha = phone()
        page = without_engine(asha, spoilt_home)
        spoilt_home.start()
        page = back(asha, spoilt_home)
        page.goto(f"{spoilt_home.url}/settings")
        settings = page.locator("recording-settings")
        expect(settings).to_contain_text("Off: a recording is deleted as soon as it was heard.")
        settings.get_by_role("checkbox").check()
        expect(settings).to_contain_text("Nothing is kept yet.")
        page.goto(spoilt_home.url)
        asha.hear("lidl")
        steps.speak(page)
        page.goto(f"{spoilt_home.url}/settings")
        expect(settings).to_contain_text("“twelve fifty")
        assert page.evaluate(SECONDS) > 2
        settings.get_by_role("checkbox").click()
        settings.get_by_role("button", name="Switch off and delete").click()
        expect(settings.get_by_role("checkbox")).not_to_be_checked()
        expect(settings).not_to_contain_text("twelve fifty")
        page.reload()
        settings.get_by_role("checkbox").check()
        expect(settings).to_contain_text("Nothing is kept yet.")
        assert asha.complaints == []


def without_engine(one: Phone, home: Home) -> Page:
    """Signed in, the engine's files gone from the phone and from the server, which is away."""
    page = home.welcome(one)
    home.spoil("no engine")
    page.evaluate(mishaps.FORGET_ENGINE)
    mishaps.clear_http_cache(one, page)
    home.stop()
    return back(one, home)


def back(one: Phone, server: Server) -> Page:
    page = steps.restart(one, server)
    expect(page.locator("ear-line")).to_contain_text(SERVER_LISTENS, timeout=60_000)
    return page


def kept_of(page: Page) -> Locator:
    return page.locator("kept-recordings")
