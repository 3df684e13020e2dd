"""The parser on every sentence of tests/data/utterances."""

import json
import time
from collections.abc import Iterator
from statistics import median
from typing import Any

from tools.proofs.figure import Figure, share
from tools.proofs.judging import confidently_wrong, exact, false_draft
from tools.setup import ROOT
from voice.parser import read

SLOWEST = 5.0


def prove(seed: int) -> Figure:
    """Every sentence is answered, at most 5 ms at the median. The shares are of sentences it was made on."""
    rows = list(utterances())
    readings, times = zip(*(timed(row) for row in rows), strict=True)
    judged = list(zip(rows, readings, strict=True))
    numbers = {
        "exact": share(sum(exact(*pair) for pair in judged), len(rows)),
        "confidently wrong amounts": share(sum(confidently_wrong(*pair) for pair in judged), len(rows)),
        "false drafts": share(sum(false_draft(*pair) for pair in judged), len(rows)),
        "median": f"{median(times):.2f} ms",
        "slowest": f"{max(times):.2f} ms",
    }
    claim = f"The parser answers all the sentences it was made on, at a median of at most {SLOWEST:.0f} ms."
    return Figure(claim, median(times) <= SLOWEST, numbers)


def utterances() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "tests" / "data" / "utterances").glob("*.jsonl")):
        yield from map(json.loads, path.read_text().splitlines())


def timed(row: dict[str, Any]) -> tuple[dict[str, Any], float]:
    """The reading and the milliseconds it took."""
    start = time.perf_counter()
    reading: dict[str, Any] = read(row["text"], dict(row["context"]))
    return reading, (time.perf_counter() - start) * 1000
