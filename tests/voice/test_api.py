import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import AsyncClient
from pytest_django import Settings

from tests.voice.conftest import wav_of
from voice import api

ADDRESS = "/api/voice/utterances"
WAV = "audio/wav"

pytestmark = [pytest.mark.anyio, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(async_client: AsyncClient) -> AsyncClient:
    """Asha's browser, signed in."""
    async_client.force_login(get_user_model().objects.create_user("asha", password="long enough"))
    return async_client


async def post(phone: AsyncClient, wav: bytes, content_type: str = WAV) -> Any:
    return await phone.post(ADDRESS, wav, content_type=content_type)


class TestRecognise:
    async def test_answers_with_words_and_alternatives(
        self, phone: AsyncClient, spoken: Callable[[str], bytes]
    ) -> None:
        response = await post(phone, spoken("lidl"))
        assert response.status_code == 200
        heard = response.json()
        assert heard["transcript"] == "twelve fifty at lidl yesterday"
        assert [word["word"] for word in heard["words"]] == heard["transcript"].split()
        assert set(heard["words"][0]) == {"word", "start", "end", "conf"}
        assert all(isinstance(text, str) for text in heard["alternatives"])

    async def test_answers_with_no_words_for_silence(
        self, phone: AsyncClient, spoken: Callable[[str], bytes]
    ) -> None:
        heard = (await post(phone, spoken("silence"))).json()
        assert heard == {"transcript": "", "words": [], "alternatives": []}

    @pytest.mark.parametrize(
        ("wav", "content_type", "status", "code"),
        [
            (b"", WAV, 415, "not_wav"),
            (b"{}", "application/json", 415, "not_wav"),
            (wav_of(bytes(32)), "application/octet-stream", 415, "not_wav"),
            (b"OggS" + bytes(100), WAV, 415, "not_wav"),
            (wav_of(bytes(32), coding=3), WAV, 415, "not_wav"),
            (wav_of(bytes(32), rate=44_100), WAV, 422, "wrong_recording"),
            (wav_of(bytes(32), channels=2), WAV, 422, "wrong_recording"),
            (wav_of(bytes(32), bits=8), WAV, 422, "wrong_recording"),
            (wav_of(bytes(32))[:-4], WAV, 422, "cut_recording"),
            (wav_of(bytes(61 * 32_000)), WAV, 413, "recording_too_long"),
            (wav_of(bytes(4_000_000)), WAV, 413, "recording_too_long"),
        ],
        ids=[
            "empty",
            "json",
            "other type",
            "ogg",
            "float",
            "44 kHz",
            "stereo",
            "8 bits",
            "cut",
            "61 s",
            "125 s",
        ],
    )
    async def test_refuses_what_is_not_a_recording_of_ours(
        self, wav: bytes, content_type: str, status: int, code: str, phone: AsyncClient
    ) -> None:
        response = await post(phone, wav, content_type)
        assert (response.status_code, response.json()["error"]["code"]) == (status, code)
        assert response.json()["error"]["message"].endswith(".")

    async def test_is_closed_to_strangers(
        self, async_client: AsyncClient, spoken: Callable[[str], bytes]
    ) -> None:
        assert (await post(async_client, spoken("lidl"))).status_code == 401

    async def test_asks_for_the_csrf_token(self, spoken: Callable[[str], bytes]) -> None:
        strict = AsyncClient(enforce_csrf_checks=True)
        person = await get_user_model().objects.acreate(username="asha")
        await strict.aforce_login(person)
        assert (await post(strict, spoken("lidl"))).status_code == 403

    async def test_tells_when_there_is_no_model_for_the_persons_language(
        self, async_client: AsyncClient, spoken: Callable[[str], bytes]
    ) -> None:
        person = await get_user_model().objects.acreate(username="ravi", language="hi")
        await async_client.aforce_login(person)
        response = await post(async_client, spoken("lidl"))
        assert (response.status_code, response["Retry-After"]) == (503, "3600")
        assert response.json()["error"]["code"] == "no_speech_model"

    async def test_serves_some_and_asks_the_others_to_come_again_when_many_speak_at_once(
        self, phone: AsyncClient, spoken: Callable[[str], bytes], settings: Settings
    ) -> None:
        settings.VOICE_RECOGNIZERS = 2
        api.pool.cache_clear()
        wav = wav_of(spoken("groceries")[44:] * 3)
        responses = await asyncio.gather(*[post(phone, wav) for _ in range(8)])
        statuses = Counter(response.status_code for response in responses)
        assert set(statuses) <= {200, 503}
        assert statuses[200] >= 2
        assert all(response["Retry-After"] == "2" for response in responses if response.status_code == 503)
