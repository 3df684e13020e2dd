"""Ten thousand entries wait on one phone: how long until all are acknowledged, the page usable meanwhile."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from playwright.sync_api import BrowserContext, Page

from tools.bench.voice.home import Home, open_home
from tools.proofs.chromium import FIRST_SYNC_MS, SYNCED, arrive, chromium
from tools.proofs.figure import Figure
from tools.proofs.patience import Patience
from tools.scratch import scratch_folder

ENTRIES, LATE_MS, TYPED_S = 10_000, 500, 5.0
"""How long the page may leave a tap unanswered (p99), and a typed entry unsaved, while they are sent."""
RECORD = (Path(__file__).parent / "record_many.js").read_text()
"""Saves so many entries, one by one; how long each took, in ms."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Seconds until all were sent, and until one typed meanwhile was saved; ms; what the ledger got."""

    seconds: float
    typed: float
    saving: dict[str, float]
    late: dict[str, float]
    applied: int
    doubled: int


def prove(seed: int, entries: int = ENTRIES) -> Figure:
    with scratch_folder("queue") as folder, open_home() as home:
        waits = sent_from(folder, home, entries)
        found = Sent(*waits, *arrived(home))
    return Figure(
        f"{entries:,} entries that wait on one phone are acknowledged, and its page is usable meanwhile.",
        holds(found, entries),
        {
            "pushed, acknowledged and pulled in": f"{found.seconds:.1f} s",
            "applied": f"{found.applied:,}",
            "doubled": str(found.doubled),
            "saving one while they wait (p50, p99, most)": Patience.words(found.saving),
            "an entry typed while they are sent": f"{found.typed:.1f} s",
            "the page late by (p50, p99, most)": Patience.words(found.late),
        },
    )


def holds(found: Sent, entries: int) -> bool:
    usable = found.typed <= TYPED_S and found.late["p99"] <= LATE_MS
    return usable and found.applied == entries + 1 and found.doubled == 0


Waits = tuple[float, float, dict[str, float], dict[str, float]]
"""The first four of what was Sent."""


def sent_from(folder: Path, home: Home, entries: int) -> Waits:
    with chromium(folder) as context:
        return sent(context, home, entries)


def sent(context: BrowserContext, home: Home, entries: int) -> Waits:
    page = arrive(context, home)
    context.set_offline(True)
    saving: dict[str, Any] = page.evaluate(RECORD, entries)
    context.set_offline(False)
    patience, start = Patience(page), time.monotonic()
    typed = type_and_save(page)
    page.get_by_text(SYNCED).first.wait_for(timeout=FIRST_SYNC_MS)
    took = time.monotonic() - start
    return took, typed, saving, patience.figures()


def type_and_save(page: Page) -> float:
    """Seconds until an entry that is typed while the others are sent is saved."""
    start = time.monotonic()
    page.get_by_label("Type what you spent").fill("4.20 coffee")
    page.get_by_role("button", name="Make the draft").click()
    page.get_by_role("region", name="Check and save").wait_for(timeout=60_000)
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("undo-bar").get_by_text("Saved on this phone").wait_for(timeout=60_000)
    return time.monotonic() - start


def arrived(home: Home) -> tuple[int, int]:
    """Transactions of the ledger, and how many of their mutations changed more than their one row."""
    from finance.models import Change, Transaction

    rows = Transaction.objects.filter(ledger=UUID(home.ledger)).count()
    changed = Change.objects.filter(ledger=UUID(home.ledger), entity="transaction").count()
    return rows, changed - rows
