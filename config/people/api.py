"""Who is here, which ledgers are theirs, and inviting others to one."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.security import django_auth

from config.people import invitations, services
from config.people.errors import UnknownLanguage
from config.people.models import Person
from finance import permissions, queries
from finance.schemas import Given
from finance.wording import languages
from voice import speech_models
from voice.languages import spoken_languages

router = Router(tags=["people"], auth=django_auth)
SCHEMA = 1
"""The mutation schema this server speaks; docs/protocol.md."""


class PersonOut(Schema):
    id: int
    name: str = Field(validation_alias="username")
    language: str


class LedgerOut(Schema):
    id: UUID
    name: str
    role: str
    currency: str
    time_zone: str
    epoch: UUID


class SpeechModelOut(Schema):
    name: str
    language: str
    url: str
    sha256: str
    bytes: int
    starter: bool
    piece_bytes: int
    pieces: list[str]


class SessionOut(Schema):
    person: PersonOut
    ledgers: list[LedgerOut]
    schema_version: int = Field(SCHEMA, serialization_alias="schema")
    speech_model: SpeechModelOut | None
    starter_model: SpeechModelOut | None
    languages: list[str]

    other_models: list[SpeechModelOut]


class LanguageIn(Given):
    language: str


class InvitationIn(Given):
    role: str = "editor"


class InvitationOut(Schema):
    link: str
    role: str
    expires_at: datetime


@router.get("/session", response=SessionOut, by_alias=True)
def session(request: HttpRequest) -> dict[str, object]:
    """The signed-in person, their ledgers and their speech models; sets the csrftoken cookie."""
    get_token(request)
    person = signed_in(request)
    return {
        "person": person,
        "ledgers": queries.ledgers_of(person),
        "speech_model": speech_models.for_phone(person.language),
        "starter_model": speech_models.starter_for(person.language),
        "languages": spoken_languages(),
        "other_models": speech_models.for_phones(set(spoken_languages()) - {person.language}),
    }


@router.post("/person", response=PersonOut)
def change_person(request: HttpRequest, given: LanguageIn) -> Person:
    """Set the person's language to one that the string catalogue has."""
    person = signed_in(request)
    if given.language not in languages():
        raise UnknownLanguage
    services.set_language(person, given.language)
    return person


@router.post("/ledgers/{ledger}/invitations", response={201: InvitationOut})
def invite(request: HttpRequest, ledger: UUID, given: InvitationIn) -> Status[InvitationOut]:
    """A link for somebody to join a ledger of the person's own; shown this once."""
    person = signed_in(request)
    owned = permissions.owned(person, ledger)
    token, expires_at = invitations.invite(
        ledger=owned.id, role=given.role, invited_by=person, now=timezone.now()
    )
    link = request.build_absolute_uri(reverse("invitation", args=[token]))
    return Status(201, InvitationOut(link=link, role=given.role, expires_at=expires_at))


def signed_in(request: HttpRequest) -> Person:
    """The person behind the request; `django_auth` has let nobody else through."""
    assert isinstance(request.user, Person)
    return request.user
