"""Every row read once, and what came of it."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tools.score.judging import exact, verdicts
from tools.score.rows import Reading, Row, kind
from tools.score.tally import Tally

Parser = Callable[[str, dict[str, Any]], Reading]
EXACT = "EXACT row"


@dataclass(frozen=True, slots=True)
class Answer:
    """A row, how it was read, whether that is exact, and the milliseconds of processor time it took."""

    row: Row
    reading: Reading
    exact: bool
    milliseconds: float


def answers(read: Parser, rows: Iterable[Row]) -> list[Answer]:
    return [answer(read, row) for row in rows]


def answer(read: Parser, row: Row) -> Answer:
    start = time.process_time()
    try:
        reading = read(row["text"], dict(row["context"]))
    except Exception as error:  # a crash on one sentence is one wrong row
        reading = {"action": "crash", "items": [], "error": repr(error)}
    return Answer(row, reading, exact(row, reading), (time.process_time() - start) * 1000)


def tally_of(given: Iterable[Answer]) -> Tally:
    tally = Tally()
    for one in given:
        tally.add_all(verdicts(one.row, one.reading))
        tally.add(EXACT, one.exact)
    return tally


def grouped(given: Iterable[Answer], names: Callable[[Row], Iterable[str]]) -> dict[str, list[Answer]]:
    """The answers under each of their rows' names, by name: grouped(all, by_kind)["hi"]."""
    groups: dict[str, list[Answer]] = {}
    for one in given:
        for name in names(one.row):
            groups.setdefault(name, []).append(one)
    return dict(sorted(groups.items()))


def by_kind(row: Row) -> Iterable[str]:
    return (kind(row),)


def by_split(row: Row) -> Iterable[str]:
    return (row["split"],)


def by_tag(row: Row) -> Iterable[str]:
    return tuple(row["tags"])


def percentile(given: list[Answer], share: float) -> float:
    """Milliseconds of processor time that this share of the answers stayed under."""
    return sorted(one.milliseconds for one in given)[int((len(given) - 1) * share)]
