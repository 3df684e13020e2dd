"""What earlier mutations changed in a row, as merging needs it."""

from typing import Any
from uuid import UUID

from finance.merge import Write
from finance.models import Change, Ledger, MutationRecord
from finance.prepared import NUMBERS, UUIDS, Prepared

AFTER = Prepared[tuple[UUID, str | None, list[str], dict[str, list[Any]]]](
    lambda ledger, row, base: (
        Change.objects.filter(ledger=ledger, row=row, seq__gt=base)
        .order_by("seq")
        .values_list("record__mid", "record__person__username", "record__seen", "paths")
    ),
    UUIDS,
    UUIDS,
    NUMBERS,
)


def writes_after(ledger: Ledger, row: UUID, base: int) -> list[Write]:
    """The changes to a row with seq > base, oldest first."""
    return [
        Write(str(mid), by or "", frozenset(seen), paths)
        for mid, by, seen, paths in AFTER.all(ledger.id, row, base)
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
