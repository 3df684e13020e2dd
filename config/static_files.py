"""whitenoise's files a piece at a time: under ASGI Django would read each whole before it sends any of it."""

import asyncio
from collections.abc import AsyncIterator
from typing import IO

from django.core.handlers.asgi import ASGIRequest
from django.http import FileResponse, HttpRequest
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile

PIECE = 256 * 1024


class StaticFiles(WhiteNoiseMiddleware):
    """The same answers with the same headers."""

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> FileResponse:  # type: ignore[override]
        response: FileResponse = WhiteNoiseMiddleware.serve(static_file, request)  # type: ignore[no-untyped-call]
        if isinstance(request, ASGIRequest):
            response.streaming_content = pieces(response.file_to_stream)
        return response


async def pieces(file: IO[bytes] | None) -> AsyncIterator[bytes]:
    """All of an open file, read beside the event loop; the response closes it."""
    while file and (piece := await asyncio.to_thread(file.read, PIECE)):
        yield piece
