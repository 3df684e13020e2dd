"""The story the product is for: spoken with the network off, it ends in the month and on the other phone."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import Server


class TestSpeakingWithTheServerStopped:
    def test_ends_in_the_months_total_and_on_a_second_device(
        self, server: Server, phone: Callable[..., Phone]
    ) -> None:
        first = phone("first")
        page = first.open()
        steps.become_owner(page, server)
        steps.wait_until_ready_offline(page)

        server.stop()
        first.hear("groceries")
        page = steps.restart(first, server)
        expect(page.locator("ear-line")).to_contain_text(steps.READY, timeout=60_000)
        steps.speak(page)
        assert steps.fetched_while_listening(page) == []
        assert steps.digits(steps.shown_amount(page)) == "1250"
        payee = page.get_by_label("Where").input_value()
        steps.save(page)
        expect(page.get_by_text("1 saved on this phone").first).to_be_visible()

        server.start()
        page = steps.restart(first, server)
        steps.expect_synced(page)
        page.goto(f"{server.url}/month")
        expect(page.locator("month-screen")).to_contain_text("€12.50")
        expect(page.locator("month-screen")).to_contain_text("Groceries")

        second = phone("second", size=(1280, 800))
        other = second.open()
        steps.sign_in(other, server)
        other.goto(f"{server.url}/transactions")
        expect(other.locator("transactions-screen")).to_contain_text(payee or "Groceries")
        expect(other.locator("transactions-screen")).to_contain_text("12.50")
        assert server.manage("check_ledger")
        assert first.complaints == []
        assert second.complaints == []


class TestTypingOffline:
    def test_records_five_crore_rupees_to_the_paisa(
        self, server: Server, phone: Callable[..., Phone]
    ) -> None:
        asha = phone()
        page = asha.open()
        steps.become_owner(page, server, currency="INR")
        steps.wait_until_ready_offline(page)
        server.stop()
        steps.type_entry(page, "five crore rupees for the flat")
        assert steps.digits(steps.shown_amount(page)) == "5000000000"
        steps.save(page)
        server.start()
        page = steps.restart(asha, server)
        steps.expect_synced(page)
        page.goto(f"{server.url}/month")
        expect(page.locator("month-screen")).to_contain_text("5,00,00,000.00")
        assert asha.complaints == []


class TestSpeakingFiveCrore:
    def test_is_heard_and_drafted_to_the_paisa(self, server: Server, phone: Callable[..., Phone]) -> None:
        asha = phone()
        asha.hear("flat")
        page = asha.open()
        steps.become_owner(page, server, currency="INR")
        steps.wait_until_ready_offline(page)
        steps.speak(page)
        assert steps.digits(steps.shown_amount(page)) == "5000000000"
