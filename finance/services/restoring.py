"""What a restore of the database means to the phones."""

from uuid import UUID, uuid4

from django.db import transaction

from finance.models import Ledger, MutationRecord
from finance.prepared import UUIDS, Prepared

TOOK_EFFECT = Prepared[tuple[int]](
    lambda ledger, mid: MutationRecord.objects.filter(ledger=ledger, mid=mid, seq__isnull=False).values_list(
        "pk"
    ),
    UUIDS,
    UUIDS,
)
# More than any ledger can have counted between a backup and its restore.
LEAP = 1_000_000


def begin_new_epochs() -> None:
    """Let every phone fetch its ledgers anew and send what it holds; call it when the database was restored.

    The seqs leap, so that what a phone had seen of the lost future does not count as seen of the new one.
    """
    for ledger in Ledger.objects.select_for_update().order_by("id"):
        leap(ledger)


def begin_new_epoch(ledger: Ledger) -> UUID:
    """The same for one ledger that was found restored, once however many phones find it at that moment.

    Only for this one: what a member of one ledger sends must not make the phones of others fetch anew.
    """
    with transaction.atomic():
        stands = Ledger.objects.select_for_update().get(id=ledger.id)
        if stands.epoch == ledger.epoch:
            leap(stands)
    return stands.epoch


def leap(ledger: Ledger) -> None:
    ledger.epoch = uuid4()
    ledger.seq += LEAP
    ledger.save(update_fields=["epoch", "seq"])


def is_of_lost_future(ledger: Ledger, cursor: int, known: UUID | None) -> bool:
    """Whether a device of the ledger's present epoch tells of what the database no longer holds.

    It has pulled up to a seq that was never reached here, or it was told that a mutation took effect which
    the log lacks or holds as parked: somebody restored the database by hand, and the epoch with it.
    """
    if cursor > ledger.seq:
        return True
    return known is not None and TOOK_EFFECT.first(ledger.id, known) is None
