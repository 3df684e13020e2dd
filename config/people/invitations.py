"""Inviting somebody to a ledger, and joining it: everybody after the first person comes in this way."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from config.people import codes, queries, services
from config.people.errors import AlreadyMember, InvitationGone, UnknownRole
from config.people.models import Invitation, Person
from config.people.services import Arrival
from finance import services as finance

GOOD_FOR = timedelta(days=7)
ROLES = ("owner", "editor", "viewer")


def invite(*, ledger: UUID, role: str, invited_by: Person, now: datetime) -> tuple[str, datetime]:
    """A new link's token and when it expires; the caller has checked that `invited_by` owns the ledger."""
    if role not in ROLES:
        raise UnknownRole
    token = secrets.token_urlsafe(32)
    expires_at = now + GOOD_FOR
    Invitation.objects.create(
        digest=codes.token_digest(token),
        ledger_id=ledger,
        role=role,
        invited_by=invited_by,
        expires_at=expires_at,
    )
    return token, expires_at


@transaction.atomic
def arrive(token: str, *, name: str, password: str, now: datetime) -> Arrival:
    """Somebody new joins by a link. Raises InvitationGone."""
    arrival = services.create_person(name=name, password=password)
    accept(token, person=arrival.person, now=now)
    return arrival


@transaction.atomic
def accept(token: str, *, person: Person, now: datetime) -> None:
    """Join the link's ledger and spend the link. Raises InvitationGone, AlreadyMember."""
    invitation = queries.open_invitation(token, now=now)
    if invitation is None:
        raise InvitationGone
    if queries.is_member(person, invitation):
        raise AlreadyMember
    if not _spend(invitation, person, now):
        raise InvitationGone
    finance.add_member(ledger_id=invitation.ledger_id, person=person, role=invitation.role)


def _spend(invitation: Invitation, person: Person, now: datetime) -> bool:
    """True exactly once, however many follow the link at the same moment."""
    unused = Invitation.objects.filter(id=invitation.id, used_at=None)
    return unused.update(used_at=now, used_by=person) == 1
