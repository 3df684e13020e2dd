"""What a person does, as one function each: the stories read aloud."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.phone import Phone
from tests.e2e.server import Server

PASSWORD = "correct horse battery"
READY = "Tap to talk"


def become_owner(page: Page, server: Server, *, name: str = "asha", currency: str = "EUR") -> None:
    """The first visit on the server's own machine: name, password, currency; then the recovery codes."""
    page.goto(f"{server.url}/accounts/welcome/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Currency").select_option(currency)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", name="recovery codes")).to_be_visible()
    page.get_by_role("link", name="I have kept them").click()


def sign_in(page: Page, server: Server, *, name: str = "asha") -> None:
    page.goto(f"{server.url}/accounts/login/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Speak")).to_be_visible()


def wait_until_ready_offline(page: Page) -> None:
    """The ear is ready, the ledger is on this phone, and the service worker holds the whole app."""
    expect(page.locator("ear-line")).to_contain_text(READY, timeout=60_000)
    expect_synced(page)
    wait_for_service_worker(page)


def wait_for_service_worker(page: Page) -> None:
    page.evaluate(
        """new Promise((resolve) => {
             if (navigator.serviceWorker.controller) resolve(null);
             navigator.serviceWorker.addEventListener("controllerchange", () => resolve(null));
           })"""
    )


def speak(page: Page) -> None:
    """Tap the microphone and let the sentence end by itself; the draft is there when this returns."""
    page.get_by_role("button", name="Speak").click()
    expect(page.get_by_role("region", name="Check and save")).to_be_visible(timeout=60_000)


def type_entry(page: Page, words: str) -> None:
    page.get_by_label("Type what you spent").fill(words)
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_role("region", name="Check and save")).to_be_visible()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("region", name="Check and save")).to_be_hidden()
    expect(page.locator("undo-bar")).to_contain_text("Saved on this phone")


def expect_synced(page: Page) -> None:
    expect(page.get_by_text("Everything is saved and synced").first).to_be_visible(timeout=60_000)


def shown_amount(page: Page) -> str:
    """The amount in the draft card's field, digits and separators as shown."""
    return page.get_by_label("Amount", exact=True).input_value()


def expect_drafted(page: Page, amount: str, *, patience: float = 30_000) -> None:
    """Wait for a draft of an amount; a name heard through a busy machine's microphone is left open."""
    expect(page.get_by_label("Amount", exact=True)).to_have_value(amount, timeout=patience)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def restart(phone: Phone, server: Server, address: str = "/") -> Page:
    """Close the browser and open it again at an address of the app."""
    phone.close()
    page = phone.open()
    page.goto(f"{server.url}{address}")
    return page


def fetched_while_listening(page: Page) -> list[str]:
    """What the page asked the network for between the last start of listening and its draft."""
    timeline: list[str] = page.evaluate("window.timeline")
    draft = len(timeline) - 1 - timeline[::-1].index("draft")
    start = draft - timeline[draft::-1].index("listening")
    return [note for note in timeline[start:draft] if note.startswith("fetch")]
