import asyncio
from typing import Any

import pytest

from config.turns import AT_ONCE, in_turn

PUSH = "/api/ledgers/one/push"


class Crowd:
    """Requests to an application that works until told, and what it sees of them."""

    def __init__(self) -> None:
        self.at_work: list[str] = []
        self.done: list[str] = []
        self.bodies: list[bytes] = []
        self.answers: dict[str, list[Any]] = {}
        self.enough = asyncio.Event()
        self.serve = in_turn(self.work)

    async def work(self, scope: Any, receive: Any, send: Any) -> None:
        self.at_work.append(scope["name"])
        self.bodies.append((await receive())["body"])
        await self.enough.wait()
        self.done.append(scope["name"])
        await send({"type": "http.response.start"})

    def ask(
        self, name: str, path: str = PUSH, *, hangs_up: asyncio.Event | None = None
    ) -> "asyncio.Task[None]":
        body = [{"type": "http.request", "body": name.encode(), "more_body": False}]

        async def receive() -> Any:
            if body:
                return body.pop(0)
            await (hangs_up or asyncio.Event()).wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            self.answers.setdefault(name, []).append(message)

        return asyncio.ensure_future(self.serve({"type": "http", "path": path, "name": name}, receive, send))


async def moments() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


class TestInTurn:
    def test_lets_a_few_work_and_the_others_after_them_in_order(self) -> None:
        async def story() -> None:
            crowd = Crowd()
            asked = [crowd.ask(str(number)) for number in range(6)]
            await moments()
            assert crowd.at_work == [str(number) for number in range(AT_ONCE["push"])]
            crowd.enough.set()
            await asyncio.gather(*asked)
            assert crowd.done == [str(number) for number in range(6)]
            assert crowd.bodies[5] == b"5" and len(crowd.answers) == 6

        asyncio.run(story())

    def test_lets_everything_else_pass(self) -> None:
        async def story() -> None:
            crowd = Crowd()
            asked = [crowd.ask(str(number)) for number in range(6)]
            asked += [crowd.ask("session", "/api/session"), crowd.ask("pull", "/api/ledgers/one/pull")]
            await moments()
            assert {"session", "pull"} <= set(crowd.at_work)
            crowd.enough.set()
            await asyncio.gather(*asked)

        asyncio.run(story())

    def test_does_nothing_for_who_has_hung_up(self) -> None:
        async def story() -> None:
            crowd, gone = Crowd(), asyncio.Event()
            asked = [crowd.ask(str(number)) for number in range(AT_ONCE["push"])]
            asked.append(crowd.ask("impatient", hangs_up=gone))
            await moments()
            gone.set()
            await moments()
            crowd.enough.set()
            await asyncio.gather(*asked)
            assert "impatient" not in crowd.at_work

        asyncio.run(story())

    def test_gives_no_place_to_a_request_that_has_not_come_whole(self) -> None:
        async def story() -> None:
            crowd, parts = Crowd(), asyncio.Queue[Any]()

            async def send(message: Any) -> None: ...

            scope = {"type": "http", "path": PUSH, "name": "slow"}
            slow = [
                asyncio.ensure_future(crowd.serve(scope, parts.get, send)) for _ in range(AT_ONCE["push"])
            ]
            parts.put_nowait({"type": "http.request", "body": b"1", "more_body": True})
            crowd.ask("quick")
            await moments()
            assert crowd.at_work == ["quick"]
            for one in slow:
                one.cancel()

        asyncio.run(story())

    def test_gives_its_place_back_after_an_error(self) -> None:
        async def story() -> None:
            async def fails(scope: Any, receive: Any, send: Any) -> None:
                raise ValueError(scope["name"])

            crowd = Crowd()
            crowd.serve = in_turn(fails)
            for number in range(AT_ONCE["push"] + 1):
                with pytest.raises(ValueError, match=str(number)):
                    await asyncio.wait_for(crowd.ask(str(number)), 5)

        asyncio.run(story())
