import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import sync_to_async
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.test import AsyncClient

from finance.ids import natural_id
from finance.models import Ledger
from finance.services import create_ledger, record
from tests.voice.conftest import wav_of
from voice import api
from voice.pool import Pool

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESS = "/api/voice/utterances"
WAV = "audio/wav"

pytestmark = [pytest.mark.anyio, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(async_client: AsyncClient) -> AsyncClient:
    """Asha's browser, signed in."""
    async_client.force_login(get_user_model().objects.create_user("asha", password="long enough"))
    return async_client


@pytest.fixture
async def home(phone: AsyncClient) -> Ledger:
    """Asha's ledger, where she pays a cab firm that is called Transferred."""
    asha = await get_user_model().objects.aget(username="asha")
    return await sync_to_async(founded)(asha)


def founded(asha: AbstractUser) -> Ledger:
    made = create_ledger(owner=asha, name="Home", currency="EUR", time_zone="UTC", now=NOW)
    payee = natural_id(made.id, "payee", "Transferred")
    fields = {"name": "Transferred"}
    record(person=asha, ledger_id=made.id, op="create", entity="payee", row=payee, fields=fields, now=NOW)
    return made


async def post(phone: AsyncClient, wav: bytes, content_type: str = WAV, ledger: UUID | None = None) -> Any:
    address = f"{ADDRESS}?ledger={ledger}" if ledger else ADDRESS
    return await phone.post(address, wav, content_type=content_type)


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

    async def test_asks_to_come_again_when_more_speak_at_once_than_can_be_heard_soon(
        self, phone: AsyncClient, spoken: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pool, gate = Pool(1, longest_wait=5), threading.Event()
        monkeypatch.setattr(api, "pool", lambda: pool)
        speaking = asyncio.ensure_future(pool.run(lambda: gate.wait(30), sound=60))
        await asyncio.sleep(0.01)
        response = await post(phone, spoken("lidl"))
        gate.set()
        await speaking
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert response.json()["error"]["code"] == "recogniser_busy"
        assert (await post(phone, spoken("lidl"))).status_code == 200

    async def test_refuses_what_is_no_recording_before_it_waits_for_a_turn(
        self, phone: AsyncClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(api, "pool", lambda: pytest.fail("asked for a turn"))
        assert (await post(phone, b"{}")).status_code == 415


class TestRecogniseForALedger:
    """Asha says "transfer …"; "transport" sounds nearly like it, and "transferred"."""

    async def test_hears_the_households_own_names(
        self, phone: AsyncClient, home: Ledger, spoken: Callable[[str], bytes]
    ) -> None:
        heard = (await post(phone, spoken("transfer"), ledger=home.id)).json()
        assert heard["transcript"] == "transferred two hundred from card to savings"

    async def test_hears_as_ever_without_a_ledger(
        self, phone: AsyncClient, home: Ledger, spoken: Callable[[str], bytes]
    ) -> None:
        heard = (await post(phone, spoken("transfer"))).json()
        assert heard["transcript"] == "transfer two hundred from card to savings"

    async def test_does_not_know_the_ledger_of_others(
        self, phone: AsyncClient, spoken: Callable[[str], bytes]
    ) -> None:
        charlie = await get_user_model().objects.acreate(username="charlie")
        others = await sync_to_async(create_ledger)(
            owner=charlie, name="Hers", currency="EUR", time_zone="UTC", now=NOW
        )
        response = await post(phone, spoken("lidl"), ledger=others.id)
        assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_ledger")
