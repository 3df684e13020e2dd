"""A Chromium of its own for a proof: a profile that outlives it, and a WAV file as its microphone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tools.bench.voice.home import Home
from tools.bench.voice.wav import wav_of
from tools.chromium import launched

SYNCED = "Everything is saved and synced"
FIRST_SYNC_MS = 600_000


@contextmanager
def chromium(folder: Path) -> Iterator[BrowserContext]:
    """Started anew on the folder's profile and closed at the end of the block; hears its microphone.wav."""
    microphone = folder / "microphone.wav"
    if not microphone.exists():
        microphone.write_bytes(wav_of(b"", after=3))
    with sync_playwright() as playwright:
        context = launched(playwright, folder / "profile", microphone)
        yield context
        context.close()


def arrive(context: BrowserContext, home: Home) -> Page:
    """The first visit, signed in: the ledger comes, the ear gets ready, the service worker takes over."""
    context.add_cookies(
        [{"name": name, "value": value, "url": home.url} for name, value in home.cookies.items()]
    )
    page = context.pages[0]
    page.goto(home.url)
    page.get_by_text(SYNCED).first.wait_for(timeout=FIRST_SYNC_MS)
    page.locator("ear-line").get_by_text("Tap to talk").wait_for(timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page
