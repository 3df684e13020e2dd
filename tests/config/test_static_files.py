"""Static files under ASGI, asked for as uvicorn asks."""

import asyncio
import warnings
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import StreamingHttpResponse
from django.test import AsyncClient, Client

ICON = "/static/icons/icon-512.png"


async def body_of(path: str, **headers: str) -> tuple[int, list[bytes]]:
    """Status, and the pieces that are sent."""
    response = await AsyncClient().get(path, headers=headers)
    assert isinstance(response, StreamingHttpResponse)
    return response.status_code, [piece async for piece in aiter(response)]


class TestAStaticFileUnderASGI:
    def test_is_sent_whole(self) -> None:
        status, pieces = asyncio.run(body_of(ICON))
        assert (status, b"".join(pieces)) == (200, Path(found(ICON)).read_bytes())

    def test_is_streamed_without_reading_all_of_it_first(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            asyncio.run(body_of(ICON))

    def test_is_sent_in_the_part_that_was_asked_for(self) -> None:
        status, pieces = asyncio.run(body_of(ICON, Range="bytes=1-3"))
        assert (status, b"".join(pieces)) == (206, b"PNG")

    def test_is_not_sent_where_the_browser_has_it(self) -> None:
        seen = Client().get(ICON)["Last-Modified"]
        response = asyncio.run(AsyncClient().get(ICON, headers={"If-Modified-Since": seen}))
        assert response.status_code == 304


class TestAStaticFileUnderWSGI:
    def test_is_sent_as_whitenoise_sends_it(self) -> None:
        response = Client().get(ICON)
        assert isinstance(response, StreamingHttpResponse)
        assert response.getvalue() == Path(found(ICON)).read_bytes()


def found(path: str) -> str:
    return str(finders.find(path.removeprefix("/static/")))
