from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import ROOT, Server
from tools.chromium import FLAGS

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def begin(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/accounts/login/")
    expect(page).to_have_url(f"{server.url}/accounts/welcome/")


class TestTheFirstVisit:
    def test_guesses_time_zone_and_currency_from_the_browser(
        self, server: Server, phone: Callable[..., Phone]
    ) -> None:
        page = phone().open()
        begin(page, server)
        assert page.get_by_label("Time zone").input_value() == "Europe/Dublin"
        assert page.get_by_label("Currency").input_value() == "EUR"
        assert page.locator("[name=currency] option:checked").inner_text() == "EUR · Euro"

    def test_keeps_what_a_person_chose_when_something_else_was_wrong(
        self, server: Server, phone: Callable[..., Phone]
    ) -> None:
        asha = phone()
        page = asha.open()
        begin(page, server)
        page.get_by_label("Your name").fill("asha")
        page.get_by_label("Currency").select_option("INR")
        page.get_by_label("Time zone").fill("Asia/Calcutta")
        page.get_by_label("Password").fill("short")
        page.get_by_role("button", name="Start").click()
        expect(page.get_by_text("This password is too short")).to_be_visible()
        assert page.get_by_label("Currency").input_value() == "INR"
        assert page.get_by_label("Time zone").input_value() == "Asia/Calcutta"
        assert page.get_by_label("Password").input_value() == ""
        assert asha.complaints == []

    def test_lets_people_keep_their_recovery_codes(self, server: Server, phone: Callable[..., Phone]) -> None:
        asha = phone()
        page = asha.open()
        begin(page, server)
        page.get_by_label("Your name").fill("asha")
        page.get_by_label("Password").fill(steps.PASSWORD)
        page.get_by_role("button", name="Start").click()
        shown = page.locator("[data-codes] code").all_inner_texts()
        assert len(shown) == 8
        with page.expect_download() as download:
            page.get_by_role("button", name="Download").click()
        assert download.value.path().read_text().split() == shown
        assert asha.context
        asha.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()").split() == shown
        assert asha.complaints == []

    def test_works_without_scripts(self, server: Server, playwright: Playwright) -> None:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_context(java_script_enabled=False).new_page()
        begin(page, server)
        page.get_by_label("Your name").fill("asha")
        page.get_by_label("Password").fill(steps.PASSWORD)
        page.get_by_label("Currency").select_option("EUR")
        page.get_by_label("Time zone").fill("Europe/Dublin")
        page.get_by_role("button", name="Start").click()
        expect(page.get_by_role("heading", name="recovery codes")).to_be_visible()
        expect(page.get_by_role("button")).to_have_count(0)
        browser.close()


class TestThePagesOfTheDoor:
    @pytest.mark.parametrize("dark", [False, True])
    def test_have_nothing_that_axe_complains_about(
        self, server: Server, phone: Callable[..., Phone], dark: bool
    ) -> None:
        asha = phone(dark=dark)
        page = asha.open()
        begin(page, server)
        found = {"welcome": faults(page)}
        steps.become_owner(page, server)
        page.goto(f"{server.url}/accounts/2fa/totp/activate/")
        page.get_by_label("Password").fill(steps.PASSWORD)
        page.get_by_role("button", name="Confirm").click()
        found["second step"] = faults(page)
        for address in ("", "password/change/", "recovery-codes/", "2fa/", "logout/"):
            page.goto(f"{server.url}/accounts/{address}")
            found[address] = faults(page)
        page.get_by_role("button", name="Sign out").click()
        for address in ("login/", "recover/", "nothing/"):
            page.goto(f"{server.url}/accounts/{address}")
            found[address] = faults(page)
        assert {place: wrong for place, wrong in found.items() if wrong} == {}


def faults(page: Page) -> list[str]:
    """Rules of axe that the page breaks, and whether it is wider than the screen."""
    page.evaluate(AXE.read_text())
    broken: list[str] = page.evaluate("axe.run().then(({violations}) => violations.map(({id}) => id))")
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*broken, *(["too wide"] if too_wide else [])]
