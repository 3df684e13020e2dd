"""Two devices of one household edit one entry while the server is away."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import Server


class TestTwoDevices:
    def test_keep_a_category_set_here_and_an_amount_set_there(
        self, server: Server, phone: Callable[..., Phone]
    ) -> None:
        first, second = two_devices_with_an_entry(server, phone)
        server.stop()
        edit(first, lambda sheet: sheet.get_by_label("Category").select_option(label="Eating out"))
        edit(second, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("15.40"))
        server.start()
        for page in (first, second, first):
            page.goto(f"{server.url}/")
            steps.expect_synced(page)
        for page in (first, second):
            page.goto(f"{server.url}/transactions")
            expect(page.locator("transactions-screen")).to_contain_text("Lidl")
            expect(page.locator("transactions-screen")).to_contain_text("15.40")
            expect(page.locator("transactions-screen")).to_contain_text("Eating out")
        assert server.manage("check_ledger")

    def test_show_both_amounts_when_both_changed_it(
        self, server: Server, phone: Callable[..., Phone]
    ) -> None:
        first, second = two_devices_with_an_entry(server, phone)
        server.stop()
        edit(first, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("11.00"))
        edit(second, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("22.00"))
        second.goto("about:blank")
        server.start()
        first.goto(f"{server.url}/")
        steps.expect_synced(first)
        second.goto(f"{server.url}/")
        expect(second.get_by_text("1 entry needs your attention").first).to_be_visible(timeout=30_000)
        second.goto(f"{server.url}/attention")
        expect(second.locator("conflict-card")).to_contain_text("11.00")
        expect(second.locator("conflict-card")).to_contain_text("22.00")
        second.get_by_role("button", name="Take €11.00").click()
        expect(second.get_by_text("Nothing needs you")).to_be_visible()
        second.goto(f"{server.url}/transactions")
        expect(second.locator("transactions-screen")).to_contain_text("Lidl")
        expect(second.locator("transactions-screen")).to_contain_text("11.00")


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
