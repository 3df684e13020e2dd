"""Every read of the ledger: explicitly ordered, dataclasses out."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AbstractUser

from finance.models import Membership


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """A ledger as a member sees it from outside; `role` is the member's."""

    id: UUID
    name: str
    role: str
    currency: str
    time_zone: str
    epoch: UUID


def ledgers_of(person: AbstractUser) -> list[LedgerHead]:
    """The ledgers a person belongs to, oldest first."""
    memberships = Membership.objects.filter(person_id=person.pk).select_related("ledger").order_by("ledger_id")
    return [
        LedgerHead(at.ledger.id, at.ledger.name, at.role, at.ledger.currency, at.ledger.time_zone, at.ledger.epoch)
        for at in memberships
    ]
