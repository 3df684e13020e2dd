"""A household over time: several ledgers, people who come and go, a device that is lost and found."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e import mishaps, steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.test_people import arrive, invitation, owner_with_an_entry


class TestSeveralLedgers:
    def test_take_what_is_said_to_them_and_remember_which_was_open(
        self, home: Home, phone: Callable[..., Phone]
    ) -> None:
        ashas = phone("asha")
        page = owner_with_an_entry(home, ashas)
        expect(page.locator("ledger-choice button")).to_have_count(0)
        make_ledger(page, home, "Household")
        expect(chosen(page)).to_have_text("Household")
        expect(page.locator("today-entries")).not_to_contain_text("Lidl")
        steps.wait_until_ready_offline(page)

        home.stop()
        page.reload()
        expect(chosen(page)).to_have_text("Household")
        steps.type_entry(page, "4.20 coffee at starbucks")
        choose(page, "Home")
        expect(page.get_by_role("region", name="Check and save")).to_be_visible()
        steps.save(page)
        steps.type_entry(page, "31.40 groceries at rewe in household")
        expect(chosen(page)).to_have_text("Household")
        assert steps.digits(steps.shown_amount(page)) == "3140"
        steps.save(page)
        home.start()
        page.reload()
        steps.expect_synced(page)
        expect(page.locator("today-entries")).to_contain_text("Rewe")
        expect(page.locator("today-entries")).not_to_contain_text("Starbucks")
        choose(page, "Home")
        steps.expect_synced(page)
        expect(page.locator("today-entries")).to_contain_text("Starbucks")
        expect(page.locator("today-entries")).to_contain_text("Lidl")
        assert home.manage("check_ledger")
        assert ashas.complaints == []

    def test_may_be_chosen_while_one_speaks(self, home: Home, phone: Callable[..., Phone]) -> None:
        ashas = phone("asha")
        page = owner_with_an_entry(home, ashas)
        make_ledger(page, home, "Household")
        choose(page, "Home")
        steps.wait_until_ready_offline(page)
        ashas.hear_all("coffee", 3.0)
        page.get_by_role("button", name="Speak").hover()
        page.mouse.down()
        expect(page.locator(".live-words")).to_contain_text("coffee")
        chip(page, "Household").dispatch_event("click")
        expect(chosen(page)).to_have_text("Household")
        expect(page.locator("talk-stage .stage")).to_have_attribute("data-turn", "listening")
        expect(page.locator(".live-words")).to_contain_text("cents")
        page.mouse.up()
        expect(page.get_by_role("region", name="Check and save")).to_be_visible()
        assert steps.fetched_while_listening(page) == []
        expect(page.get_by_role("combobox", name="Category")).to_contain_text("Eating out")
        said = steps.shown_amount(page)
        assert said.startswith("€4")
        steps.save(page)
        steps.expect_synced(page)
        expect(page.locator("today-entries")).to_contain_text(said)
        choose(page, "Home")
        expect(page.locator("undo-bar")).not_to_contain_text("Saved")
        steps.expect_synced(page)
        expect(page.locator("today-entries")).to_contain_text("Lidl")
        expect(page.locator("today-entries")).not_to_contain_text(said)
        assert home.manage("check_ledger")
        assert ashas.complaints == []

    def test_send_what_was_entered_without_being_opened_again(
        self, home: Home, phone: Callable[..., Phone]
    ) -> None:
        ashas = phone("asha")
        page = owner_with_an_entry(home, ashas)
        make_ledger(page, home, "Household")
        steps.wait_until_ready_offline(page)
        away(page)
        enter(page, "31.40 groceries at rewe", "4.20 coffee at starbucks")
        page.evaluate(mishaps.SPOIL, mishaps.UNLIKELY_DAY)
        enter(page, "9.90 groceries at aldi")
        choose(page, "Home")
        expect(page.get_by_text("3 saved on this phone").first).to_be_visible()

        back(page)
        page.get_by_text("2 entries need your attention").first.click(timeout=60_000)
        assert home.transactions() == 2
        elsewhere = page.locator("attention-elsewhere")
        expect(elsewhere).to_contain_text("2 entries need your attention")
        elsewhere.get_by_role("button", name="Open Household").click()
        cards = page.locator("rejected-card")
        for left, button in (
            (2, "Discard"),
            (2, "Discard for good"),
            (1, "Discard"),
            (1, "Discard for good"),
        ):
            expect(cards).to_have_count(left)
            cards.first.get_by_role("button", name=button).click()
        expect(cards).to_have_count(0)
        page.goto(home.url)
        steps.expect_synced(page)
        expect(page.locator("today-entries")).to_contain_text("Aldi")
        assert home.manage("check_ledger")
        assert ashas.complaints == []

    def test_are_deleted_by_their_name_on_every_device(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = owner_with_an_entry(home, phone("asha"))
        make_ledger(page, home, "Trial")
        enter(page, "9.90 groceries at aldi")
        steps.expect_synced(page)
        other = phone("other").open()
        steps.sign_in(other, home)
        choose(other, "Trial")
        expect(other.locator("today-entries")).to_contain_text("Aldi")

        page.goto(f"{home.url}/settings")
        delete_ledger(page, "Home")
        expect(page.get_by_role("alert")).to_contain_text("that is not the ledger's name")
        delete_ledger(page, "Trial")
        expect(page.locator("ledger-list li")).to_have_count(1)
        other.goto(home.url)
        expect(other.locator("today-entries")).to_contain_text("Lidl")
        expect(other.locator("ledger-choice")).to_have_count(0)
        expect(other.locator("kept-work .issue")).to_have_count(0)
        assert home.transactions() == 1
        assert home.manage("check_ledger")

    def test_are_renamed_for_everybody(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = owner_with_an_entry(home, phone("asha"))
        page.goto(f"{home.url}/settings")
        name = page.locator("ledger-settings").get_by_label("Name")
        name.fill("Our flat")
        name.press("Tab")
        expect(page.locator("ledger-list")).to_contain_text("Our flat")
        page.goto(f"{home.url}/")
        steps.expect_synced(page)
        second = phone("second").open()
        steps.sign_in(second, home)
        second.goto(f"{home.url}/settings")
        expect(second.locator("ledger-list")).to_contain_text("Our flat")


class TestPeople:
    def test_who_are_removed_keep_what_they_had_not_sent(
        self, home: Home, phone: Callable[..., Phone], tmp_path: Path
    ) -> None:
        bens = phone("ben")
        ben = bens.open()
        asha = owner_and_editor_who_is_away(home, phone("asha"), ben)
        people = asha.locator("people-settings")
        people.get_by_role("combobox", name="What ben may do").select_option(label="Viewer")
        people.get_by_role("button", name="Leave this ledger").click()
        expect(people.get_by_role("alert")).to_contain_text("Make somebody else an owner first")
        people.get_by_role("button", name="Remove ben").click()
        expect(people.locator("li")).to_have_count(1)

        back(ben)
        kept = ben.locator("kept-work")
        expect(kept).to_contain_text("You do not belong to", timeout=60_000)
        expect(kept).to_contain_text("1 change on this phone was never sent")
        expect(ben.get_by_role("heading", name="You belong to no ledger now")).to_be_visible()
        ben.reload()
        saved = saved_file(ben, kept, tmp_path)
        assert [one["mutation"]["fields"]["date"] for one in transactions(saved)]
        assert "Starbucks" in saved
        remove_after_a_question(ben, kept)
        expect(kept).not_to_contain_text("never sent")
        begin_again(ben, "Ben's own")
        assert home.manage("check_ledger")
        assert bens.complaints == []

    def test_who_may_only_look_now_keep_what_they_had_not_sent(
        self, home: Home, phone: Callable[..., Phone], tmp_path: Path
    ) -> None:
        ben = phone("ben").open()
        asha = owner_and_editor_who_is_away(home, phone("asha"), ben)
        with asha.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
            asha.get_by_role("combobox", name="What ben may do").select_option(label="Viewer")
        back(ben)
        kept = ben.locator("kept-work")
        expect(kept).to_contain_text("You may only look at", timeout=60_000)
        assert "Starbucks" in saved_file(ben, kept, tmp_path)

    def test_hand_over_and_leave(self, home: Home, phone: Callable[..., Phone]) -> None:
        asha, ben = owner_with_an_entry(home, phone("asha")), phone("ben").open()
        arrive(ben, invitation(asha, home, "Editor"), "ben")
        expect(ben.locator("today-entries")).to_contain_text("Lidl")
        asha.goto(f"{home.url}/settings")
        accept_questions(asha)
        asha.get_by_role("combobox", name="What ben may do").select_option(label="Owner")
        expect(asha.get_by_role("combobox", name="What ben may do")).to_have_value("owner")
        asha.get_by_role("button", name="Leave this ledger").click()
        expect(asha.get_by_role("heading", name="You belong to no ledger now")).to_be_visible()
        ben.goto(f"{home.url}/settings")
        expect(ben.locator("people-settings li")).to_have_count(1)
        expect(ben.get_by_role("button", name="Make a link")).to_be_visible()


class TestDevices:
    def test_that_are_signed_out_sync_no_more_until_they_are_let_in_again(
        self, home: Home, phone: Callable[..., Phone], tmp_path: Path
    ) -> None:
        page, losts = owner_with_an_entry(home, phone("asha")), phone("lost")
        lost = losts.open()
        steps.sign_in(lost, home)
        save_while_away(lost)

        page.goto(f"{home.url}/settings")
        accept_questions(page)
        devices = page.locator("device-list")
        expect(devices.locator("li")).to_have_count(2)
        expect(devices).to_contain_text("this one")
        name = devices.locator("li", has_not_text="this one").get_by_role("textbox")
        name.fill("Lost phone")
        name.press("Tab")
        devices.get_by_role("button", name="Sign Lost phone out").click()
        expect(devices).to_contain_text("Signed out")

        back(lost)
        expect(lost.get_by_text("You are signed out").first).to_be_visible(timeout=60_000)
        steps.sign_in(lost, home)
        kept = lost.locator("signed-out-device")
        expect(kept).to_contain_text("This device was signed out", timeout=60_000)
        assert "Starbucks" in downloaded(lost, kept, "Save what waits as a file", tmp_path)
        kept.get_by_role("button", name="Let Lost phone in again").click()
        steps.expect_synced(lost)
        page.goto(f"{home.url}/")
        expect(page.locator("today-entries")).to_contain_text("Starbucks", timeout=60_000)
        assert home.manage("check_ledger")
        assert losts.complaints == []


def make_ledger(page: Page, home: Home, name: str) -> None:
    page.goto(f"{home.url}/settings")
    ledgers = page.locator("ledger-list")
    ledgers.get_by_text("New ledger").click()
    ledgers.get_by_label("Name").fill(name)
    ledgers.get_by_role("button", name="Make the ledger").click()
    expect(ledgers.locator("li", has_text=name)).to_contain_text("open now")
    page.goto(f"{home.url}/")


def delete_ledger(page: Page, typed: str) -> None:
    page.once("dialog", lambda dialog: dialog.accept(typed))
    page.get_by_role("button", name="Delete this ledger").click()


def enter(page: Page, *entries: str) -> None:
    for words in entries:
        steps.type_entry(page, words)
        steps.save(page)


def choose(page: Page, name: str) -> None:
    chip(page, name).click()
    expect(chosen(page)).to_have_text(name)


def chip(page: Page, name: str) -> Locator:
    where = page.get_by_role("group", name="Where an entry goes")
    return where.get_by_role("button", name=name, exact=True)


def chosen(page: Page) -> Locator:
    return page.locator("ledger-choice button[aria-pressed=true]")


def owner_and_editor_who_is_away(home: Home, ashas: Phone, ben: Page) -> Page:
    """Ben edits asha's ledger and has an entry that was not sent; asha looks at the settings."""
    asha = owner_with_an_entry(home, ashas)
    arrive(ben, invitation(asha, home, "Editor"), "ben")
    save_while_away(ben)
    asha.goto(f"{home.url}/settings")
    accept_questions(asha)
    return asha


