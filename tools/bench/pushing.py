"""Pushing entries beside bare commits of SQLite on the same disk, both with synchronous=FULL."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from finance.household.mutations import transaction_mutation
from finance.household.plan import plan
from finance.household.settling import Household
from finance.queries import ledgers_of
from finance.sync.push import push
from tools.bench.homes import household
from tools.bench.measure import Measure, versus

BATCH, TIMES = 100, 8


def measure() -> Iterator[Measure]:
    home = household(rows=1000)
    waiting = mutations(home)
    commit = raw_commit(Path(settings.VAR) / "raw.sqlite3", next(waiting))
    alone, bare = versus(lambda: send(home, [next(waiting)]), commit, times=10 * TIMES)
    together, beside = versus(lambda: send(home, [next(waiting) for _ in range(BATCH)]), commit, times=TIMES)
    yield Measure("push: an entry alone", alone, "a bare SQLite commit of one row", bare)
    yield Measure(
        f"push: each of {BATCH} together", together / BATCH, "a bare SQLite commit of one row", beside
    )


def mutations(home: Household) -> Iterator[dict[str, Any]]:
    """New entries at shops the household knows already."""
    for one in plan(1, datetime.now(UTC).date())[-1000:]:
        yield transaction_mutation(home.ledger, replace(one, payee="Lidl"))


def send(home: Household, batch: list[dict[str, Any]]) -> None:
    person = home.people[0]
    epoch = str(ledgers_of(person)[0].epoch)
    pushed = push(person=person, ledger_id=home.ledger, epoch=epoch, mutations=batch, now=datetime.now(UTC))
    assert {answer.status for answer in pushed.answers} == {"applied"}


def raw_commit(path: Path, mutation: dict[str, Any]) -> Callable[[], object]:
    """Commits one row that holds the same text, each time it is called."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE log (text TEXT);"
    )
    text = json.dumps(mutation)
    return lambda: connection.execute("INSERT INTO log VALUES (?)", [text])
