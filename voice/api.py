"""The server as the ear: a recording in, a hypothesis out."""

import asyncio
import logging
from functools import cache, partial
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from ninja import Router, Schema
from ninja.security import django_auth

from finance.doors import signed_in
from voice import keeping, recordings
from voice.errors import NotWav
from voice.own_words import own_words
from voice.pool import Pool
from voice.recognizer import Hypothesis, hear

log = logging.getLogger(__name__)
router = Router(tags=["voice"], auth=django_auth)

RECORDING = {
    "requestBody": {
        "required": True,
        "content": {"audio/wav": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class WordOut(Schema):
    word: str
    start: float
    end: float
    conf: float


class HypothesisOut(Schema):
    transcript: str
    words: list[WordOut]
    alternatives: list[str]


@router.post("/utterances", response=HypothesisOut, openapi_extra=RECORDING)
async def recognise(request: HttpRequest, ledger: UUID | None = None, language: str = "") -> Hypothesis:
    """The words of a WAV recording: 16-bit PCM, one channel, 16 kHz, at most 60 seconds.

    It is not kept, unless the person has switched that on. With `ledger`, that ledger's payees, accounts and
    categories count where the sound leaves a doubt. Without `language`, it is heard in the person's own.
    """
    sound = recordings.samples(recording_of(request))
    person = signed_in(request)
    names = await sync_to_async(own_words)(person, ledger) if ledger else frozenset[str]()
    job = partial(hear, sound, language or getattr(request.user, "language", "en"), names)
    heard = await pool().run(job, sound=recordings.seconds(sound))
    await asyncio.to_thread(kept_if_wanted, person, sound, heard)
    return heard


def kept_if_wanted(person: AbstractUser, sound: bytes, heard: Hypothesis) -> None:
    """A disk that takes no more keeps nobody from being heard."""
    try:
        keeping.keep(person, sound, heard.transcript)
    except OSError:
        log.exception("a recording was not kept")


def recording_of(request: HttpRequest) -> bytes:
    """The body, and not a byte more of it than a recording may have."""
    if request.content_type not in recordings.MEDIA_TYPES:
        raise NotWav
    return request.read(recordings.LARGEST + 1)


@cache
def pool() -> Pool:
    return Pool(settings.VOICE_RECOGNIZERS)
