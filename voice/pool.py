"""A few threads that recognise, and a short queue before them; who comes later is told to come again."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from voice.errors import Busy

Result = TypeVar("Result")


class Pool:
    """Runs at most `size` jobs at once and lets as many wait."""

    def __init__(self, size: int) -> None:
        self._threads = ThreadPoolExecutor(max_workers=size, thread_name_prefix="recogniser")
        self._places = threading.BoundedSemaphore(2 * size)

    async def run(self, job: Callable[[], Result]) -> Result:
        """The job's result, beside the event loop; Busy when every place is taken."""
        if not self._places.acquire(blocking=False):
            raise Busy
        running = self._threads.submit(job)
        running.add_done_callback(lambda _: self._places.release())
        return await asyncio.wrap_future(running)
