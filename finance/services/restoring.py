"""What a restore of the database means to the phones."""

from uuid import uuid4

from finance.models import Ledger

# More than any ledger can have counted between a backup and its restore.
LEAP = 1_000_000


def begin_new_epochs() -> None:
    """Let every phone fetch its ledgers anew and send what it holds; call it when the database was restored.

    The seqs leap, so that what a phone had seen of the lost future does not count as seen of the new one.
    """
    for ledger in Ledger.objects.select_for_update().order_by("id"):
        ledger.epoch = uuid4()
        ledger.seq += LEAP
        ledger.save(update_fields=["epoch", "seq"])
