"""Every read about people."""

from datetime import datetime

from config.people import codes
from config.people.models import Invitation, Person
from finance.permissions import owns
from finance.queries import ledgers_of


def somebody_is_here() -> bool:
    """False only before the first visit."""
    return Person.objects.exists()


def person_named(name: str) -> Person | None:
    """Names differ by more than case: asha and Asha are one person."""
    return Person.objects.filter(username__iexact=name, is_active=True).first()


def person_with_code(name: str, code: str) -> Person | None:
    """The person of that name who was given that recovery code; one query, whatever is wrong."""
    given = Person.objects.filter(recovery_codes__digest=codes.digest(code))
    return given.filter(username__iexact=name, is_active=True).first()


def is_member(person: Person, invitation: Invitation) -> bool:
    """Whether the person belongs to the invitation's ledger already."""
    return any(head.id == invitation.ledger_id for head in ledgers_of(person))


def open_invitation(token: str, *, now: datetime) -> Invitation | None:
    """The invitation of a link, if nobody used it, it has not expired, and its maker owns the ledger."""
    unused = Invitation.objects.filter(digest=codes.token_digest(token), used_at=None, expires_at__gt=now)
    found = unused.select_related("ledger", "invited_by").first()
    return found if found and owns(found.invited_by, found.ledger_id) else None
