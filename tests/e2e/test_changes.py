"""Changing what stands already: one receipt in two categories, its tags, the ledger's own name."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone


class TestSplitting:
    def test_shows_what_is_left_and_keeps_the_total(self, home: Home, phone: Callable[..., Phone]) -> None:
        asha = phone("asha")
        page = with_an_entry(asha, home)
        home.stop()
        sheet = opened(page)
        sheet.get_by_role("button", name="Split into parts").click()
        part(sheet, 1).get_by_label("Amount of the part").fill("9.30")
        save(sheet)
        expect(sheet).to_contain_text("Give every part an amount and a category.")
        sheet.get_by_role("button", name="€3.20 left").click()
        part(sheet, 2).get_by_label("Category").select_option(label="Eating out")
        save(sheet)
        expect(sheet).to_be_hidden()

        home.start()
        page = steps.restart(asha, home, "/month")
        steps.expect_synced(page)
        for words in ("€12.50", "€9.30", "€3.20", "Groceries", "Eating out"):
            expect(page.locator("month-screen")).to_contain_text(words)
        assert home.manage("check_ledger")
        assert asha.complaints == []

    def test_is_undone_by_taking_parts_away(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = with_an_entry(phone("asha"), home)
        sheet = opened(page)
        sheet.get_by_role("button", name="Split into parts").click()
        sheet.get_by_role("button", name="€12.50 left").click()
        sheet.get_by_role("button", name="Remove part 2").click()
        expect(sheet.get_by_label("Category")).to_be_visible()
        sheet.get_by_label("Category").select_option(label="Eating out")
        save(sheet)
        expect(sheet).to_be_hidden()
        expect(page.get_by_role("link", name="Lidl Eating out · Cash €12.50")).to_be_visible()


class TestTags:
    def test_are_put_on_and_taken_off(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = with_an_entry(phone("asha"), home)
        sheet = opened(page)
        for tag in ("Sunday", "e.on"):
            sheet.get_by_label("Add a tag").fill(tag)
            sheet.get_by_label("Add a tag").press("Enter")
        sheet.get_by_role("button", name="Take off Sunday").click()
        save(sheet)
        expect(sheet).to_be_hidden()
        page.get_by_role("link", name="Month").click()
        steps.expect_synced(page)
        page.get_by_role("link", name="Transactions").click()
        sheet = opened(page)
        expect(sheet.get_by_role("button", name="Take off")).to_have_count(1)
        expect(sheet.get_by_role("button", name="Take off e.on")).to_be_visible()
        assert home.manage("check_ledger")


class TestTheLedgersName:
    def test_changed_offline_is_there_after_an_offline_restart(
        self, home: Home, phone: Callable[..., Phone]
    ) -> None:
        asha = phone("asha")
        page = with_an_entry(asha, home)
        home.stop()
        page.get_by_role("link", name="Settings").click()
        page.locator("ledger-settings").get_by_label("Name").fill("The Attic")
        page.locator("ledger-settings").get_by_label("Name").press("Tab")
        expect(page.locator("ledger-settings")).to_contain_text("Saved.")
        page = steps.restart(asha, home, "/settings")
        expect(page.locator("ledger-settings").get_by_label("Name")).to_have_value("The Attic")


def with_an_entry(phone: Phone, home: Home) -> Page:
    """Ready to work offline, on the first screen, €12.50 at Lidl synced."""
    page = home.welcome(phone)
    steps.type_entry(page, "12.50 groceries at lidl")
    steps.save(page)
    steps.expect_synced(page)
    return page


def opened(page: Page) -> Locator:
    page.get_by_role("link", name="Lidl").first.click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    return sheet


def part(sheet: Locator, number: int) -> Locator:
    return sheet.get_by_role("group", name=f"Part {number}")


def save(sheet: Locator) -> None:
    sheet.get_by_role("button", name="Save", exact=True).click()
