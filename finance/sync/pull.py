"""Pull: what changed after a cursor, as one snapshot of the ledger."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractUser
from django.db import connection, transaction

from finance.entities import ENTITIES, Entity
from finance.errors import EpochChanged
from finance.models import Ledger
from finance.permissions import may_write, readable

MOST_ROWS = 500
LARGEST_LEAP = 1_000_000


@dataclass(frozen=True, slots=True)
class Pulled:
    """Rows with start < seq ≤ cursor, ascending; `has_more` when later ones exist, up to `latest`."""

    epoch: UUID
    start: int
    cursor: int
    rows: list[dict[str, Any]]
    has_more: bool
    latest: int


def pull(*, person: AbstractUser, ledger_id: UUID, epoch: str | None, cursor: int) -> Pulled:
    """The next rows after a cursor, at most 500.

    Raises UnknownLedger, and EpochChanged when the device must fetch everything again: a cursor beyond the
    ledger's seq means that somebody restored the database by hand. It rotates the epoch, so that every device
    fetches again, if it comes with the present epoch from somebody who may write.
    """
    with snapshot():
        ledger = readable(person, ledger_id)
        if epoch not in (None, str(ledger.epoch)):
            raise EpochChanged(ledger.epoch)
        if cursor <= ledger.seq:
            return rows_after(ledger, cursor)
    if epoch is None or not may_write(person, ledger_id):
        raise EpochChanged(ledger.epoch)
    raise EpochChanged(rotate_epoch(ledger, cursor))


@contextmanager
def snapshot() -> Iterator[None]:
    """One view of the database for several reads, which keeps nobody from writing meanwhile."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with deferred(), transaction.atomic():
            yield


@contextmanager
def deferred() -> Iterator[None]:
    """Begin a transaction without SQLite's write lock, which settings have every other one take at once."""
    connection.ensure_connection()
    wrapper: Any = connection
    usual, wrapper.transaction_mode = wrapper.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        wrapper.transaction_mode = usual


def rows_after(ledger: Ledger, start: int) -> Pulled:
    changed = [
        (entity.seq(row), entity, row)
        for entity in ENTITIES.values()
        for row in entity.changed_after(ledger, start, MOST_ROWS + 1)
    ]
    changed.sort(key=lambda change: change[0])
    page, has_more = changed[:MOST_ROWS], len(changed) > MOST_ROWS
    cursor = page[-1][0] if has_more else ledger.seq
    rows = [on_the_wire(entity, row) for _, entity, row in page]
    return Pulled(ledger.epoch, start, cursor, rows, has_more, latest=ledger.seq)


def on_the_wire(entity: Entity, row: Any) -> dict[str, Any]:
    """A row as docs/protocol.md has it."""
    fields = entity.document(row)
    deleted = fields.pop("deleted")
    return {
        "entity": entity.name,
        "id": str(entity.uid(row)),
        "seq": entity.seq(row),
        "deleted": deleted,
        "fields": fields,
    }


def rotate_epoch(ledger: Ledger, cursor: int) -> UUID:
    """Give a restored ledger a new epoch, and a seq past the device's cursor.

    What the device had seen of the lost future must not count as seen of the new one.
    """
    with transaction.atomic():
        stands = Ledger.objects.select_for_update().get(id=ledger.id)
        if stands.epoch == ledger.epoch:
            stands.epoch = uuid4()
            stands.seq = max(stands.seq, min(cursor, stands.seq + LARGEST_LEAP))
            stands.save(update_fields=["epoch", "seq"])
    return stands.epoch