def save_while_away(page: Page) -> None:
    steps.wait_until_ready_offline(page)
    away(page)
    steps.type_entry(page, "4.20 coffee at starbucks")
    steps.save(page)


def begin_again(page: Page, name: str) -> None:
    """Make a ledger of one's own where one belongs to none."""
    page.get_by_label("Name").fill(name)
    page.get_by_label("Currency").select_option("EUR")
    page.get_by_role("button", name="Make the ledger").click()
    expect(page.get_by_label("Type what you spent")).to_be_visible()


def away(page: Page) -> None:
    page.context.set_offline(True)


def back(page: Page) -> None:
    page.context.set_offline(False)


def accept_questions(page: Page) -> None:
    page.on("dialog", lambda dialog: dialog.accept())


def saved_file(page: Page, kept: Locator, folder: Path) -> str:
    saved = downloaded(page, kept, "Save as a file", folder)
    expect(kept).to_contain_text("Check that the file my-funds-unsent.json is there")
    return saved


def remove_after_a_question(page: Page, kept: Locator) -> None:
    """The question names what goes; who says no keeps it."""
    remove = kept.get_by_role("button", name="Remove from this phone")
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        remove.click()
    assert "Delete 1 change of “" in asked.value.message
    expect(kept).to_contain_text("1 change on this phone was never sent")
    page.once("dialog", lambda dialog: dialog.accept())
    remove.click()


def downloaded(page: Page, place: Locator, button: str, folder: Path) -> str:
    """What the page hands out as a file."""
    with page.expect_download() as download:
        place.get_by_role("button", name=button).click()
    download.value.save_as(folder / "unsent.json")
    return (folder / "unsent.json").read_text()


def transactions(saved: str) -> list[Any]:
    return [one for one in json.loads(saved)["outbox"] if one["mutation"]["entity"] == "transaction"]
