"""kill -9 of the real Chromium right after "saved on this phone": every entry is there, and arrives once."""

import os
import signal
import time
from collections import Counter
from pathlib import Path
from statistics import median
from uuid import UUID

from playwright.sync_api import Page, Playwright, sync_playwright

from finance.models import Transaction
from tools.bench.voice.home import Home, open_home
from tools.bench.voice.wav import wav_of
from tools.chromium import launched
from tools.proofs.chromium import SYNCED, arrive
from tools.proofs.figure import Figure
from tools.scratch import scratch_folder

KILLS = int(os.environ.get("KILLS", "50"))
CLAIM = 'Of what Chromium called "saved on this phone" nothing is lost when it is killed with -9 right then.'
SAVE = """() => new Promise((saved) => {
  const seen = () => document.querySelector("undo-bar")?.textContent.includes("Saved on this phone");
  const watch = new MutationObserver(() => seen() && saved(Date.now()));
  watch.observe(document, { subtree: true, childList: true, characterData: true });
  [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "Save").click();
})"""
"""Taps Save; the moment at which the page says that the entry is saved, in ms since 1970."""
AMOUNTS_KEPT = """async () => {
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => /^my-funds-\\d+$/.test(name));
  const result = (asked) => new Promise((done) => (asked.onsuccess = () => done(asked.result)));
  const opened = await result(indexedDB.open(name));
  const entries = await result(opened.transaction("outbox").objectStore("outbox").getAll());
  opened.close();
  return entries.filter(({ mutation }) => mutation.entity === "transaction")
    .flatMap(({ mutation }) => Object.entries(mutation.fields))
    .filter(([path]) => path.endsWith(".amount")).map(([, amount]) => amount);
}"""
"""The amounts of the entries in the outbox on the disk."""


def prove(seed: int) -> Figure:
    """No query may run while the browser's driver does, for that has an event loop of its own."""
    amounts = [100 * amount + 50 for amount in range(1, KILLS + 1)]
    with scratch_folder("killed") as folder, open_home() as home:
        before = set(Transaction.objects.values_list("uid", flat=True))
        with sync_playwright() as playwright:
            delays, kept = killed_over_and_over(playwright, folder, home)
        once = arrived_once(before, amounts)
    numbers = {
        "kills": KILLS,
        "after the words, ms (p50)": round(median(delays)),
        "kept on the phone": len(set(kept) & set(amounts)),
        "on the server, each once": once,
    }
    holds = numbers["kept on the phone"] == once == KILLS
    return Figure(CLAIM, holds, {name: str(number) for name, number in numbers.items()})


def killed_over_and_over(playwright: Playwright, folder: Path, home: Home) -> tuple[list[float], list[int]]:
    """Save an entry with the network off and kill the browser, again and again; then let it sync.

    How long after "saved on this phone" each kill came, in ms, and the amounts on the disk after all.
    """
    profile, microphone = folder / "profile", folder / "microphone.wav"
    microphone.write_bytes(wav_of(b"", after=3))
    with launched(playwright, profile, microphone) as context:
        arrive(context, home)
    amounts = range(1, KILLS + 1)
    delays = [saved_and_killed(playwright, profile, microphone, home, amount) for amount in amounts]
    with launched(playwright, profile, microphone) as context:
        kept = kept_on_the_phone(context.pages[0], home)
        context.set_offline(False)
        context.pages[0].get_by_text(SYNCED).first.wait_for(timeout=60_000)
    return delays, kept


def arrived_once(before: set[UUID], expected: list[int]) -> int:
    """How many of the expected amounts came to the server once; 0 where something else came too."""
    new = Transaction.objects.exclude(uid__in=before).filter(postings__line__isnull=False)
    amounts = Counter(new.values_list("postings__amount", flat=True))
    once = sum(amounts[amount] == 1 for amount in expected)
    return once if amounts.total() == once else 0


def saved_and_killed(
    playwright: Playwright, profile: Path, microphone: Path, home: Home, amount: int
) -> float:
    """How long after "saved on this phone" the browser was killed, in ms."""
    context = launched(playwright, profile, microphone)
    context.set_offline(True)
    page = context.pages[0]
    page.goto(home.url)
    page.get_by_label("Type what you spent").fill(f"{amount}.50 groceries at lidl")
    page.get_by_role("button", name="Make the draft").click()
    page.get_by_role("region", name="Check and save").wait_for(timeout=20_000)
    saved: float = page.evaluate(SAVE)
    kill(profile)
    return time.time() * 1000 - saved


def kept_on_the_phone(page: Page, home: Home) -> list[int]:
    page.context.set_offline(True)
    page.goto(home.url)
    page.get_by_label("Type what you spent").wait_for()
    amounts: list[int] = page.evaluate(AMOUNTS_KEPT)
    return amounts


def kill(profile: Path) -> None:
    """kill -9 of the browser on a profile, with all of its processes."""
    flag = f"--user-data-dir={profile}"
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        words = process.read_bytes().decode(errors="replace").split("\0")
        if flag in words and not any(word.startswith("--type=") for word in words):
            os.kill(int(process.parent.name), signal.SIGKILL)
