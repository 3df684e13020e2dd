import asyncio
import threading
from collections.abc import Callable

import pytest

from voice.errors import Busy
from voice.pool import LONGEST_WAIT, PACE_AT_FIRST, Pool

pytestmark = pytest.mark.anyio


class Held:
    """Jobs that last until the gate opens."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.gate = threading.Event()
        self.begun = 0
        self.running: list[asyncio.Future[bool]] = []

    def job(self) -> bool:
        self.begun += 1
        return self.gate.wait(5)

    async def add(self, *, sound: float) -> None:
        """One more job; Busy when it finds no place."""
        asked = asyncio.ensure_future(self.pool.run(self.job, sound=sound))
        await asyncio.sleep(0.01)
        if asked.done():
            asked.result()
        self.running.append(asked)

    async def finish(self) -> list[bool]:
        self.gate.set()
        return await asyncio.gather(*self.running)


async def seen_pace(pool: Pool, job: Callable[[], object], *, times: int, sound: float) -> None:
    for _ in range(times):
        await pool.run(job, sound=sound)


class TestPool:
    async def test_answers_with_the_result(self) -> None:
        assert await Pool(1).run(lambda: 7, sound=1) == 7

    async def test_passes_on_what_the_job_raises(self) -> None:
        with pytest.raises(ZeroDivisionError):
            await Pool(1).run(lambda: 1 // 0, sound=1)

    async def test_takes_eight_sentences_at_once_with_two_threads(self) -> None:
        held = Held(Pool(2))
        for _ in range(8):
            await held.add(sound=15)
        assert held.begun == 2
        assert await held.finish() == [True] * 8

    async def test_turns_away_who_would_wait_too_long_and_tells_when_to_come_again(self) -> None:
        held = Held(Pool(1, longest_wait=10))
        await held.add(sound=60)
        with pytest.raises(Busy) as refusal:
            await held.add(sound=1)
        assert refusal.value.headers == {"Retry-After": str(int(60 * PACE_AT_FIRST) - 10)}
        await held.finish()
        assert await held.pool.run(lambda: "free", sound=60) == "free"

    async def test_takes_a_job_that_can_begin_at_once_however_long_it_is(self) -> None:
        held = Held(Pool(2, longest_wait=0.1))
        await held.add(sound=60)
        await held.add(sound=60)
        with pytest.raises(Busy):
            await held.add(sound=1)
        assert await held.finish() == [True, True]

    async def test_lets_more_wait_once_it_has_seen_that_its_machine_is_fast(self) -> None:
        pool = Pool(1)
        await seen_pace(pool, lambda: None, times=30, sound=60)
        held = Held(pool)
        for _ in range(8):
            await held.add(sound=60)
        assert await held.finish() == [True] * 8

    async def test_never_lets_more_sound_wait_than_the_fastest_machine_would_hear_in_time(self) -> None:
        pool = Pool(1)
        await seen_pace(pool, lambda: None, times=100, sound=60)
        held = Held(pool)
        with pytest.raises(Busy):
            for _ in range(int(LONGEST_WAIT / 0.02 / 60) + 2):
                await held.add(sound=60)
        await held.finish()

    async def test_keeps_the_event_loop_free(self) -> None:
        held = Held(Pool(1))
        await held.add(sound=1)
        assert not held.running[0].done()
        assert await held.finish() == [True]

    async def test_never_runs_a_job_whose_request_went_away_while_it_waited(self) -> None:
        held = Held(Pool(1))
        await held.add(sound=1)
        await held.add(sound=1)
        held.running.pop().cancel()
        await asyncio.sleep(0.01)
        assert await held.finish() == [True]
        assert await held.pool.run(lambda: held.begun, sound=1) == 1

    async def test_frees_the_place_of_a_request_that_went_away_while_it_was_heard(self) -> None:
        held = Held(Pool(1, longest_wait=0))
        await held.add(sound=1)
        held.running[0].cancel()
        held.gate.set()
        await asyncio.gather(*held.running, return_exceptions=True)
        await asyncio.sleep(0.05)
        for _ in range(3):
            assert await held.pool.run(lambda: True, sound=1)
