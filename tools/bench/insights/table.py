"""Measure at 10,000, 100,000 and 1,000,000 transactions in a scratch database and print the table."""

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

from tools.bench.measure import Measure, milliseconds, versus
from tools.bench.starting import python
from tools.bench.table import HEADING, line
from tools.scratch import scratch_database
from tools.setup import ROOT

FIRST, TIMES = 10_000, 7
SIZES = (10_000, 100_000, 1_000_000)
BY_BEANCOUNT = 100_000
"""Larger ledgers take beancount minutes."""


def main(most: int) -> None:
    with tempfile.TemporaryDirectory(dir=ROOT / "var", prefix="bench-") as var:
        scratch_database(Path(var))
        print(HEADING)
        for one in measure([size for size in SIZES if size <= most]):
            print(line(one), flush=True)
    print("Medians, warm, pandas loaded; ratio = ours / theirs. The limit at 100,000 is a ratio of 3.")


def measure(sizes: list[int]) -> Iterator[Measure]:
    from tools.bench.homes import household
    from tools.bench.insights.growth import grow

    ledger, was = household(FIRST).ledger, 1
    for size in sizes:
        grow(ledger, was, size // FIRST)
        was = size // FIRST
        yield from month(ledger, size)
    loaded = versus(partial(python, "import pandas"), partial(python, "pass"), times=3)
    yield Measure("pandas, once a process, on first use", loaded[0], "an interpreter that starts", loaded[1])


def month(ledger: UUID, size: int) -> Iterator[Measure]:
    """The whole answer and its two halves beside the GROUP BY; the GROUP BY beside beancount."""
    from datetime import UTC, datetime

    from insights.findings.month import findings_of
    from insights.frames import cubes_of
    from insights.services import summarise_month
    from tools.bench.insights import peers

    today = datetime.now(UTC).date()
    answer = partial(summarise_month, ledger=ledger, currency="EUR", month=today.replace(day=1), today=today)
    peer, name = partial(peers.group_by, ledger), f"SQLite's GROUP BY, {size:,} transactions"
    ours, theirs = versus(answer, peer, times=TIMES)
    yield Measure(f"the month's whole answer, of {size:,}", ours, name, theirs)
    cubes, theirs = versus(partial(cubes_of, ledger, today), peer, times=TIMES)
    yield Measure("  of it the cubes (SQL → pandas)", cubes, name, theirs)
    cube = cubes_of(ledger, today).of("EUR")
    found = milliseconds(partial(findings_of, cube), times=TIMES)
    yield Measure("  of it the findings", found, name, theirs)
    if size <= BY_BEANCOUNT:
        written = peers.text(ledger)
        read = milliseconds(partial(peers.beancount, written), times=1)
        yield Measure("  the same totals, beancount", ours, "beancount: read and add up", read)


if __name__ == "__main__":
    main(int(sys.argv[1]))
