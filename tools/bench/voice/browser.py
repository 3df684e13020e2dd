"""(b), (c) and (d) in a real Chromium with its network off: what a person waits for while they speak."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tools.bench.voice import memory
from tools.bench.voice.home import Home, open_home
from tools.bench.voice.server import real_time_factor
from tools.bench.voice.wav import wav_of
from tools.chromium import launched
from tools.setup import ROOT
from voice import recordings, speech_models

QUIET_START = "localStorage.setItem('my-funds-listening-answers', 'off')"
TURNS = ("refused", "trouble", "failed", "kept", "reply", "amend")
ENDED = ", ".join(["draft-sheet", *(f"[data-turn={turn}]" for turn in TURNS)])
MARKS = """() => Object.fromEntries(
  performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]))"""
CONTROLLED = """new Promise((resolve) => {
  if (navigator.serviceWorker.controller) resolve(true);
  navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true));
})"""
"""Without a network the engine's parts come from the service worker, once it answers for the page."""
WAITS = {
    "last voiced sample → provisional draft": ("ear:last-voiced", "draft:provisional"),
    "end decision → final draft": ("ear:ended", "draft:final"),
    "speech starts → first words": ("ear:first-voiced", "ear:first-words"),
    "tap → listening": ("ear:asked", "ear:live"),
}
DECODE = (Path(__file__).parent / "decode.js").read_text()


@dataclass(frozen=True, slots=True)
class Browser:
    """A Chromium whose microphone plays a file, with a page of the app."""

    context: BrowserContext
    page: Page
    profile: Path
    microphone: Path

    def say(self, sound: bytes) -> dict[str, float]:
        """Speak a sentence; the moments noted in the page, and "draft:final" only where it became a draft."""
        self.microphone.write_bytes(wav_of(sound, before=0.5, after=3))
        self.page.get_by_role("button", name="Speak", exact=True).click()
        self.page.locator("[data-turn=listening]").wait_for(timeout=10_000)
        self.page.locator(ENDED).first.wait_for(timeout=60_000)
        self.page.wait_for_timeout(50)
        marks: dict[str, float] = self.page.evaluate(MARKS)
        self.start_over()
        return marks

    def start_over(self) -> None:
        """Drop the draft, where there is one; anything else gives way to the next sentence."""
        sheet = self.page.locator("draft-sheet")
        if sheet.count():
            sheet.get_by_role("button", name="Cancel", exact=True).click()

    def ready(self) -> None:
        self.page.locator("ear-line").get_by_text("Tap to talk").wait_for(timeout=60_000)


def measure(spoken: Sequence[bytes], folder: Path) -> dict[str, Any]:
    """Each sentence spoken once: waits (ms, p50 and p95), and the page's memory before and after them all."""
    folder.mkdir(parents=True, exist_ok=True)
    with open_home() as home, browser_at(home, folder) as browser:
        browser.say(spoken[0])
        before = page_memory(browser)
        marked = [browser.say(sound) for sound in spoken]
        found: dict[str, Any] = {
            "sentences": len(spoken),
            "drafts": drafts_of(marked),
        }
        found |= {"waits": waits(marked), "memory before": before, "memory after": page_memory(browser)}
        found |= {"memory peak": max(map(memory.peak, memory.renderers(browser.profile)), default=0)}
    return found


def measure_engine(spoken: Sequence[bytes], folder: Path) -> dict[str, float]:
    """Time to hear beside the length of the sound, as fast as the engine can, and beside the server's."""
    folder.mkdir(parents=True, exist_ok=True)
    with open_home() as home, browser_at(home, folder, bypass_csp=True) as browser:
        engine = next((ROOT / "static" / "dist" / "assets").glob("speech-worker-*.js")).name
        model = speech_models.required("en").url
        given = [f"/static/assets/{engine}", model, [list(sound) for sound in spoken]]
        took: float = browser.page.evaluate(DECODE, given)
    here = took / 1000 / sum(map(recordings.seconds, spoken))
    native = real_time_factor(spoken)
    return {"real-time factor": here, "server's": native, "ratio": here / native}


@contextmanager
def browser_at(home: Home, folder: Path, *, bypass_csp: bool = False) -> Iterator[Browser]:
    """A browser on the speak screen, ready to listen, with its network off."""
    profile, microphone = folder / "profile", folder / "microphone.wav"
    microphone.write_bytes(wav_of(b"", after=1))
    with sync_playwright() as playwright:
        context = launched(playwright, profile, microphone, bypass_csp=bypass_csp)
        context.add_cookies(
            [{"name": name, "value": value, "url": home.url} for name, value in home.cookies.items()]
        )
        context.add_init_script(QUIET_START)
        found = Browser(context, context.pages[0], profile, microphone)
        found.page.goto(home.url)
        found.ready()
        found.page.evaluate(CONTROLLED)
        context.set_offline(not bypass_csp)
        yield found
        context.close()


def page_memory(browser: Browser) -> float:
    return max(map(memory.resident, memory.renderers(browser.profile)), default=0.0)


def drafts_of(marked: Sequence[dict[str, float]]) -> int:
    """How many sentences became drafts; RuntimeError for none: then nobody was listening."""
    found = sum("draft:final" in marks for marks in marked)
    if not found:
        raise RuntimeError("No sentence became a draft: the page did not hear the microphone's file.")
    return found


def waits(marked: Sequence[dict[str, float]]) -> dict[str, dict[str, float]]:
    """p50 and p95 of each wait, ms, over the sentences that have both its moments; an early end waits 0."""
    found = {}
    for name, (start, end) in WAITS.items():
        took = [max(marks[end] - marks[start], 0) for marks in marked if start in marks and end in marks]
        if len(took) > 1:
            cuts = quantiles(took, n=20, method="inclusive")
            found[name] = {"p50": cuts[9], "p95": cuts[18], "of": len(took)}
    return found
