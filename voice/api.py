"""The server as the ear: a recording in, a hypothesis out."""

from functools import cache, partial

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema
from ninja.security import django_auth

from voice import recordings
from voice.errors import NotWav
from voice.pool import Pool
from voice.recognizer import Hypothesis, transcribe

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
async def recognise(request: HttpRequest) -> Hypothesis:
    """The words of a WAV recording: 16-bit PCM, one channel, 16 kHz, at most 60 seconds."""
    wav = recording_of(request)
    return await pool().run(partial(transcribe, wav, getattr(request.user, "language", "en")))


def recording_of(request: HttpRequest) -> bytes:
    """The body, and not a byte more of it than a recording may have."""
    if request.content_type not in recordings.MEDIA_TYPES:
        raise NotWav
    return request.read(recordings.LARGEST + 1)


@cache
def pool() -> Pool:
    return Pool(settings.VOICE_RECOGNIZERS)
