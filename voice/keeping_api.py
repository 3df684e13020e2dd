"""Recordings that a person asked to keep, for that person alone: the switch, the list, the sounds."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.security import django_auth

from finance.doors import signed_in
from voice import keeping
from voice.keeping import MOST
from voice.recordings import BYTES_PER_SECOND

router = Router(tags=["voice"], auth=django_auth)


class KeptOut(Schema):
    id: UUID
    at: datetime
    seconds: float
    words: str


class KeepingOut(Schema):
    """`most` is how many seconds of sound are kept: older recordings make room for newer ones."""

    keeping: bool
    most: float
    recordings: list[KeptOut]


class RecordingIn(Schema):
    id: UUID


@router.get("", response=KeepingOut)
def recordings(request: HttpRequest) -> dict[str, object]:
    """Whether the person's recordings are kept, and those that are, newest first."""
    return everything(request)


@router.post("/keep", response=KeepingOut)
def keep(request: HttpRequest) -> dict[str, object]:
    """Keep what the server hears of this person from now on."""
    keeping.begin(signed_in(request))
    return everything(request)


@router.post("/stop", response=KeepingOut)
def stop(request: HttpRequest) -> dict[str, object]:
    """Keep nothing any more, and delete what was kept."""
    keeping.end(signed_in(request))
    return everything(request)


@router.post("/drop", response=KeepingOut)
def drop(request: HttpRequest, given: RecordingIn) -> dict[str, object]:
    """Delete a recording."""
    keeping.drop(signed_in(request), given.id)
    return everything(request)


@router.get("/{recording}")
def sound(request: HttpRequest, recording: UUID) -> HttpResponse:
    """A recording's WAV file."""
    wav = keeping.sound_of(signed_in(request), recording)
    return HttpResponse(wav, content_type="audio/wav", headers={"Cache-Control": "private, no-store"})


def everything(request: HttpRequest) -> dict[str, object]:
    person = signed_in(request)
    return {
        "keeping": keeping.keeps(person),
        "most": MOST / BYTES_PER_SECOND,
        "recordings": keeping.kept(person),
    }
