"""The month's screen: every figure is the answer's, leads to its entries, and stays when the network goes."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.home import Home
from tests.e2e.phone import Phone
from tests.e2e.server import running
from tests.e2e.test_accessibility import checked

A_YEAR = """
from datetime import UTC, date, datetime
from config.people.models import Person
from finance.ids import natural_id, new_id
from finance.models import Ledger
from finance.services import record
person, ledger, now = Person.objects.get(), Ledger.objects.get(), datetime.now(UTC)
today = date.today()
def id_of(entity, name):
    return natural_id(ledger.id, entity, name)
def write(entity, row, fields):
    record(person=person, ledger_id=ledger.id, op="create", entity=entity, row=row, fields=fields, now=now)
for name in ("Lidl", "Spotify", "Landlord"):
    write("payee", id_of("payee", name), {"name": name})
def pay(day, key, amount, payee=None):
    line = {"category": str(id_of("account", key)), "amount": amount, "currency": ledger.currency}
    fields = {"date": str(day), "account": str(id_of("account", "bank")), "lines": {str(new_id()): line}}
    named = {"payee": str(id_of("payee", payee))} if payee else {}
    write("transaction", new_id(), {**fields, **named, "status": "recorded"})
for back in range(13):
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    pay(date(year, month + 1, 1), "housing", 90000, "Landlord")
    pay(date(year, month + 1, 1), "subscriptions", 1299 if back < 2 else 999, "Spotify")
    pay(date(year, month + 1, 1), "groceries", 25000 + 700 * back, "Lidl")
    pay(date(year, month + 1, 1), "salary", -300000)
for _ in range(2):
    pay(today.replace(day=1), "dining", 4321, "Lidl")
