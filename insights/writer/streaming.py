"""Events to the page as they come (Server-Sent Events), made by synchronous code in the request's thread."""

import json
from collections.abc import AsyncIterator, Generator
from typing import Any

from asgiref.sync import sync_to_async
from django.http import StreamingHttpResponse
from ninja import Schema

Event = tuple[str, Schema]
"""Its name and what it holds."""


def stream(events: Generator[Event, None, None]) -> StreamingHttpResponse:
    """The response: no browser or proxy keeps it, and none holds events back."""
    response = StreamingHttpResponse(sent(events), content_type="text/event-stream")
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response


async def sent(events: Generator[Event, None, None]) -> AsyncIterator[bytes]:
    """Each event when it is there; once nobody listens, the events are closed, in their own thread."""
    try:
        while (event := await sync_to_async(next_of)(events)) is not None:
            yield encoded(*event)
    finally:
        await sync_to_async(events.close)()


def next_of(events: Generator[Event, None, None]) -> Event | None:
    return next(events, None)


def encoded(name: str, told: Schema) -> bytes:
    """One event of https://html.spec.whatwg.org/multipage/server-sent-events.html.

    JSON holds no line break of its own, so that one `data:` line is enough.
    """
    held: Any = told.model_dump(mode="json")
    return f"event: {name}\ndata: {json.dumps(held)}\n\n".encode()
