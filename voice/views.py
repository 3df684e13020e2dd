"""Hand a speech model to a phone: streamed, in ranges if asked, kept for ever."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotFound,
    StreamingHttpResponse,
)
from django.views.decorators.http import require_safe

from voice import speech_models

NOT_HERE = "No such speech model: /api/session names the current one."
PIECE = 256 * 1024
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@require_safe
async def speech_model(request: HttpRequest, file: str) -> HttpResponseBase:
    """The archive whose address ends in `file`; 404 for any other name."""
    models = await asyncio.to_thread(speech_models.available)
    model = next((model for model in models if model.url.endswith(f"/{file}")), None)
    if model is None:
        return HttpResponseNotFound(NOT_HERE, content_type="text/plain")
    return answer(model.path, model.bytes, request.headers.get("Range", ""))


def answer(path: Path, size: int, wanted: str) -> HttpResponseBase:
    """200 with the whole file, 206 with the one range asked for, or 416 (RFC 9110, section 14)."""
    asked = RANGE.fullmatch(wanted)
    if not asked or asked.groups() == ("", ""):
        return streamed(path, 0, size, status=200)
    start, stop = span(asked[1], asked[2], size)
    if start >= stop:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = streamed(path, start, stop, status=206)
    response["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    return response


def span(first: str, last: str, size: int) -> tuple[int, int]:
    """Start and end (not included) of `first-last`, `first-` or `-length`; start ≥ end when nothing fits."""
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(int(last) + 1, size) if last else size


def streamed(path: Path, start: int, stop: int, *, status: int) -> StreamingHttpResponse:
    headers = {
        "Content-Length": str(stop - start),
        "Cache-Control": "public, max-age=31536000, immutable",
        "Accept-Ranges": "bytes",
    }
    return StreamingHttpResponse(
        pieces(path, start, stop), status=status, content_type="application/gzip", headers=headers
    )


async def pieces(path: Path, start: int, stop: int) -> AsyncIterator[bytes]:
    """The bytes from start to stop, a piece at a time, read beside the event loop."""
    with path.open("rb") as file:
        file.seek(start)
        while start < stop:
            piece = await asyncio.to_thread(file.read, min(PIECE, stop - start))
            if not piece:
                return
            start += len(piece)
            yield piece
