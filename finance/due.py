"""What is due in finance, and the lease that lets one worker at a time do it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from finance.models import Lease, MutationRecord, Status

PARKED_FOR = timedelta(days=7)


def take_lease(name: str, holder: UUID, *, now: datetime, until: datetime) -> bool:
    """Take or renew the lease of this name; False while somebody else's has not run out."""
    free = Q(holder=holder) | Q(until__lte=now)
    if Lease.objects.filter(free, name=name).update(holder=holder, until=until):
        return True
    try:
        with transaction.atomic():
            Lease.objects.create(name=name, holder=holder, until=until)
    except IntegrityError:
        return False
    return True


def leave_lease(name: str, holder: UUID) -> None:
    """Let the next worker begin at once."""
    Lease.objects.filter(name=name, holder=holder).delete()


def expire_parked(now: datetime) -> int:
    """Reject what has waited 7 days for a row that never came; the device shows it under Needs attention.

    Returns how many. Doing it again changes nothing.
    """
    waited = MutationRecord.objects.filter(status=Status.PARKED, arrived__lte=now - PARKED_FOR)
    error = {"code": "parent_missing", "values": {}}
    return waited.update(status=Status.REJECTED, awaits=None, error=error)
