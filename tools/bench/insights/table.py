"""Measure at 10,000, 100,000 and 1,000,000 transactions in a scratch database and print the table."""

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tools.bench.measure import Measure, versus
from tools.bench.starting import python
from tools.bench.table import HEADING, line
from tools.scratch import scratch_database
from tools.setup import ROOT

FIRST = 10_000
SIZES = (10_000, 100_000, 1_000_000)


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
    from tools.bench.insights.months import month

    ledger, was = household(FIRST).ledger, 1
    for size in sizes:
        grow(ledger, was, size // FIRST)
        was = size // FIRST
        yield from month(ledger, size)
    loaded = versus(partial(python, "import pandas"), partial(python, "pass"), times=3)
    yield Measure("pandas, once a process, on first use", loaded[0], "an interpreter that starts", loaded[1])


if __name__ == "__main__":
    main(int(sys.argv[1]))
