"""Events leave as they are made, in the request's own thread, and end when nobody listens."""

import asyncio
import threading
from collections.abc import Generator
from typing import Any

import pytest

from insights.writer.schemas import StepOut
from insights.writer.streaming import Event, encoded, sent


class Making:
    """Events that note in which threads they are made, and whether they were ended."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.made = 0
        self.ended = False

    def events(self) -> Generator[Event, None, None]:
        try:
            for number in range(3):
                self.threads.add(threading.get_ident())
                self.made += 1
                yield "step", StepOut(name="writing", signs=number)
        finally:
            self.threads.add(threading.get_ident())
            self.ended = True


class TestSent:
    def test_brings_each_event_before_the_next_is_made(self) -> None:
        making = Making()

        async def listen() -> list[int]:
            return [making.made async for _ in sent(making.events())]

        assert asyncio.run(listen()) == [1, 2, 3]
        assert making.ended
        assert len(making.threads) == 1 and threading.get_ident() not in making.threads

    def test_ends_the_events_when_nobody_listens_any_more(self) -> None:
        making = Making()

        async def leave() -> None:
            stream: Any = sent(making.events())
            await anext(stream)
            await stream.aclose()

        asyncio.run(leave())
        assert (making.made, making.ended) == (1, True)


class TestEncoded:
    @pytest.mark.parametrize("name", ["plain", "two\nlines", "\r\n\r\ndata: forged", "\u2028"])
    def test_is_one_event_whatever_it_holds(self, name: str) -> None:
        lines = encoded("step", StepOut(name=name, signs=0)).decode().splitlines()
        assert len(lines) == 3 and lines[2] == ""
