"""A household of two: the owner invites in the app, the other opens the link and keeps the same ledger."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e import mishaps, steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.test_listening import SHARED, share


class TestInviting:
    def test_brings_somebody_into_the_same_ledger(self, home: Home, phone: Callable[..., Phone]) -> None:
        ashas, bens = phone("asha"), phone("ben")
        asha = owner_with_an_entry(home, ashas)
        link = invitation(asha, home, "Editor")

        ben = bens.open()
        arrive(ben, link, "ben")
        expect(ben.get_by_label("Type what you spent")).to_be_visible()
        expect(ben.locator("today-entries")).to_contain_text("Lidl")
        steps.type_entry(ben, "4.20 coffee at starbucks")
        steps.save(ben)
        steps.expect_synced(ben)

        asha.goto(f"{home.url}/settings")
        expect(asha.locator("people-settings li")).to_contain_text(["asha", "ben"])
        expect(asha.locator("people-settings li").nth(1)).to_contain_text("Editor")
        asha.goto(f"{home.url}/transactions")
        expect(asha.locator("transactions-screen")).to_contain_text("Starbucks")
        asha.get_by_role("link", name="Starbucks").click()
        asha.get_by_text("Who changed what").click()
        expect(asha.locator("entry-history")).to_contain_text("ben")
        assert home.manage("check_ledger")
        assert ashas.complaints == []
        assert bens.complaints == []

    def test_of_a_viewer_lets_look_and_change_nothing(self, home: Home, phone: Callable[..., Phone]) -> None:
        asha = owner_with_an_entry(home, phone("asha"))
        viewer = phone("viewer").open()
        arrive(viewer, invitation(asha, home, "Viewer"), "vera")
        expect(viewer.locator("speak-screen")).to_contain_text("You may look at this ledger")
        viewer.get_by_label("Type your question").fill("how much on groceries this month")
        viewer.get_by_role("button", name="Answer it").click()
        expect(viewer.locator("reply-card")).to_contain_text("€12.50 spent on Groceries")
        viewer.get_by_label("Type your question").fill("4 coffee at starbucks")
        viewer.get_by_role("button", name="Answer it").click()
        expect(viewer.get_by_role("alert")).to_contain_text("You may look at this ledger")
        viewer.goto(f"{home.url}/transactions")
        viewer.get_by_role("link", name="Lidl").click()
        sheet = viewer.get_by_role("dialog")
        expect(sheet).to_contain_text("You may look at this ledger")
        expect(sheet.get_by_role("button", name="Save")).to_have_count(0)
        expect(sheet.get_by_role("button", name="Split")).to_have_count(0)
        expect(sheet.get_by_label("Note")).to_be_disabled()
        viewer.goto(f"{home.url}/settings")
        expect(viewer.locator("people-settings")).to_contain_text("vera")
        expect(viewer.get_by_role("button", name="Make a link")).to_have_count(0)

    def test_says_so_without_the_server(self, home: Home, phone: Callable[..., Phone]) -> None:
        asha = home.welcome(phone("asha"))
        home.stop()
        asha.get_by_role("link", name="Settings").click()
        expect(asha.locator("people-settings")).to_contain_text("Your server knows who shares this ledger.")
        asha.get_by_role("button", name="Make a link").click()
        expect(asha.locator("invite-form").get_by_role("alert")).to_contain_text("cannot be reached")


class TestOnOnePhone:
    def test_nobody_sends_what_another_one_entered(self, home: Home, phone: Callable[..., Phone]) -> None:
        ashas = phone("asha")
        page = owner_with_an_entry(home, ashas)
        arrive(phone("ben").open(), invitation(page, home, "Editor"), "ben")
        save_as_the_session_ends(page, home)

        bens = page.context.new_page()
        steps.sign_in(bens, home, name="ben")
        steps.expect_synced(bens)
        expect(bens.locator("today-entries")).to_contain_text("Lidl")
        expect(bens.locator("today-entries")).not_to_contain_text("Starbucks")
        page.evaluate("window.dispatchEvent(new Event('online'))")
        expect(page.locator("today-entries")).not_to_contain_text("Starbucks")
        steps.expect_synced(page)
        assert home.transactions() == 1
        assert devices(home) == "asha:1 ben:2"

        page.context.clear_cookies()
        bens.close()
        steps.sign_in(page, home)
        expect(page.locator("today-entries")).to_contain_text("Starbucks")
        steps.expect_synced(page)
        assert home.transactions() == 2
        assert home.python(f"{LOG}.filter(person__username='ben').count())") == "0"
        assert devices(home) == "asha:1 ben:2"
        assert ashas.complaints == []

    def test_keeps_what_was_shared_for_the_one_who_was_there(
        self, home: Home, phone: Callable[..., Phone]
    ) -> None:
        one = phone()
        page = owner_with_an_entry(home, one)
        link = invitation(page, home, "Editor")
        page.goto(home.url)
        share(page, (SHARED / "lidl.ogg").read_bytes(), "lidl.ogg")
        page.get_by_role("button", name="Cancel").click()
        expect(page.locator("shared-sounds")).to_contain_text("One sound file")
        sign_out(page, home)
        arrive(page, link, "ben")
        steps.expect_synced(page)
        page.reload()
        steps.expect_synced(page)
        expect(page.locator("shared-sounds")).to_be_empty()
        sign_out(page, home)
        steps.sign_in(page, home)
        expect(page.locator("shared-sounds")).to_contain_text("One sound file")
        assert one.complaints == []


def save_as_the_session_ends(page: Page, home: Home) -> None:
    page.goto(home.url)
    steps.expect_synced(page)
    page.context.set_offline(True)
    steps.type_entry(page, "4.20 coffee at starbucks")
    steps.save(page)
    home.python(mishaps.SIGN_OUT)
    page.context.set_offline(False)
    expect(page.get_by_text("You are signed out").first).to_be_visible()


LOG = "from finance.models import MutationRecord; print(MutationRecord.objects"


def devices(home: Home) -> str:
    """How many devices each person has synced with."""
    counted = "(f'{one.username}:{one.devices.count()}' for one in Person.objects.order_by('username'))"
    return home.python(f"from config.people.models import Person; print(*{counted})")


def sign_out(page: Page, home: Home) -> None:
    page.goto(f"{home.url}/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def owner_with_an_entry(home: Home, one: Phone) -> Page:
    page = home.welcome(one)
    steps.type_entry(page, "12.50 groceries at lidl")
    steps.save(page)
    steps.expect_synced(page)
    return page


def invitation(page: Page, home: Home, role: str) -> str:
    """The link as the app shows it; Copy puts the same one on the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{home.url}/settings")
    page.get_by_role("button", name=role, exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("Invitation link").input_value()
    expect(page.locator("invite-form")).to_contain_text("It works once, until")
    page.locator("invite-form").get_by_role("button", name="Copy").click()
    expect(page.locator("invite-form")).to_contain_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == link
    return link


def arrive(page: Page, link: str, name: str) -> None:
    """Open the link, make an account, keep the codes, come to the app."""
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password").fill(steps.PASSWORD)
    page.get_by_role("button", name="Join").click()
    page.get_by_role("link", name="I have kept them").click()
