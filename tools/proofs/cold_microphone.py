"""The microphone of a browser that was just started, with 100,000 transactions on the phone, offline."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tools.bench.homes import household
from tools.bench.voice.home import TOKEN, Home, session_of
from tools.proofs.chromium import arrive, chromium
from tools.proofs.figure import Figure
from tools.proofs.real_server import RealServer
from tools.scratch import scratch_folder

ROWS, STARTS = 100_000, 7
LIMIT_MS = 2_000
LIVE = """() => new Promise((resolve) => {
  const found = () => performance.getEntriesByName("ear:live")[0]?.startTime;
  const wait = () => (found() === undefined ? setTimeout(wait, 20) : resolve(found()));
  wait();
})"""
"""Milliseconds from the start of the navigation until the first sound arrived."""


def prove(seed: int) -> Figure:
    with scratch_folder("cold") as folder, large_home() as home:
        waits = sorted(cold_starts(folder, home))
    numbers = {
        "transactions": f"{ROWS:,}",
        "cold starts": str(STARTS),
        "p50": f"{median(waits):.0f} ms",
        "longest": f"{waits[-1]:.0f} ms",
    }
    claim = f"A browser just started hears within {LIMIT_MS / 1000:.0f} s each time, its network off."
    return Figure(claim, waits[-1] <= LIMIT_MS, numbers)


@contextmanager
def large_home(rows: int = ROWS) -> Iterator[Home]:
    """Somebody signed in on a real server, with so many rows in their ledger."""
    found = household(rows)
    server = RealServer()
    server.start()
    cookies = {"sessionid": session_of(found.people[0]), "csrftoken": TOKEN}
    try:
        yield Home(server, str(found.ledger), cookies)
    finally:
        server.kill()


def cold_starts(folder: Path, home: Home) -> Iterator[float]:
    """By the home screen's shortcut, which listens at once."""
    with chromium(folder) as context:
        arrive(context, home)
    for _ in range(STARTS):
        with chromium(folder) as context:
            context.set_offline(True)
            page = context.pages[0]
            page.goto(f"{home.url}/?speak")
            live: float = page.evaluate(LIVE)
        yield live
