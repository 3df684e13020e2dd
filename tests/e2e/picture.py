"""`python -m tests.e2e.picture`: the README's picture, taken of the real app with a seeded household.

The sentence is spoken into the browser's microphone and understood in the page; nothing is drawn by hand.
"""

import base64
import re
import tempfile
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect, sync_playwright

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import ROOT, Server

PICTURE = ROOT / "docs" / "screenshot.png"
MOST_BYTES = 250_000
PHONE = (390, 760)
PAPER = """<!doctype html><style>
  body { margin: 0; }
  main { display: inline-flex; gap: 40px; padding: 40px; background: #e9e2d5; }
  img { inline-size: 390px; block-size: 760px; border: 8px solid #24211c; border-radius: 38px;
        box-shadow: 0 18px 40px rgb(60 48 30 / 28%); }
</style><main>IMAGES</main>"""


def take(playwright: Playwright, folder: Path) -> bytes:
    """Move in, speak a sentence, look at the month; both screens side by side as a PNG."""
    server = Server(folder / "server")
    server.var.mkdir()
    server.manage("migrate", "--verbosity", "0")
    name, password = login(server.manage("seed"))
    server.start()
    phone = Phone(playwright, folder / "phone", PHONE, scale=1.5)
    try:
        phone.hear("groceries")
        page = phone.open()
        sign_in(page, server, name, password)
        return side_by_side(page, [spoken(page), month(page, server)])
    finally:
        phone.close()
        server.stop()


def login(told: str) -> tuple[str, str]:
    """The name and password that `seed` printed."""
    found = [re.search(rf"{word} +(\S+)", told) for word in ("name", "password")]
    name, password = (match.group(1) if match else "" for match in found)
    return name, password


def sign_in(page: Page, server: Server, name: str, password: str) -> None:
    page.goto(f"{server.url}/accounts/login/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    steps.expect_synced(page)
    steps.wait_until_ready_offline(page)


def spoken(page: Page) -> bytes:
    steps.speak(page)
    expect(page.get_by_label("Where")).to_have_value("Lidl")
    page.mouse.move(0, 0)
    return page.screenshot(animations="disabled")


def month(page: Page, server: Server) -> bytes:
    page.goto(f"{server.url}/month")
    expect(page.locator("spend-curve svg").first).to_be_visible()
    return page.screenshot(animations="disabled")


def side_by_side(page: Page, screens: list[bytes]) -> bytes:
    page.goto("about:blank")
    images = (base64.b64encode(screen).decode() for screen in screens)
    page.set_content(
        PAPER.replace("IMAGES", "".join(f'<img src="data:image/png;base64,{one}">' for one in images))
    )
    page.set_viewport_size({"width": 980, "height": 870})
    return page.locator("main").screenshot()


if __name__ == "__main__":
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        picture = take(playwright, Path(folder))
    assert len(picture) <= MOST_BYTES, f"{len(picture):,} bytes are more than {MOST_BYTES:,}"
    PICTURE.write_bytes(picture)
    print(f"{PICTURE.relative_to(ROOT)}: {len(picture):,} bytes")
