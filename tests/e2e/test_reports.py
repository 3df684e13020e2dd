"""Having the month written about: agreed to, looked at beforehand, checked; told why when it fails."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.gemini_server import GeminiServer, deeds
from tests.gemini_server.server import KEY, refuse

SPEND = """
from datetime import date, timedelta
from uuid import UUID
from django.contrib.auth import get_user_model
from django.utils import timezone
from finance.ids import natural_id, new_id
from finance.queries import ledgers_of
from finance.services import record
person = get_user_model().objects.get()
ledger = ledgers_of(person)[0].id
def spend(day, key, amount):
    line = {"category": str(natural_id(ledger, "account", key)), "amount": amount, "currency": "EUR"}
    bank = str(natural_id(ledger, "account", "bank"))
    fields = {"date": str(day), "account": bank, "lines": {str(new_id()): line}}
    about = {"op": "create", "entity": "transaction", "row": new_id()}
    record(person=person, ledger_id=ledger, fields=fields, now=timezone.now(), **about)
first = timezone.now().date().replace(day=1)
"""
TWO_MONTHS = """
spend(first, "groceries", 5000)
spend((first - timedelta(days=1)).replace(day=1), "groceries", 4000)
"""
ANSWER = "You spent {{f:q1.total}} on {{f:q1.name}} in {{f:q1.month}}."
REPORT = "You have spent {{f:what_changed.now}} in {{f:what_changed.month}} so far."


@pytest.fixture
def gemini(monkeypatch: pytest.MonkeyPatch) -> Iterator[GeminiServer]:
    """For a server that starts later."""
    with GeminiServer() as running:
        monkeypatch.setenv("GEMINI_BASE_URL", running.url)
        monkeypatch.setenv("GEMINI_PATIENCE", "2")
        yield running


@pytest.fixture
def page(gemini: GeminiServer, home: Home, phone: Callable[..., Phone]) -> Page:
    """The owner's phone, with something spent in this month and in the last."""
    opened = home.welcome(phone())
    home.python(SPEND + TWO_MONTHS)
    return opened


def agree(page: Page, server: Server) -> str:
    """Enter the key, say that it is paid, agree; the answer is what the preview shows."""
    page.goto(f"{server.url}/settings")
    section = page.locator("insight-settings")
    section.get_by_text("The server's key").click()
    section.get_by_label("Key for Gemini").fill(KEY)
    section.get_by_role("button", name="Keep this key").click()
    section.get_by_role("button", name="This key is of a paid project").click()
    expect(section.get_by_text("Confirmed as a paid key")).to_be_visible()
    section.get_by_label("Let Gemini write about my figures").check()
    expect(section.get_by_text("On since")).to_be_visible()
    section.get_by_text("What would be sent").click()
    return section.locator("pre").inner_text()


def report(page: Page, server: Server) -> Locator:
    """Have this month's report written, and wait until it is there."""
    page.goto(f"{server.url}/month")
    card = page.locator("report-card")
    card.get_by_role("button", name="Have it written").click()
    expect(card.locator(".report-source")).to_be_visible()
    return card


def words_beside_figures(told: Locator) -> str:
    """What the text says when every figure that names its fact is taken away."""
    words: str = told.evaluate(
        """(told) => {
             const copy = told.cloneNode(true);
             copy.querySelectorAll(".figure[data-fact]").forEach((figure) => figure.remove());
             return copy.textContent;
           }"""
    )
    return words


class TestAReport:
    def test_is_agreed_to_looked_at_beforehand_and_every_figure_is_a_fact(
        self, gemini: GeminiServer, home: Home, page: Page
    ) -> None:
        shown = agree(page, home)
        gemini.will(deeds.writes(REPORT))
        card = report(page, home)
        assert gemini.asked[0].body.decode() == shown
        told = card.locator(".report-told")
        expect(told).to_contain_text("You have spent €50.00 in ")
        expect(card).to_contain_text("Written by Gemini")
        assert not any(sign.isdigit() for sign in words_beside_figures(told))
        expect(told.locator("a.figure", has_text="€50.00")).to_have_attribute(
            "href", re.compile("^/transactions")
        )
        page.goto(f"{home.url}/settings")
        log = page.locator("sent-log")
        log.get_by_text("What was sent").click()
        log.get_by_text("Sent, to the letter").click()
        assert log.locator("pre").inner_text() == shown

    def test_that_fails_is_made_of_ready_sentences_and_says_why(
        self, gemini: GeminiServer, home: Home, page: Page
    ) -> None:
        agree(page, home)
        gemini.will(refuse(503, "UNAVAILABLE", "Overloaded."))
        card = report(page, home)
        expect(card.locator(".report-reason")).to_contain_text("Gemini is overloaded")
        told = card.locator(".report-told")
        expect(told).to_contain_text("€50.00")
        assert not any(sign.isdigit() for sign in words_beside_figures(told))

    def test_with_an_invented_figure_is_never_shown(
        self, gemini: GeminiServer, home: Home, page: Page
    ) -> None:
        agree(page, home)
        gemini.will(deeds.writes("You have spent €987.65."), deeds.writes("You have spent €987.65."))
        card = report(page, home)
        expect(card.locator(".report-reason")).to_contain_text("could not be matched")
        expect(page.locator("body")).not_to_contain_text("987")

    def test_is_not_asked_for_without_consent(self, gemini: GeminiServer, home: Home, page: Page) -> None:
        card = report(page, home)
        expect(card.locator(".report-reason")).to_contain_text("You have not agreed")
        assert gemini.asked == []


class TestAQuestion:
    def test_is_answered_by_gemini_and_without_it_by_the_phone(
        self, gemini: GeminiServer, home: Home, page: Page
    ) -> None:
        agree(page, home)
        page.goto(f"{home.url}/month")
        last = "print(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))"
        first_day, last_day = home.python(SPEND + last).split()[-2:]
        days = {"kind": "spent", "first_day": first_day, "last_day": last_day}
        gemini.will(
            deeds.calls(("figures", {**days, "about": "groceries"})),
            deeds.calls(
                ("answer", {"sentences": [ANSWER]}),
            ),
        )
        ask = page.locator("ask-line")
        ask.get_by_label("Your question").fill("what did we spend on groceries this month")
        ask.get_by_role("button", name="Ask").click()
        expect(ask.locator(".report-told")).to_contain_text("You spent €50.00 on Groceries")
        gemini.will(deeds.hangs_up)
        ask.get_by_role("button", name="Ask").click()
        expect(ask.locator("reply-card")).to_contain_text("€50.00")
        expect(ask).to_contain_text("Answered by this phone alone")
