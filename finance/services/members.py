"""Who belongs to a ledger and in what role: its owners decide, and it is never without one."""

from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.amounts import LARGEST
from finance.errors import LastOwner, SharedLedger, UnknownMember
from finance.models import Ledger, Membership, Role, Transaction
from finance.permissions import membership, owned


@transaction.atomic
def change_role(*, by: AbstractUser, ledger_id: UUID, person_id: int, role: str) -> Ledger:
    """Give a member of the answered ledger another role.

    Raises UnknownLedger, OwnerOnly, UnknownMember, LastOwner.
    """
    held(ledger_id)
    ledger = owned(by, ledger_id)
    member = member_of(ledger, person_id)
    if role != Role.OWNER:
        keep_an_owner(member)
    member.role = Role(role).value
    member.save(update_fields=["role"])
    return ledger


@transaction.atomic
def remove_member(*, by: AbstractUser, ledger_id: UUID, person_id: int) -> Ledger:
    """Take a member out of the answered ledger; what they wrote stays. Raises as `change_role` does."""
    held(ledger_id)
    ledger = owned(by, ledger_id)
    member = member_of(ledger, person_id)
    keep_an_owner(member)
    member.delete()
    return ledger


@transaction.atomic
def leave(*, person: AbstractUser, ledger_id: UUID) -> None:
    """Take oneself out of the ledger. Raises UnknownLedger, LastOwner."""
    held(ledger_id)
    member = membership(person, ledger_id)
    keep_an_owner(member)
    member.delete()


@transaction.atomic
def delete_ledger(*, by: AbstractUser, ledger_id: UUID) -> None:
    """Delete a ledger and all that is in it, for good. Raises UnknownLedger, OwnerOnly, SharedLedger."""
    held(ledger_id)
    ledger = owned(by, ledger_id)
    if ledger.memberships.count() > 1:
        raise SharedLedger
    Transaction.objects.filter(ledger=ledger).delete()
    ledger.delete()


def held(ledger_id: UUID) -> None:
    """Nobody else changes the ledger's people until the commit, or two last owners could both go."""
    Ledger.objects.select_for_update().filter(id=ledger_id).first()


def member_of(ledger: Ledger, person_id: int) -> Membership:
    members = Membership.objects.filter(ledger=ledger, person_id=person_id)
    found = members.first() if abs(person_id) <= LARGEST else None
    if found is None:
        raise UnknownMember
    return found


def keep_an_owner(member: Membership) -> None:
    """Raises LastOwner where the ledger has no other owner than this member."""
    owners = Membership.objects.filter(ledger_id=member.ledger_id, role=Role.OWNER)
    if member.role == Role.OWNER and not owners.exclude(pk=member.pk).exists():
        raise LastOwner
