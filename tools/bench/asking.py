"""Questions about 100,000 entries, asked of the page in a real Chromium with its network off."""

from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Page

from tools.bench.measure import Measure
from tools.proofs.chromium import arrive, chromium
from tools.proofs.cold_microphone import ROWS, large_home
from tools.scratch import scratch_folder

LIMIT, TIMES = 300.0, 7
QUESTIONS = (
    "how much did i spend on groceries this month",
    "what did i pay at lidl last week",
    "how much did i spend at lidl this year",
    "how much did i spend in total",
    "what was my largest expense this year",
    "when did i last go to ikea",
    "what do i spend on coffee on average",
    "how much is in savings",
)
ASK = """(words) => new Promise((resolve) => {
  const began = performance.now();
  const look = () => {
    const card = document.querySelector("reply-card");
    if (card?.words !== words || !card.querySelector(".reply-sentence")) return setTimeout(look, 1);
    requestAnimationFrame(() => resolve(performance.now() - began));
  };
  const typed = new CustomEvent("typed", { detail: words, bubbles: true });
  document.querySelector("talk-stage").dispatchEvent(typed);
  look();
})"""
"""Milliseconds from the question to its answer on the screen: read by the parser, counted, drawn."""


def measure() -> Iterator[Measure]:
    with scratch_folder("asking") as folder, large_home() as home, chromium(folder) as context:
        page = arrive(context, home)
        context.set_offline(True)
        waits = {words: median(times(page, words)) for words in QUESTIONS}
    slowest = max(waits, key=lambda words: waits[words])
    limit = "our limit for an answer"
    yield Measure(f"ask: the median question, of {ROWS:,}", median(waits.values()), limit, LIMIT)
    yield Measure("ask: the slowest of eight", waits[slowest], limit, LIMIT)


def times(page: Page, words: str) -> Iterator[float]:
    """After one that is not counted; another question between, so that the card is new each time."""
    for count in range(TIMES + 1):
        page.evaluate(ASK, "how much money do i have")
        wait: float = page.evaluate(ASK, words)
        if count:
            yield wait
