"""One line of the table, and how to time a job."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measure:
    """Our milliseconds beside those of a peer, or beside a limit that we set ourselves."""

    name: str
    ours: float
    against: str
    theirs: float

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def milliseconds(job: Callable[[], object], *, times: int) -> float:
    """The median over `times` runs, after one that is not counted."""
    job()
    return median(once(job) for _ in range(times))


def versus(ours: Callable[[], object], theirs: Callable[[], object], *, times: int) -> tuple[float, float]:
    """Both medians, the runs taken in turns, so that a busy moment of the machine meets both."""
    ours(), theirs()
    pairs = [(once(ours), once(theirs)) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def once(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000
