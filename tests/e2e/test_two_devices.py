"""Two devices of one household edit one entry while the server is away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import Server

BOTH_ORDERS = pytest.mark.parametrize("order", ["first", "second"])
"""Which of the two devices reaches the server earlier."""


class TestTwoDevices:
    @BOTH_ORDERS
    def test_keep_a_category_set_here_and_an_amount_set_there(
        self, server: Server, phone: Callable[..., Phone], order: str
    ) -> None:
        first, second = two_devices_with_an_entry(server, phone)
        server.stop()
        edit(first, lambda sheet: sheet.get_by_label("Category").select_option(label="Eating out"))
        edit(second, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("15.40"))
        earlier, later = in_order(first, second, order)
        later.goto("about:blank")
        server.start()
        for page in (earlier, later, earlier):
            page.goto(f"{server.url}/")
            steps.expect_synced(page)
            expect(page.get_by_text("needs your attention")).to_have_count(0)
        for page in (first, second):
            page.goto(f"{server.url}/transactions")
            expect(page.locator("transactions-screen")).to_contain_text("Lidl")
            expect(page.locator("transactions-screen")).to_contain_text("15.40")
            expect(page.locator("transactions-screen")).to_contain_text("Eating out")
        assert server.manage("check_ledger")

    @BOTH_ORDERS
    def test_show_both_amounts_when_both_changed_it(
        self, server: Server, phone: Callable[..., Phone], order: str
    ) -> None:
        first, second = two_devices_with_an_entry(server, phone)
        server.stop()
        edit(first, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("11.00"))
        edit(second, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("22.00"))
        earlier, later = in_order(first, second, order)
        kept, lost = ("22.00", "11.00") if later is second else ("11.00", "22.00")
        later.goto("about:blank")
        server.start()
        earlier.goto(f"{server.url}/")
        steps.expect_synced(earlier)
        later.goto(f"{server.url}/")
        expect(later.get_by_text("1 entry needs your attention").first).to_be_visible(timeout=30_000)
        later.goto(f"{server.url}/attention")
        expect(later.locator("conflict-card")).to_contain_text(f"€{lost}")
        later.get_by_role("button", name=f"Keep €{kept}").wait_for()
        later.get_by_role("button", name=f"Take €{lost}").click()
        expect(later.get_by_text("Nothing needs you")).to_be_visible()
        for page in (later, earlier):
            page.goto(f"{server.url}/transactions")
            expect(page.locator("transactions-screen")).to_contain_text("Lidl")
            expect(page.locator("transactions-screen")).to_contain_text(lost, timeout=20_000)
        assert server.manage("check_ledger")


def in_order(first: Page, second: Page, order: str) -> tuple[Page, Page]:
    """Whose edits reach the server earlier, and whose later."""
    return (first, second) if order == "first" else (second, first)


def two_devices_with_an_entry(server: Server, phone: Callable[..., Phone]) -> tuple[Page, Page]:
    """Both ready to work offline, both showing "12.50 lidl"."""
    first = phone("first").open()
    steps.become_owner(first, server)
    steps.wait_until_ready_offline(first)
    steps.type_entry(first, "12.50 groceries at lidl")
    steps.save(first)
    steps.expect_synced(first)
    second = phone("second").open()
    steps.sign_in(second, server)
    steps.wait_until_ready_offline(second)
    expect(second.locator("today-entries")).to_contain_text("Lidl", timeout=20_000)
    return first, second


def edit(page: Page, change: Callable[[Locator], object]) -> None:
    page.get_by_role("link", name="Lidl").first.click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    change(sheet)
    sheet.get_by_role("button", name="Save").click()
    expect(sheet).to_be_hidden()
