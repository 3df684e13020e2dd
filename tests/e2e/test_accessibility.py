"""Every screen in light and dark keeps to what axe checks of WCAG 2.2 AA, and keys alone lead through."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.home import Home
from tests.e2e.mishaps import SPOIL, UNLIKELY_DAY
from tests.e2e.phone import Phone
from tests.e2e.server import ROOT, Server

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
LIGHT_MS = 200
"""Until the colours of the other light are drawn."""
HAS_KEYBOARD = """(name) => {
  const { activeElement: one } = document;
  return [one.ariaLabel, one.labels?.[0]?.textContent, one.textContent].some((said) => said?.includes(name));
}"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that depend on the light."""
CHECK = """(tags) => axe.run({ runOnly: tags }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) =>
    id + ": " + html.slice(0, 120) + " " + (any[0]?.message ?? ""))))"""


class TestEveryScreen:
    def test_keeps_to_wcag_in_light_and_dark(self, server: Server, phone: Callable[..., Phone]) -> None:
        page = phone().open()
        found = {place: broken for place, broken in walked(page, server) if broken}
        assert found == {}


class TestTheKeyboard:
    def test_records_an_entry_alone(self, home: Home, phone: Callable[..., Phone]) -> None:
        page = home.welcome(phone())
        expect(page.locator("typed-entry input")).to_be_visible()
        reach(page, "Type what you spent")
        page.keyboard.type("12.50 groceries at lidl")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Save", exact=True)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("today-entries")).to_contain_text("Lidl")
        expect(page.get_by_role("button", name="Speak")).to_be_focused()
        reach(page, "Lidl")
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


def walked(page: Page, server: Server) -> Iterator[tuple[str, list[str]]]:
    """Every screen, and what is wrong with it in either light."""
    page.goto(f"{server.url}/accounts/welcome/")
    yield from checked(page, "welcome")
    steps.become_owner(page, server)
    steps.wait_until_ready_offline(page)
    yield from checked(page, "speak, empty")
    steps.type_entry(page, "nine ninety nine")
    yield from checked(page, "draft card")
    page.get_by_role("button", name="Cancel").click()
    for words in ("12.50 groceries at lidl", "4 coffee at kiosk", "2000 salary"):
        steps.type_entry(page, words)
        steps.save(page)
    steps.expect_synced(page)
    yield from checked(page, "speak")
    yield from talked_back(page)
    for screen in ("transactions", "month", "settings", "attention"):
        page.goto(f"{server.url}/{screen}")
        expect(page.locator("main h1").first).to_be_visible()
        yield from checked(page, screen)
    yield from sheet_and_refusal(page, server)
    page.goto(f"{server.url}/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{server.url}/accounts/login/")
    yield from checked(page, "sign-in")


def talked_back(page: Page) -> Iterator[tuple[str, list[str]]]:
    """A change of the last entry and an answer, with the entries it counted."""
    for words, card in (("make it sixty", "amend-card"), ("how much did I spend this month", "reply-card")):
        page.get_by_label("Type what you spent").fill(words)
        page.get_by_role("button", name="Make the draft").click()
        expect(page.locator(card)).to_be_visible()
        yield from checked(page, card)
    page.get_by_role("button", name="Show the").click()
    expect(page.locator("reply-card .entry").first).to_be_visible()
    yield from checked(page, "counted entries")


def sheet_and_refusal(page: Page, server: Server) -> Iterator[tuple[str, list[str]]]:
    page.goto(f"{server.url}/transactions")
    page.get_by_role("link", name="Lidl").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield from checked(page, "sheet")
    server.stop()
    page.goto(f"{server.url}/")
    steps.type_entry(page, "9.40 lunch")
    steps.save(page)
    page.evaluate(SPOIL, UNLIKELY_DAY)
    server.start()
    page.goto(f"{server.url}/attention")
    expect(page.locator("rejected-card")).to_be_visible()
    yield from checked(page, "attention with a refusal")
    page.get_by_role("button", name="Discard").click()
    yield from checked(page, "attention that asks")
    page.get_by_role("button", name="Discard for good").click()


def checked(page: Page, place: str) -> Iterator[tuple[str, list[str]]]:
    for light in ("light", "dark"):
        page.emulate_media(color_scheme=light, reduced_motion="reduce")
        page.wait_for_timeout(LIGHT_MS)
        page.evaluate("Promise.allSettled(document.getAnimations().map((a) => a.finished)).then(() => null)")
        page.evaluate(AXE)
        yield f"{place}, {light}", page.evaluate(CHECK, RULES if light == "light" else COLOURS)


def reach(page: Page, name: str) -> None:
    """Press Tab until the control of that name has the keyboard."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(HAS_KEYBOARD, name):
            return
    raise AssertionError(f"Tab never reaches {name}")
