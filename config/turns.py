"""Pushes and pulls wait for their turn in the order of arrival, before they take a database connection.

A push works alone in its ledger, so more of them at once are no faster: they would hold the connections
that everybody else waits for (PostgreSQL's pool has ten), or starve one another at SQLite's one writer.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence

from config.body_limit import Application, Message, Receive, Scope, Send

AT_ONCE: Mapping[str, int] = {"push": 2, "pull": 5}
"""How many of each are at work: together fewer than the pool has, for what people look at meanwhile."""
DOOR = re.compile(r"/api/ledgers/[^/]+/(push|pull)")


def in_turn(application: Application) -> Application:
    """The application, with phones that sync waiting in line; whoever gives up meanwhile leaves the line.

    Neither a request that comes slowly nor an answer that is read slowly holds a place.
    """
    lines = {door: asyncio.Semaphore(places) for door, places in AT_ONCE.items()}

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        door = DOOR.fullmatch(scope.get("path", ""))
        if door is None:
            await application(scope, receive, send)
            return
        asked, answer = await whole(receive), list[Message]()
        hung_up = asyncio.ensure_future(receive())
        try:
            async with lines[door[1]]:
                if not hung_up.done():
                    await application(scope, replayed(asked, hung_up), kept(answer))
        finally:
            hung_up.cancel()
        for message in answer:
            await send(message)

    return serve


async def whole(receive: Receive) -> list[Message]:
    """Every message of a request's body."""
    asked = [await receive()]
    while asked[-1].get("more_body"):
        asked.append(await receive())
    return asked


def replayed(asked: Sequence[Message], hung_up: "asyncio.Future[Message]") -> Receive:
    """The body once more, then nothing until the other side hangs up."""
    left = list(asked)

    async def next_message() -> Message:
        return left.pop(0) if left else await asyncio.shield(hung_up)

    return next_message


def kept(answer: list[Message]) -> Send:
    async def keep(message: Message) -> None:
        answer.append(message)

    return keep
