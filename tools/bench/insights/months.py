"""The month's whole answer, without a model, beside the same ledger's totals by others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from insights.findings.month import findings_of
from insights.frames import cubes_of
from insights.services import summarise_month
from tools.bench.insights import peers
from tools.bench.measure import Measure, milliseconds, versus

TIMES = 7
BY_BEANCOUNT = 100_000
"""Larger ledgers take beancount minutes."""


def month(ledger: UUID, size: int) -> Iterator[Measure]:
    """The answer and its halves beside one GROUP BY of the whole ledger and beancount's totals."""
    today = datetime.now(UTC).date()
    answer = partial(summarise_month, ledger=ledger, currency="EUR", month=today.replace(day=1), today=today)
    peer, name = partial(peers.group_by, ledger), f"SQLite's GROUP BY, {size:,} transactions"
    ours, theirs = versus(answer, peer, times=TIMES)
    yield Measure(f"the month's whole answer, of {size:,}", ours, name, theirs)
    cubes, beside = versus(partial(cubes_of, ledger, today), peer, times=TIMES)
    yield Measure("  of it the cubes (SQL → pandas)", cubes, name, beside)
    found, beside = versus(partial(findings_of, cubes_of(ledger, today).of("EUR")), peer, times=TIMES)
    yield Measure("  of it the findings", found, name, beside)
    if size <= BY_BEANCOUNT:
        read = milliseconds(partial(peers.beancount, peers.text(ledger)), times=1)
        yield Measure("  the whole answer again", ours, "beancount's totals alone", read)
