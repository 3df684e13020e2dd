"""What earlier mutations changed in a row, as merging needs it."""

from uuid import UUID

from finance.merge import Write
from finance.models import Change, Ledger, MutationRecord


def writes_after(ledger: Ledger, row: UUID, base: int) -> list[Write]:
    """The changes to a row with seq > base, oldest first."""
    changes = Change.objects.filter(ledger=ledger, row=row, seq__gt=base).select_related("record__person")
    return [
        Write(str(change.record.mid), author(change.record), frozenset(change.record.seen), change.paths)
        for change in changes.order_by("seq")
    ]


def author(record: MutationRecord) -> str:
    """The name of who made a mutation; empty for somebody who has left the server."""
    return record.person.get_username() if record.person else ""


def last_author(ledger: Ledger, row: UUID, path: str) -> str:
    """Who last set a path of a row; empty if nobody is known to have."""
    for change in (
        Change.objects.filter(ledger=ledger, row=row).select_related("record__person").order_by("-seq")
    ):
        if path in change.paths:
            return author(change.record)
    return ""
