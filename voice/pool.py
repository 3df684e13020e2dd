"""A few threads that recognise, and a queue before them as long as a person would wait."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from math import ceil
from typing import TypeVar

from voice.errors import Busy

Result = TypeVar("Result")

# Seconds; a phone gives up after 30.
LONGEST_WAIT = 20.0
# Seconds of work for a second of sound, until the pool has seen how fast its machine is.
PACE_AT_FIRST = 0.25
# How much of each new pace counts, and within what a pace is believed.
NEWEST, FASTEST, SLOWEST = 0.2, 0.02, 2.0
# Seconds of sound that a job counts as at least: its work does not shrink to nothing.
SHORTEST = 1.0


class Pool:
    """Runs at most `size` jobs at once; the others wait as long as their turn is near enough."""

    def __init__(self, size: int, *, longest_wait: float = LONGEST_WAIT) -> None:
        self._size = size
        self._longest_wait = longest_wait
        self._threads = ThreadPoolExecutor(max_workers=size, thread_name_prefix="recogniser")
        self._counting = threading.Lock()
        self._unfinished = 0
        self._sound = 0.0
        self._pace = PACE_AT_FIRST

    async def run(self, job: Callable[[], Result], *, sound: float) -> Result:
        """The result of a job on `sound` seconds, beside the event loop.

        Raises Busy, with the seconds after which to come again, when the wait would be too long. A job
        whose request goes away while it waits is never run.
        """
        weight = max(sound, SHORTEST)
        self._enter(weight)
        running = self._threads.submit(self._timed, job, weight)
        running.add_done_callback(lambda done: self._leave(done, weight))
        return await asyncio.wrap_future(running)

    def _enter(self, weight: float) -> None:
        with self._counting:
            wait = self._wait()
            if wait > self._longest_wait:
                raise Busy(ceil(wait - self._longest_wait))
            self._unfinished += 1
            self._sound += weight

    def _wait(self) -> float:
        """Seconds until a job that came now would begin, if all goes on as it did."""
        return self._sound * self._pace / self._size if self._unfinished >= self._size else 0.0

    def _timed(self, job: Callable[[], Result], weight: float) -> Result:
        begun = time.monotonic()
        result = job()
        seen = min(max((time.monotonic() - begun) / weight, FASTEST), SLOWEST)
        with self._counting:
            self._pace += NEWEST * (seen - self._pace)
        return result

    def _leave(self, done: "Future[Result]", weight: float) -> None:
        with self._counting:
            self._unfinished -= 1
            self._sound -= weight