"""
"""A year of a household, told inside the server: bills, a price that rose, a purchase recorded twice."""
SHOWN = """() => [...document.querySelectorAll("main [data-fact]")].map((one) =>
  [one.dataset.fact, one.dataset.part ?? "", one.textContent])"""
LOOSE = """() => [...document.querySelectorAll(".look > p, .insight > p, .digest li")].flatMap((sentence) => {
  const copy = sentence.cloneNode(true);
  copy.querySelectorAll("[data-fact]").forEach((one) => one.remove());
  return /\\d/.test(copy.textContent) ? [sentence.textContent] : [];
})"""
"""Sentences with a figure that is no fact."""


def answer(page: Page) -> dict[str, Any]:
    """What the server says of this month now."""
    found: dict[str, Any] = page.evaluate(
        """async () => {
             const { ledgers: [{ id }] } = await (await fetch("/api/session")).json();
             const month = new Date().toISOString().slice(0, 7);
             return (await fetch(`/api/ledgers/${id}/months/${month}`)).json();
           }"""
    )
    return found


def at(found: Any, place: str) -> Any:
    """The value a JSON pointer (RFC 6901) leads to."""
    for key in place.split("/")[1:]:
        found = found[int(key)] if isinstance(found, list) else found[key]
    return found


def says(value: Any, text: str) -> bool:
    """Whether a text shows a fact, or an amount of the answer, and no other figure."""
    if isinstance(value, int):
        return abs(value) == number(text)
    figure = value["value"]
    if value["kind"] == "label":
        return bool(figure == text)
    if value["kind"] == "month":
        return number(text) in (None, int(figure[:4]))
    if value["kind"] == "day":
        return number(text) in (int(figure[8:]), int(figure[8:] + figure[:4]))
    return value["kind"] == "cadence" or number(text) == int(figure)


def number(text: str) -> int | None:
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits else None


@pytest.fixture(scope="module")
def theirs(settled: Home, phones: Callable[..., Phone]) -> Iterator[tuple[Home, Phone]]:
    """A household of a year and a phone that shows its month, complete for being offline."""
    one = phones("household")
    home = settled.copy(one.folder / "home")
    home.python(A_YEAR)
    with running(home):
        show_month(home.welcome(one), home)
        yield home, one


@pytest.fixture
def home(theirs: tuple[Home, Phone]) -> Iterator[Home]:
    yield theirs[0]
    if theirs[0].child is None:
        theirs[0].start()


@pytest.fixture
def household(home: Home, theirs: tuple[Home, Phone]) -> Iterator[Page]:
    """A page that shows this month."""
    context = theirs[1].context
    assert context
    page = context.new_page()
    show_month(page, home)
    yield page
    page.close()


def show_month(page: Page, home: Home) -> None:
    page.goto(f"{home.url}/month")
    expect(page.locator("spend-curve svg").first).to_be_visible(timeout=60_000)
    expect(page.locator("insight-cards li").first).to_be_visible()


class TestTheMonth:
    def test_shows_no_figure_that_is_not_the_answers(self, household: Page) -> None:
        found = answer(household)
        shown = household.evaluate(SHOWN)
        wrong = [
            (place, text) for place, _, text in shown if isinstance(at(found, place), dict | int)
            and not says(at(found, place), text)
        ]  # fmt: skip
        assert wrong == []
        assert household.evaluate(LOOSE) == []
        sections = {place.split("/")[1] for place, _, _ in shown}
        assert {
            "finding",
            "compared",
            "projection",
            "months",
            "upcoming",
            "subscriptions",
            "cards",
        } <= sections
        whole = sum(one["delta"] for one in found["finding"]["contributions"])
        assert [
            number(text) for place, part, text in shown if place == "/finding/contributions" and not part
        ] == [abs(whole)]

    def test_leads_from_a_figure_to_what_it_counted(self, household: Page) -> None:
        found = answer(household)
        household.locator(".look-so-far a.figure").first.click()
        expect(household.get_by_role("heading", name="Transactions")).to_be_visible()
        expect(household.locator(".filter-words")).to_contain_text("Spending")
        expect(household.locator(".entry")).to_have_count(5)
        assert found["compared"]["now"] == found["spent"]["EUR"]

    def test_keeps_to_wcag_in_light_and_dark(self, household: Page) -> None:
        household.locator("details").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
        assert {place: broken for place, broken in checked(household, "month") if broken} == {}

    def test_is_printed_without_what_is_for_hands(self, household: Page) -> None:
        household.emulate_media(media="print")
        for gone in ("app-nav", "month-actions", "insight-cards button"):
            expect(household.locator(gone).first).to_be_hidden()
        expect(household.locator("spend-curve svg").first).to_be_visible()
        assert household.pdf().startswith(b"%PDF")

    def test_fits_a_narrow_screen_and_reads_from_the_right(self, household: Page) -> None:
        household.set_viewport_size({"width": 320, "height": 640})
        household.add_init_script(
            "document.addEventListener('readystatechange', () => (document.documentElement.dir = 'rtl'))"
        )
        household.reload()
        expect(household.locator("spend-curve svg").first).to_be_visible()
        assert household.evaluate("document.documentElement.scrollWidth") <= 320


class TestWithoutTheNetwork:
    def test_shows_the_last_answer_and_of_when_it_is(self, household: Page, home: Home) -> None:
        sentence = household.locator(".look-so-far .look-sentence").inner_text()
        home.stop()
        household.reload()
        expect(household.locator(".look-so-far .look-sentence")).to_have_text(sentence, timeout=60_000)
        expect(household.locator(".offline-note")).to_contain_text("As of")
        household.locator(".look-so-far a.figure").first.click()
        expect(household.locator(".entry")).to_have_count(5)

    def test_remembers_what_was_put_away_and_tells_the_server(self, household: Page, home: Home) -> None:
        title = "Recorded twice?"
        known = answer(household)["cards"]
        assert title in [card["title"] for card in known]
        home.stop()
        household.get_by_role("button", name=f"Dismiss: {title}").click()
        expect(household.locator("insight-cards")).to_contain_text("Put away.")
        household.reload()
        expect(household.locator("spend-curve svg").first).to_be_visible(timeout=60_000)
        expect(household.get_by_role("heading", name=title)).to_have_count(0)
        home.start()
        with household.expect_response(lambda answer: answer.url.endswith("/cards") and answer.ok):
            household.goto(f"{home.url}/month")
        household.reload()
        expect(household.locator(".offline-note")).to_have_count(0, timeout=60_000)
        left = [card["id"] for card in answer(household)["cards"]]
        assert json.dumps(left) == json.dumps([card["id"] for card in known if card["title"] != title])
        expect(household.get_by_role("heading", name=title)).to_have_count(0)
