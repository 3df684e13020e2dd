"""Two devices of one household edit one entry while the server is away."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import running

BOTH_ORDERS = pytest.mark.parametrize("order", ["first", "second"])
"""Which of the two devices reaches the server earlier."""
SHOPS = ("Lidl", "Aldi", "Tesco", "Spar")
Devices = tuple[Home, Page, Page]


@pytest.fixture(scope="module")
def devices(settled: Home, phones: Callable[..., Phone]) -> Iterator[Devices]:
    """Two of the owner's, both ready to work offline."""
    one, other = phones("first"), phones("second")
    with running(settled.copy(one.folder / "home")) as home:
        first, second = home.welcome(one), other.open()
        steps.sign_in(second, home)
        steps.wait_until_ready_offline(second)
        yield home, first, second


class TestTwoDevices:
    @BOTH_ORDERS
    def test_keep_a_category_set_here_and_an_amount_set_there(self, devices: Devices, order: str) -> None:
        home, first, second = devices
        shop = entered(devices)
        home.stop()
        edit(first, shop, lambda sheet: sheet.get_by_label("Category").select_option(label="Eating out"))
        edit(second, shop, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("15.40"))
        earlier, later = in_order(first, second, order)
        later.goto("about:blank")
        home.start()
        for page in (earlier, later, earlier):
            page.goto(f"{home.url}/")
            steps.expect_synced(page)
            expect(page.get_by_text("needs your attention")).to_have_count(0)
        for page in (first, second):
            page.goto(f"{home.url}/transactions")
            entry = entry_of(page, shop)
            expect(entry).to_contain_text("15.40")
            expect(entry).to_contain_text("Eating out")
        assert home.manage("check_ledger")

    @BOTH_ORDERS
    def test_show_both_amounts_when_both_changed_it(self, devices: Devices, order: str) -> None:
        home, first, second = devices
        shop = entered(devices)
        home.stop()
        edit(first, shop, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("11.00"))
        edit(second, shop, lambda sheet: sheet.get_by_label("Amount", exact=True).fill("22.00"))
        earlier, later = in_order(first, second, order)
        kept, lost = ("22.00", "11.00") if later is second else ("11.00", "22.00")
        later.goto("about:blank")
        home.start()
        earlier.goto(f"{home.url}/")
        steps.expect_synced(earlier)
        later.goto(f"{home.url}/")
        expect(later.get_by_text("1 entry needs your attention").first).to_be_visible()
        later.goto(f"{home.url}/attention")
        expect(later.locator("conflict-card")).to_contain_text(f"€{lost}")
        later.get_by_role("button", name=f"Keep €{kept}").wait_for()
        later.get_by_role("button", name=f"Take €{lost}").click()
        expect(later.get_by_text("Nothing needs you")).to_be_visible()
        for page in (later, earlier):
            page.goto(f"{home.url}/transactions")
            expect(entry_of(page, shop)).to_contain_text(lost)
        assert home.manage("check_ledger")


def in_order(first: Page, second: Page, order: str) -> tuple[Page, Page]:
    """Whose edits reach the server earlier, and whose later."""
    return (first, second) if order == "first" else (second, first)


def entered(devices: Devices) -> str:
    """The shop of a new entry of €12.50, recorded on the first device and shown by both."""
    home, first, second = devices
    shop = SHOPS[home.transactions()]
    first.goto(home.url)
    steps.type_entry(first, f"12.50 groceries at {shop}")
    steps.save(first)
    steps.expect_synced(first)
    second.goto(home.url)
    expect(second.locator("today-entries")).to_contain_text(shop)
    return shop


def entry_of(page: Page, shop: str) -> Locator:
    return page.locator("transactions-screen .entry").filter(has_text=shop)


def edit(page: Page, shop: str, change: Callable[[Locator], object]) -> None:
    page.get_by_role("link", name=shop).first.click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    change(sheet)
    sheet.get_by_role("button", name="Save").click()
    expect(sheet).to_be_hidden()
