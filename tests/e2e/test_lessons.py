"""What a person corrects is learnt, on this phone and the other, and forgotten everywhere."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import Server


def guessed(page: Page, words: str) -> str:
    """The category of a draft that is then dropped."""
    steps.type_entry(page, words)
    chosen: str = page.get_by_label("Category").evaluate("(box) => box.selectedOptions[0].text")
    page.get_by_role("button", name="Cancel").click()
    return chosen


def open_lessons(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/settings")
    expect(page.locator("lesson-list")).to_contain_text("Learnt from you")


class TestACorrectedDraft:
    def test_teaches_both_phones_until_it_is_forgotten(self, home: Home, phone: Callable[..., Phone]) -> None:
        asha, other = phone("asha"), phone("other", size=(1280, 800))
        page = home.welcome(asha)
        assert guessed(page, "nine for origami") == "Uncategorised"
        home.stop()
        steps.type_entry(page, "nine for origami")
        page.get_by_label("Category").select_option(label="Entertainment")
        steps.save(page)
        expect(page.get_by_text("1 saved on this phone").first).to_be_visible()
        assert guessed(page, "eleven for origami") == "Entertainment"

        home.start()
        steps.expect_synced(steps.restart(asha, home))
        second = other.open()
        steps.sign_in(second, home)
        steps.expect_synced(second)
        assert guessed(second, "eleven for origami") == "Entertainment"

        open_lessons(second, home)
        expect(second.locator("lesson-list")).to_contain_text("“origami” goes to Entertainment")
        second.get_by_role("button", name="Forget: “origami”").click()
        expect(second.locator("lesson-list")).to_contain_text("Nothing yet")
        second.goto(home.url)
        steps.expect_synced(second)
        page = steps.restart(asha, home)
        steps.expect_synced(page)
        assert guessed(page, "eleven for origami") == "Uncategorised"
        assert asha.complaints == other.complaints == []
