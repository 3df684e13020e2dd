"""No request brings more than a batch of entries or a recording: Django would spool any body to the disk."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

LARGEST = 12_000_000
"""Bytes. A push may have 10 MB, a recording 2 MB."""

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


def limited(application: Application) -> Application:
    """The application, with larger requests refused: by their announced length, else cut off as they grow."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if announced(scope) > LARGEST:
            await refuse(send)
        else:
            await application(scope, counted(receive), send)

    return serve


def announced(scope: Scope) -> int:
    """The Content-Length in bytes; 0 when there is none."""
    headers = dict(scope.get("headers", ()))
    length = headers.get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


async def refuse(send: Send) -> None:
    headers = [(b"content-type", b"text/plain"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": b"That is more than this server takes at once."})


def counted(receive: Receive) -> Receive:
    """Hangs up once more than LARGEST bytes have come."""
    came = 0

    async def next_message() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        return message if came <= LARGEST else {"type": "http.disconnect"}

    return next_message
