"""The network is cut at each step from typing to the server's answer: nothing is lost and nothing doubled."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import Server

STEPS = ("while typing", "before the draft", "before saving", "after saving")
ANSWERS = ("push cut off", "pull cut off")
"""How far the server's answer comes, as tests/e2e/spoilt.py has it."""
WAITING = "1 saved on this phone"


class TestACutCable:
    def test_loses_nothing_and_doubles_nothing_at_any_step(
        self, spoilt_home: Home, phone: Callable[..., Phone]
    ) -> None:
        asha = phone()
        page = spoilt_home.welcome(asha)
        for number, step in enumerate(STEPS, start=1):
            cut_at(asha, page, step, f"{number}.50")
        for number, answer in enumerate(ANSWERS, start=len(STEPS) + 1):
            cut_within(spoilt_home, page, answer, f"{number}.50")
        for number in range(1, len(STEPS) + len(ANSWERS) + 1):
            expect(page.locator("today-entries")).to_contain_text(f"{number}.50")
        assert spoilt_home.transactions() == len(STEPS) + len(ANSWERS)
        assert asha.complaints == []


def cut_at(asha: Phone, page: Page, step: str, amount: str) -> None:
    """Enter something while the network goes at one of the steps; then it is back."""
    assert asha.context
    cable = asha.context
    cut = {name: (lambda: cable.set_offline(True)) if name == step else (lambda: None) for name in STEPS}
    page.get_by_label("Type what you spent").press_sequentially(amount)
    cut["while typing"]()
    page.get_by_label("Type what you spent").press_sequentially(" groceries at lidl")
    cut["before the draft"]()
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_role("region", name="Check and save")).to_be_visible()
    cut["before saving"]()
    steps.save(page)
    cut["after saving"]()
    if step != "after saving":
        expect(page.get_by_text(WAITING).first).to_be_visible()
    asha.context.set_offline(False)
    steps.expect_synced(page)


def cut_within(spoilt: Server, page: Page, answer: str, amount: str) -> None:
    """The server has done what it was asked, and half of its answer arrives."""
    spoilt.spoil(answer)
    steps.type_entry(page, f"{amount} groceries at lidl")
    steps.save(page)
    expect(page.get_by_text(WAITING).first).to_be_visible()
    spoilt.spoil("")
    steps.expect_synced(page)
