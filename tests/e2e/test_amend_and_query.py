"""The page talks back, with the server stopped: the last entry is changed and questions are answered."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.phone import Phone


def tell(page: Page, words: str) -> None:
    """Type a sentence that is no entry."""
    page.get_by_label("Type what you spent").fill(words)
    page.get_by_role("button", name="Make the draft").click()


def record(page: Page, words: str) -> None:
    steps.type_entry(page, words)
    steps.save(page)


def done(page: Page, what: str) -> None:
    expect(page.locator("undo-bar")).to_contain_text(what)


def answer(page: Page, words: str, figure: str) -> None:
    tell(page, words)
    expect(page.get_by_role("region", name="Answer").locator(".reply-figure").first).to_have_text(figure)


class TestTypedWithTheServerStopped:
    def test_changes_the_last_entry_and_answers_questions(
        self, home: Home, phone: Callable[..., Phone]
    ) -> None:
        asha = phone()
        page = home.welcome(asha)
        home.stop()

        record(page, "8.40 for coffee")
        record(page, "12.50 groceries at lidl")
        tell(page, "make it sixty")
        card = page.get_by_role("region", name="Change the last entry")
        expect(card.locator("dd")).to_have_text("€12.50 → €60.00")
        card.get_by_role("button", name="Change it").click()
        done(page, "Changed: €60.00 · Lidl")

        answer(page, "how much did I spend on groceries this month", "€60.00")
        expect(page.get_by_role("region", name="Answer")).to_contain_text(
            "€60.00 spent on Groceries this month."
        )
        answer(page, "how much did I spend this month", "€68.40")
        page.get_by_role("button", name="Show the 2 entries").click()
        expect(page.locator("reply-card found-entries .entry")).to_have_count(2)

        tell(page, "undo")
        done(page, "As it was: €12.50 · Lidl")
        tell(page, "delete that")
        done(page, "Deleted: €12.50 · Lidl")
        answer(page, "how much did I spend this month", "€8.40")
        page.get_by_role("button", name="Undo").click()
        answer(page, "how much did I spend this month", "€20.90")

        home.start()
        page = steps.restart(asha, home)
        steps.expect_synced(page)
        answer(page, "how much did I spend at lidl this month", "€12.50")
        assert home.manage("check_ledger")
        assert asha.complaints == []

    def test_says_plainly_what_it_cannot_do(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = home.welcome(phone())
        tell(page, "undo")
        expect(page.get_by_role("alert")).to_contain_text("There is nothing to take back on this phone")
        tell(page, "set my grocery budget to four hundred")
        expect(page.get_by_role("alert")).to_contain_text("Budgets are still to come")
        tell(page, "how much did I spend at lidl last week")
        expect(page.get_by_role("region", name="Answer")).to_contain_text("Nothing spent")


class TestSpokenWithTheServerStopped:
    def test_changes_the_last_entry_at_a_yes_and_answers_a_question(
        self, home: Home, phone: Callable[..., Phone]
    ) -> None:
        asha = phone()
        page = home.welcome(asha)
        home.stop()

        asha.hear("groceries")
        steps.speak(page)
        steps.save(page)
        asha.hear_all("amend", 3.0, "yes", 6.0)
        page.get_by_role("button", name="Speak").click()
        card = page.get_by_role("region", name="Change the last entry")
        expect(card).to_contain_text("€60.00", timeout=60_000)
        expect(page.locator("undo-bar")).to_contain_text("Changed: €60.00")

        hear(asha, page, "query")
        reply = page.get_by_role("region", name="Answer")
        expect(reply).to_contain_text("€60.00 spent on Groceries this month.", timeout=60_000)
        hear(asha, page, "delete")
        expect(page.locator("undo-bar")).to_contain_text("Deleted: €60.00", timeout=60_000)
        hear(asha, page, "query")
        expect(reply).to_contain_text("Nothing spent on Groceries this month.", timeout=60_000)
        assert asha.complaints == []


def hear(phone: Phone, page: Page, name: str) -> None:
    """Tap the microphone and say a sentence that is no entry."""
    phone.hear(name)
    page.get_by_role("button", name="Speak").click()
