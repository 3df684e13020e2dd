"""A newcomer whose voice cannot be heard: each time a plain sentence with the remedy, and nothing is lost."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e import mishaps, steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tools.chromium import ALLOWED

Phones = Callable[..., Phone]


def trouble(page: Page, sentence: str) -> None:
    expect(page.locator("talk-stage [role=alert]")).to_contain_text(sentence)


def tap_to_talk(page: Page) -> None:
    page.get_by_role("button", name="Speak").click()


class TestASentenceThatCannotBeHeard:
    def test_in_silence_or_noise_asks_to_come_closer(self, home: Home, phone: Phones) -> None:
        asha = phone()
        page = home.welcome(asha)
        for sound in ("silence", "noise"):
            asha.hear(sound)
            tap_to_talk(page)
            trouble(page, "Nothing was heard. Tap and speak a little closer")
            page.reload()
        steps.type_entry(page, "12.50 lidl")
        assert asha.complaints == []

    def test_because_of_the_microphone_says_what_to_do(self, home: Home, phone: Phones) -> None:
        asha = phone()
        asha.asked = f"{ALLOWED}=deny"
        page = home.welcome(asha)
        tap_to_talk(page)
        trouble(page, "Allow it in the browser's site settings, or type below.")
        asha.asked, asha.devices = ALLOWED, ()
        page = steps.restart(asha, home)
        tap_to_talk(page)
        trouble(page, "There is no microphone here. Plug one in, or type below.")
        steps.type_entry(page, "12.50 lidl")
        steps.save(page)
        assert asha.complaints == []


class TestAModel:
    def test_that_is_missing_leaves_typing_and_keeps_what_was_said(
        self, spoilt: Server, phone: Phones
    ) -> None:
        spoilt.spoil("no model")
        asha = phone()
        asha.hear("lidl")
        page = asha.open()
        steps.become_owner(page, spoilt)
        expect(page.locator("ear-line")).to_contain_text("python manage.py check")
        tap_to_talk(page)
        trouble(page, "This server has no speech model for en. Type your entry")
        trouble(page, "Your recording is kept on this phone.")
        steps.type_entry(page, "12.50 lidl")
        steps.save(page)
        spoilt.spoil("")
        page.get_by_role("button", name="Read it now").click()
        steps.expect_drafted(page, "€12.50")
        assert asha.complaints == []

    def test_that_is_another_one_is_not_used_and_the_server_listens(
        self, spoilt: Server, phone: Phones
    ) -> None:
        spoilt.spoil("other model")
        asha = phone()
        asha.hear("lidl")
        page = asha.open()
        steps.become_owner(page, spoilt)
        expect(page.locator("ear-line")).to_contain_text("your own server listens until")
        steps.speak(page)
        assert steps.digits(steps.shown_amount(page)) == "1250"
        assert asha.complaints == []


class TestAnEngineThatCannotRun:
    def test_lets_the_server_listen_and_says_so(self, spoilt: Server, phone: Phones) -> None:
        spoilt.spoil("no engine")
        asha = phone()
        asha.hear("lidl")
        page = asha.open()
        steps.become_owner(page, spoilt)
        expect(page.locator("ear-line")).to_contain_text("your own server listens for it", timeout=60_000)
        steps.speak(page)
        assert steps.digits(steps.shown_amount(page)) == "1250"
        steps.save(page)

    def test_keeps_the_recording_until_the_server_is_back(self, spoilt_home: Home, phone: Phones) -> None:
        asha = phone()
        asha.hear("lidl")
        page = spoilt_home.welcome(asha)
        page.evaluate(mishaps.FORGET_ENGINE)
        mishaps.clear_http_cache(asha, page)
        spoilt_home.stop()
        page.wait_for_timeout(2_000)  # the browser forgets on the disk a moment later
        page = steps.restart(asha, spoilt_home)
        expect(page.locator("ear-line")).to_contain_text("your own server listens for it", timeout=60_000)
        tap_to_talk(page)
        trouble(page, "Your recording is kept on this phone: tap “Read it now” when the server is back.")
        page = steps.restart(asha, spoilt_home)
        page.get_by_role("button", name="Read it now").click()
        expect(page.get_by_text("The server cannot be reached.").first).to_be_visible()
        spoilt_home.spoil("no engine")
        spoilt_home.start()
        page.get_by_role("button", name="Read it now").click()
        steps.expect_drafted(page, "€12.50")
        page.get_by_role("button", name="Cancel").click()
        page.get_by_role("button", name="Read it now").click()
        steps.save(page)
        expect(page.get_by_role("button", name="Read it now")).to_be_hidden()


class TestTheShortcut:
    def test_listens_at_once(self, home: Home, phone: Phones) -> None:
        asha = phone()
        asha.hear("lidl")
        page = home.welcome(asha)
        page.goto(f"{home.url}/?speak")
        steps.expect_drafted(page, "€12.50", patience=60_000)
        expect(page).to_have_url(f"{home.url}/")
