"""Who may read, write or own a ledger: the one place that decides."""

from uuid import UUID

from django.contrib.auth.models import AbstractUser

from finance.errors import OwnerOnly, UnknownLedger, ViewerOnly
from finance.models import Ledger, Membership, Role
from finance.prepared import NUMBERS, UUIDS, PreparedRows

BELONGING = PreparedRows[Membership](
    lambda ledger, person: Membership.objects.filter(ledger_id=ledger, person_id=person).select_related(
        "ledger"
    ),
    UUIDS,
    NUMBERS,
)


def readable(person: AbstractUser, ledger_id: UUID) -> Ledger:
    """The ledger, if the person belongs to it. Raises UnknownLedger (404), also when there is none."""
    return membership(person, ledger_id).ledger


def writable(person: AbstractUser, ledger_id: UUID) -> Ledger:
    """The ledger, if the person owns or edits it. Raises UnknownLedger (404) or ViewerOnly (403)."""
    found = membership(person, ledger_id)
    if found.role == Role.VIEWER:
        raise ViewerOnly
    return found.ledger


def may_write(person: AbstractUser, ledger_id: UUID) -> bool:
    """Whether the person owns or edits the ledger. Raises UnknownLedger (404)."""
    return membership(person, ledger_id).role != Role.VIEWER


def owned(person: AbstractUser, ledger_id: UUID) -> Ledger:
    """The ledger, if the person owns it. Raises UnknownLedger (404) or OwnerOnly (403)."""
    found = membership(person, ledger_id)
    if found.role != Role.OWNER:
        raise OwnerOnly
    return found.ledger


def owns(person: AbstractUser, ledger_id: UUID) -> bool:
    """Whether the person owns the ledger; false also where there is none."""
    return Membership.objects.filter(ledger_id=ledger_id, person_id=person.pk, role=Role.OWNER).exists()


def owns_a_ledger(person: AbstractUser) -> bool:
    """Whether the person owns any ledger of this server: who may change what all its ledgers share."""
    return Membership.objects.filter(person_id=person.pk, role=Role.OWNER).exists()


def membership(person: AbstractUser, ledger_id: UUID) -> Membership:
    found = BELONGING.first(ledger_id, person.pk)
    if found is None:
        raise UnknownLedger
    return found
