import asyncio
import threading

import pytest

from voice.errors import Busy
from voice.pool import Pool

pytestmark = pytest.mark.anyio


class TestPool:
    async def test_answers_with_the_result(self) -> None:
        assert await Pool(1).run(lambda: 7) == 7

    async def test_passes_on_what_the_job_raises(self) -> None:
        with pytest.raises(ZeroDivisionError):
            await Pool(1).run(lambda: 1 // 0)

    async def test_turns_away_what_finds_no_place_and_takes_the_next_when_one_is_free(self) -> None:
        pool, gate = Pool(1), threading.Event()
        first = asyncio.ensure_future(pool.run(lambda: gate.wait(5)))
        waiting = asyncio.ensure_future(pool.run(lambda: gate.wait(5)))
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await pool.run(lambda: gate.wait(5))
        gate.set()
        assert await asyncio.gather(first, waiting) == [True, True]
        assert await pool.run(lambda: "free") == "free"

    async def test_keeps_the_event_loop_free(self) -> None:
        pool, gate = Pool(1), threading.Event()
        working = asyncio.ensure_future(pool.run(lambda: gate.wait(5)))
        await asyncio.sleep(0.01)
        gate.set()
        assert await working

    async def test_frees_the_place_of_a_request_that_went_away(self) -> None:
        pool, gate = Pool(1), threading.Event()
        gone = asyncio.ensure_future(pool.run(lambda: gate.wait(5)))
        await asyncio.sleep(0.01)
        gone.cancel()
        gate.set()
        await asyncio.gather(gone, return_exceptions=True)
        for _ in range(3):
            assert await pool.run(lambda: True)
