"""Saved is saved: full storage, double taps, killed browsers, ended sessions and ill servers lose nothing."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.e2e import mishaps, steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone

Phones = Callable[..., Phone]
DRAWN_ANEW = """() => {
  const screen = document.querySelector("attention-screen");
  screen.requestUpdate();
  return screen.updateComplete;
}"""
"""The screen as every sync draws it, whatever is being typed there."""


class TestSaving:
    def test_without_room_says_so_and_keeps_the_draft(self, home: Home, phone: Phones) -> None:
        asha = phone()
        page = home.welcome(asha)
        asha.close()
        page = asha.open()
        mishaps.room(asha, page, home, 1)
        page.goto(home.url)
        steps.type_entry(page, "12.50 groceries at lidl")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator(".save-bar")).to_contain_text("This phone has no room left")
        expect(page.get_by_label("Where")).to_have_value("Lidl")
        mishaps.room(asha, page, home, 1_000_000_000)
        steps.save(page)
        steps.expect_synced(page)
        assert asha.complaints == []

    def test_of_a_deletion_or_its_undo_without_room_says_so_and_can_be_tried_again(
        self, home: Home, phone: Phones
    ) -> None:
        asha = phone()
        page = home.welcome(asha)
        enter(page, "12.50 groceries at lidl")
        steps.expect_synced(page)
        page.goto(f"{home.url}/transactions")
        page.get_by_role("link", name=re.compile("Lidl")).click()
        mishaps.have_room(page, False)
        delete = page.get_by_role("dialog").get_by_role("button", name="Delete")
        delete.click()
        expect(page.get_by_role("dialog")).to_contain_text("This phone has no room left")
        mishaps.have_room(page, True)
        delete.click()
        bar = page.locator(".undo-bar")
        expect(bar).to_contain_text("Deleted")
        bar.hover()
        mishaps.have_room(page, False)
        bar.get_by_role("button", name="Undo").click()
        expect(bar).to_contain_text("This phone has no room left")
        mishaps.have_room(page, True)
        bar.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("link", name=re.compile("Lidl"))).to_be_visible()
        assert arrived(page, home) == 1
        assert asha.complaints == []

    def test_with_a_double_tap_saves_once(self, home: Home, phone: Phones) -> None:
        page = home.welcome(phone())
        steps.type_entry(page, "12.50 groceries at lidl")
        page.get_by_role("button", name="Save", exact=True).dblclick()
        expect(page.locator("undo-bar")).to_contain_text("Saved on this phone")
        steps.expect_synced(page)
        expect(page.locator("[data-turn=idle]")).to_be_visible()
        assert home.transactions() == 1

    def test_outlives_a_browser_that_is_killed_again_and_again(self, home: Home, phone: Phones) -> None:
        asha = phone()
        page = home.welcome(asha)
        home.stop()
        for number in (1, 2):
            steps.type_entry(page, f"{number}.50 groceries at lidl")
            steps.save(page)
            asha.kill()
            page = asha.open()
            page.goto(home.url)
            expect(page.locator("today-entries")).to_contain_text(f"{number}.50")
        expect(page.get_by_text("2 saved on this phone").first).to_be_visible()
        home.start()
        assert asha.context
        asha.context.clear_cookies()
        steps.sign_in(page, home)
        steps.expect_synced(page)
        assert home.transactions() == 2

    def test_waits_for_the_amount_where_two_were_possible(self, home: Home, phone: Phones) -> None:
        page = home.welcome(phone())
        steps.type_entry(page, "nine ninety nine")
        expect(page.get_by_text("Which amount did you mean?")).to_be_visible()
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Fill in what is still open, then save.")).to_be_visible()
        page.get_by_role("button", name="€9.99", exact=True).click()
        steps.save(page)
        expect(page.locator("today-entries")).to_contain_text("9.99")


class TestAServer:
    def test_that_ends_the_session_before_a_push_gets_the_entry_after_signing_in(
        self, home: Home, phone: Phones
    ) -> None:
        asha = phone()
        page = home.welcome(asha)
        home.python(mishaps.SIGN_OUT)
        steps.type_entry(page, "12.50 groceries at lidl")
        steps.save(page)
        expect(page.get_by_text("You are signed out. What you enter is kept on this phone.")).to_be_visible()
        page.get_by_role("link", name="Sign in").first.click()
        page.get_by_label("Your name").fill("asha")
        page.get_by_label("Password").fill(steps.PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        steps.expect_synced(page)
        expect(page.locator("today-entries")).to_contain_text("Lidl")
        assert home.transactions() == 1
        assert asha.complaints == []

    def test_that_fails_or_talks_nonsense_gets_the_entry_once_it_is_well(
        self, spoilt_home: Home, phone: Phones
    ) -> None:
        asha = phone()
        page = spoilt_home.welcome(asha)
        for count, wrong in enumerate(("failing", "garbage"), start=1):
            spoilt_home.spoil(wrong)
            steps.type_entry(page, "12.50 groceries at lidl")
            steps.save(page)
            waiting = page.get_by_text("1 saved on this phone, waiting for the server").first
            expect(waiting).to_be_visible()
            spoilt_home.spoil("")
            steps.expect_synced(page)
            assert spoilt_home.transactions() == count
        assert asha.complaints == []

    def test_behind_a_slow_network_is_waited_for(self, spoilt_home: Home, phone: Phones) -> None:
        asha = phone()
        page = spoilt_home.welcome(asha)
        mishaps.clear_everything_kept(asha, page, spoilt_home)
        mishaps.slow_down(asha, page)
        spoilt_home.spoil("slow")
        page.goto(spoilt_home.url)
        expect(page.get_by_label("Type what you spent")).to_be_visible(timeout=60_000)
        steps.type_entry(page, "12.50 groceries at lidl")
        steps.save(page)
        steps.expect_synced(page)
        assert asha.complaints == []


class TestTwoTabs:
    def test_show_each_others_entries_and_send_them_once(self, home: Home, phone: Phones) -> None:
        asha = phone()
        one = home.welcome(asha)
        assert asha.context
        other = asha.context.new_page()
        other.goto(home.url)
        steps.expect_synced(other)
        for here, there, words in ((one, other, "12.50 lidl"), (other, one, "4 coffee at starbucks")):
            steps.type_entry(here, words)
            steps.save(here)
            expect(there.locator("today-entries")).to_contain_text(words.split()[-1].title())
        steps.expect_synced(one)
        steps.expect_synced(other)
        assert home.transactions() == 2
        assert asha.complaints == []


class TestWhatTheServerRefuses:
    def test_is_corrected_or_sent_again_or_discarded(self, home: Home, phone: Phones) -> None:
        asha = phone()
        page = home.welcome(asha)
        home.stop()
        for words in ("12.50 groceries at lidl", "4 coffee at starbucks"):
            steps.type_entry(page, words)
            steps.save(page)
        page.evaluate(mishaps.SPOIL, mishaps.UNLIKELY_DAY)
        home.start()
        page.goto(f"{home.url}/")
        page.get_by_text("2 entries need your attention").first.click()
        cards = page.locator("rejected-card")
        expect(cards).to_have_count(2)
        expect(cards.first).to_contain_text("Correct it and save again.")
        expect(cards.first).to_contain_text("12.50")
        cards.first.get_by_role("button", name="Send again").click()
        expect(cards.filter(has_text="12.50")).to_have_count(1)
        discard_with_a_file(page, cards.filter(has_text="4.00"))
        expect(cards).to_have_count(1)
        cards.get_by_role("button", name="Edit").click()
        expect(page.get_by_label("Where")).to_have_value("Lidl")
        page.get_by_label("Where").fill("Aldi")
        page.evaluate(DRAWN_ANEW)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Nothing needs you")).to_be_visible()
        assert arrived(page, home) == 1
        expect(page.locator("today-entries")).to_contain_text("Aldi")
        expect(page.locator("today-entries")).to_contain_text("12.50")
        assert asha.complaints == []

    def test_is_corrected_as_a_split_or_a_change_or_a_name(self, home: Home, phone: Phones) -> None:
        asha = phone()
        page = home.welcome(asha)
        enter(page, "12.50 groceries at lidl")
        steps.expect_synced(page)
        home.stop()
        change(page, "Lidl", amount="13.00", day="Yesterday")
        enter(page, "20 groceries at aldi")
        split(page, "Aldi", amount="15.00", rest="€5.00")
        add_account(page, "Holiday tin")
        for spoilt in (mishaps.UNLIKELY_DAY, ("account", "name", "S" * 201)):
            page.evaluate(mishaps.SPOIL, spoilt)
        home.start()
        page.goto(f"{home.url}/attention")
        cards = page.locator("rejected-card")
        expect(cards).to_have_count(3)
        cards.filter(has_text="Account").get_by_role("button", name="Edit").click()
        page.get_by_label("Name").fill("Holiday tin")
        page.get_by_role("button", name="Save", exact=True).click()
        for count in (1, 0):
            cards.first.get_by_role("button", name="Edit").click()
            page.get_by_role("button", name="Today", exact=True).click()
            page.get_by_role("button", name="Save", exact=True).click()
            expect(page.locator("rejected-card, refused-editor")).to_have_count(count)
        expect(page.get_by_text("Nothing needs you")).to_be_visible()
        page.goto(f"{home.url}/transactions")
        for shop, words in (("Lidl", "13.00"), ("Aldi", "Split")):
            expect(page.locator(".entry").filter(has_text=shop)).to_contain_text(words)
        page.goto(f"{home.url}/settings")
        expect(page.get_by_label("Name of Holiday tin")).to_be_visible()
        assert arrived(page, home) == 2
        assert home.manage("check_ledger")
        assert asha.complaints == []


def arrived(page: Page, home: Home) -> int:
    """How many entries the server has once the phone has nothing left to send."""
    page.goto(home.url)
    steps.expect_synced(page)
    return home.transactions()


def discard_with_a_file(page: Page, card: Locator) -> None:
    """Asked, left as it is; asked again, saved as a file, discarded."""
    card.get_by_role("button", name="Discard").click()
    card.get_by_role("button", name="Cancel").click()
    card.get_by_role("button", name="Discard").click()
    with page.expect_download() as saved:
        card.get_by_role("button", name="Save it as a file").click()
    (refused,) = json.loads(Path(saved.value.path()).read_text())["outbox"]
    assert refused["mutation"]["fields"]["date"] == "2026-02-30"
    card.get_by_role("button", name="Discard for good").click()


def enter(page: Page, words: str) -> None:
    page.get_by_role("link", name="Speak").click()
    steps.type_entry(page, words)
    steps.save(page)


def change(page: Page, shop: str, *, amount: str, day: str) -> None:
    page.get_by_role("link", name=shop).first.click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("Amount", exact=True).fill(amount)
    sheet.get_by_role("button", name=day, exact=True).click()
    sheet.get_by_role("button", name="Save").click()
    expect(sheet).to_be_hidden()


def split(page: Page, shop: str, *, amount: str, rest: str) -> None:
    """In two parts: what is left is for eating out."""
    page.get_by_role("link", name=shop).first.click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name="Split into parts").click()
    sheet.get_by_role("group", name="Part 1").get_by_label("Amount of the part").fill(amount)
    sheet.get_by_role("button", name=f"{rest} left").click()
    sheet.get_by_role("group", name="Part 2").get_by_label("Category").select_option(label="Eating out")
    sheet.get_by_role("button", name="Save").click()
    expect(sheet).to_be_hidden()


def add_account(page: Page, name: str) -> None:
    page.get_by_role("link", name="Settings").click()
    form = page.locator("form.account-add").first
    form.get_by_label("New name").fill(name)
    form.get_by_role("button", name="Add").click()
    expect(page.get_by_label(f"Name of {name}")).to_be_visible()
