"""The app can be put on a home screen, starts without a server, and shows nothing after signing out."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tools.chromium import WHOLE


class TestInstalling:
    def test_has_no_installability_errors(self, server: Server, phone: Callable[..., Phone]) -> None:
        asha = phone()
        asha.program = WHOLE
        page = asha.open()
        page.goto(server.url)
        steps.wait_for_service_worker(page)
        assert asha.context
        session = asha.context.new_cdp_session(page)
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        assert session.send("Page.getAppManifest")["errors"] == []


class TestWithoutTheServer:
    def test_opens_every_screen_from_a_deep_link(self, home: Home, phone: Callable[..., Phone]) -> None:
        asha = phone()
        page = home.welcome(asha)
        home.stop()
        page = steps.restart(asha, home)
        for address, screen in SCREENS.items():
            page.goto(f"{home.url}{address}")
            expect(page.locator(screen)).to_be_visible()
        assert asha.complaints == []


class TestANewerVersion:
    def test_waits_until_the_person_switches_to_it(self, server: Server, phone: Callable[..., Phone]) -> None:
        server.stop()
        server.application = "tests.e2e.newer:application"
        server.start()
        page = phone().open()
        page.goto(server.url)
        steps.wait_for_service_worker(page)
        (server.var / "newer").touch()
        page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
        expect(page.get_by_text("A newer version of My Funds is here.")).to_be_visible()
        with page.expect_event("load"):
            page.get_by_role("button", name="Switch to it").click()
        assert "my-funds-app+" in page.evaluate("caches.keys()").pop()


class TestSigningOut:
    def test_leaves_nobodys_entries_on_the_screen(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = home.welcome(phone())
        steps.type_entry(page, "12.50 groceries at lidl")
        steps.save(page)
        steps.expect_synced(page)
        page.goto(f"{home.url}/accounts/logout/")
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("link", name="Sign in")).to_be_visible()
        assert page.get_by_text("Lidl").count() == 0

    def test_is_heard_of_in_the_other_tabs(self, home: Home, phone: Callable[..., Phone]) -> None:
        asha = phone()
        page = home.welcome(asha)
        steps.type_entry(page, "12.50 groceries at lidl")
        steps.save(page)
        steps.expect_synced(page)
        other = page.context.new_page()
        asha.watch(other)
        other.goto(home.url)
        expect(other.locator("today-entries")).to_contain_text("Lidl")
        page.get_by_role("link", name="Settings").click()
        page.get_by_role("link", name="Sign out").click()
        page.get_by_role("button", name="Sign out").click()
        for tab in (page, other):
            expect(tab.get_by_role("link", name="Sign in")).to_be_visible()
            expect(tab.get_by_text("Lidl")).to_have_count(0)
            expect(tab.get_by_label("Type what you spent")).to_have_count(0)
        assert page.evaluate(KEPT, "view") == 0
        assert asha.complaints == []

    def test_without_the_server_is_put_off_in_words(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = home.welcome(phone())
        page.get_by_role("link", name="Settings").click()
        home.stop()
        page.get_by_role("link", name="Sign out").click()
        expect(page.get_by_role("alert")).to_contain_text("you are still signed in")
        page.reload()
        expect(page.locator("person-settings")).to_contain_text("asha")


KEPT = """(store) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("my-funds-1");
  opening.onerror = reject;
  opening.onsuccess = () => {
    const counting = opening.result.transaction(store).objectStore(store).count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
})"""
"""How much a store of the first person's storage holds."""
SCREENS = {
    "/": "speak-screen",
    "/transactions": "transactions-screen",
    "/month": "month-screen",
    "/settings": "settings-screen",
    "/attention": "attention-screen",
}
