"""A person's ledgers and the people of each: a new one, other roles, leaving, removing, deleting."""

from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Status
from ninja.security import django_auth

from config.people.api import LedgerOut, signed_in
from finance import queries, services
from finance.doors import REFUSALS
from finance.schemas import Error, MemberOut, Strict

router = Router(tags=["people"], auth=django_auth)
CLASHES = {**REFUSALS, 409: Error}


class LedgerIn(Strict):
    id: UUID | None = Field(None, description="A UUIDv7 of your own: then asking again makes one ledger")
    name: str
    currency: str = Field(description="ISO 4217")
    time_zone: str = Field(description="IANA name")


class RoleIn(Strict):
    role: Literal["owner", "editor", "viewer"]


@router.post("/ledgers", response={201: LedgerOut, **REFUSALS})
def create_ledger(request: HttpRequest, given: LedgerIn) -> Status[queries.LedgerHead]:
    """A new ledger of the person's own, with the usual accounts and categories in their language."""
    person = signed_in(request)
    made = services.create_ledger(
        owner=person, language=person.language, now=timezone.now(), **given.model_dump()
    )
    return Status(201, next(head for head in queries.ledgers_of(person) if head.id == made.id))


@router.post("/ledgers/{ledger}/leave", response={200: list[LedgerOut], **CLASHES})
def leave(request: HttpRequest, ledger: UUID) -> list[queries.LedgerHead]:
    """Leave a ledger, which its last owner cannot; answers the ledgers that stay the person's."""
    person = signed_in(request)
    services.leave(person=person, ledger_id=ledger)
    return queries.ledgers_of(person)


@router.delete("/ledgers/{ledger}", response={200: list[LedgerOut], **CLASHES})
def delete_ledger(request: HttpRequest, ledger: UUID) -> list[queries.LedgerHead]:
    """Delete a ledger for good, as its owner, who is alone in it; answers the ledgers that are left."""
    person = signed_in(request)
    services.delete_ledger(by=person, ledger_id=ledger)
    return queries.ledgers_of(person)


@router.patch("/ledgers/{ledger}/people/{person}", response={200: list[MemberOut], **CLASHES})
def change_role(request: HttpRequest, ledger: UUID, person: int, given: RoleIn) -> list[queries.Member]:
    """Give a member another role, as an owner; the last owner stays one. Answers who is in it then."""
    changed = services.change_role(by=signed_in(request), ledger_id=ledger, person_id=person, role=given.role)
    return queries.people_of(changed)


@router.delete("/ledgers/{ledger}/people/{person}", response={200: list[MemberOut], **CLASHES})
def remove_member(request: HttpRequest, ledger: UUID, person: int) -> list[queries.Member]:
    """Take another member out, as an owner; what they wrote stays. Answers the people as they are now."""
    left = services.remove_member(by=signed_in(request), ledger_id=ledger, person_id=person)
    return queries.people_of(left)
