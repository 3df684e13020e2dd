from collections.abc import AsyncIterable
from typing import Any

import pytest
from django.test import AsyncClient

from voice import speech_models

MODEL = speech_models.required("en")
WHOLE = MODEL.path.read_bytes()

pytestmark = pytest.mark.anyio


async def body(response: Any) -> bytes:
    content: AsyncIterable[bytes] = response.streaming_content
    return b"".join([piece async for piece in content])


class TestSpeechModel:
    async def test_is_streamed_whole_and_may_be_kept_for_ever(self, async_client: AsyncClient) -> None:
        response = await async_client.get(MODEL.url)
        assert response.status_code == 200
        assert response["Content-Length"] == str(MODEL.bytes)
        assert "immutable" in response["Cache-Control"]
        assert await body(response) == WHOLE

    @pytest.mark.parametrize(
        ("asked", "first", "last"),
        [
            ("bytes=0-0", 0, 0),
            ("bytes=1000000-1999999", 1_000_000, 1_999_999),
            ("bytes=3000000-", 3_000_000, MODEL.bytes - 1),
            ("bytes=-10", MODEL.bytes - 10, MODEL.bytes - 1),
            ("bytes=5-99999999", 5, MODEL.bytes - 1),
        ],
    )
    async def test_comes_in_ranges(
        self, asked: str, first: int, last: int, async_client: AsyncClient
    ) -> None:
        response = await async_client.get(MODEL.url, headers={"Range": asked})
        assert response.status_code == 206
        assert response["Content-Range"] == f"bytes {first}-{last}/{MODEL.bytes}"
        assert response["Content-Length"] == str(last - first + 1)
        assert await body(response) == WHOLE[first : last + 1]

    @pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=9-3", "bytes=-0"])
    async def test_has_no_range_outside_of_itself(self, asked: str, async_client: AsyncClient) -> None:
        response = await async_client.get(MODEL.url, headers={"Range": asked})
        assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{MODEL.bytes}")

    @pytest.mark.parametrize("asked", ["bytes=-", "lines=1-2", "bytes=1-2,5-6", "bytes=0-" + "9" * 5000])
    async def test_is_sent_whole_for_a_range_it_does_not_understand(
        self, asked: str, async_client: AsyncClient
    ) -> None:
        assert (await async_client.get(MODEL.url, headers={"Range": asked})).status_code == 200

    @pytest.mark.parametrize("file", ["starter-en.tar.gz", "starter-en-00000000.tar.gz", "starter-en.json"])
    async def test_is_not_found_under_another_name(self, file: str, async_client: AsyncClient) -> None:
        assert (await async_client.get(f"/speech/models/{file}")).status_code == 404

    async def test_cannot_be_changed(self, async_client: AsyncClient) -> None:
        assert (await async_client.post(MODEL.url)).status_code == 405
