"""A new phone joins a ledger of 100,000 transactions: how long it takes, and that one can speak meanwhile."""

import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tools.bench.voice.browser import QUIET_START
from tools.bench.voice.home import Home
from tools.proofs.chromium import FIRST_SYNC_MS, SYNCED, chromium
from tools.proofs.cold_microphone import ROWS, large_home
from tools.proofs.figure import Figure
from tools.proofs.patience import Patience
from tools.scratch import scratch_folder
from tools.setup import ROOT

SENTENCE = ROOT / "tests" / "data" / "speech" / "groceries.wav"
LIMIT_S, LATE_MS = 60, 500
"""Of the whole first sync; and how long the page may leave a tap unanswered (p99) meanwhile."""
STEPS = 10
"""So many different percentages at least are shown."""
SHOWN = (Path(__file__).parent / "progress.js").read_text()
"""Notes the percentages that the page shows."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Seconds until all was there, and until a spoken entry was saved; percentages shown; lateness in ms."""

    complete: float
    spoken: float
    shown: int
    late: dict[str, float]
    rows: int


def prove(seed: int, rows: int = ROWS) -> Figure:
    with scratch_folder("first") as folder, large_home(rows) as home:
        (folder / "microphone.wav").write_bytes(SENTENCE.read_bytes())
        with chromium(folder) as context:
            found = arrival(context, home)
    return Figure(
        f"A new phone has a ledger of {rows:,} within {LIMIT_S} s, and its person speaks meanwhile.",
        holds(found, rows),
        {
            "complete": f"{found.complete:.1f} s",
            "spoken, and saved on the phone, after": f"{found.spoken:.1f} s",
            "percentages shown": str(found.shown),
            "the page late by (p50, p99, most)": Patience.words(found.late),
        },
    )


def holds(found: Arrival, rows: int) -> bool:
    in_time = found.complete <= LIMIT_S and found.late["p99"] <= LATE_MS
    return in_time and found.spoken < found.complete and found.shown >= STEPS and found.rows == rows + 1


def arrival(context: BrowserContext, home: Home) -> Arrival:
    context.add_cookies(
        [{"name": name, "value": value, "url": home.url} for name, value in home.cookies.items()]
    )
    context.add_init_script(QUIET_START)
    page = context.pages[0]
    start = time.monotonic()
    page.goto(home.url)
    patience = Patience(page)
    page.evaluate(SHOWN)
    page.locator("ear-line").get_by_text("Tap to talk").wait_for(timeout=60_000)
    say_and_save(page)
    spoken = time.monotonic() - start
    page.get_by_text(SYNCED).first.wait_for(timeout=FIRST_SYNC_MS)
    complete = time.monotonic() - start
    return Arrival(complete, spoken, page.evaluate("shown.size"), patience.figures(), transactions(page))


def say_and_save(page: Page) -> None:
    page.get_by_role("button", name="Speak", exact=True).click()
    page.get_by_role("region", name="Check and save").wait_for(timeout=60_000)
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("undo-bar").get_by_text("Saved on this phone").wait_for(timeout=20_000)


def transactions(page: Page) -> int:
    """How many transactions the phone shows."""
    count: int = page.evaluate(
        "document.querySelector('my-funds').entrance.house.store.transactions().then((all) => all.length)"
    )
    return count
