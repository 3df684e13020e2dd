"""Pull: what changed after a cursor, as one snapshot of the ledger."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import connection, transaction

from finance.entities import ENTITIES, Version
from finance.errors import EpochChanged
from finance.models import Ledger
from finance.permissions import may_write, readable
from finance.services import begin_new_epoch, is_of_lost_future
from finance.sync.digest import digest, forget

log = logging.getLogger(__name__)
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Pulled:
    """Rows with start < seq ≤ cursor, ascending; `has_more` when later ones exist, up to `latest`."""

    epoch: UUID
    start: int
    cursor: int
    rows: list[dict[str, Any]]
    has_more: bool
    latest: int
    digest: dict[str, Any] | None

    def told(self) -> dict[str, Any]:
        """As docs/protocol.md has it."""
        return {
            "epoch": str(self.epoch),
            "from": self.start,
            "cursor": self.cursor,
            "rows": self.rows,
            "has_more": self.has_more,
            "latest": self.latest,
            "digest": self.digest,
        }


def pull(
    *,
    person: AbstractUser,
    ledger_id: UUID,
    epoch: str | None,
    cursor: int,
    known: UUID | None = None,
    apart: int | None = None,
) -> Pulled:
    """The next rows after a cursor, at most 500, and with the last of them the digest of all.

    Raises UnknownLedger, and EpochChanged when the device must fetch everything again. A cursor beyond the
    ledger's seq, or a mid `known` to be acknowledged that the log lacks, means that somebody restored the
    database by hand: it begins a new epoch if it comes with the present one from somebody who may write.
    `apart` is the cursor at which the device's rows differed from the digest; it is logged.
    """
    with snapshot():
        ledger = readable(person, ledger_id)
        if epoch not in (None, str(ledger.epoch)):
            raise EpochChanged(ledger.epoch)
        if apart is not None:
            note_apart(person, ledger, apart)
        if not is_of_lost_future(ledger, cursor, known):
            return rows_after(ledger, cursor)
    if epoch is None or not may_write(person, ledger_id):
        raise EpochChanged(ledger.epoch)
    raise EpochChanged(begin_new_epoch(ledger))


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
    behind = ENTITIES.values() if start < ledger.seq else ()
    changed = [
        (entity.name, version)
        for entity in behind
        for version in entity.changed_after(ledger, start, MOST_ROWS + 1)
    ]
    changed.sort(key=lambda change: change[1].seq)
    page, has_more = changed[:MOST_ROWS], len(changed) > MOST_ROWS
    cursor = page[-1][1].seq if has_more else ledger.seq
    rows = [on_the_wire(name, version) for name, version in page]
    told = None if has_more else digest(ledger)
    return Pulled(ledger.epoch, start, cursor, rows, has_more, latest=ledger.seq, digest=told)


def on_the_wire(entity: str, version: Version) -> dict[str, Any]:
    """A row as docs/protocol.md has it."""
    fields = {**version.document}
    deleted = fields.pop("deleted")
    return {"entity": entity, "id": version.uid, "seq": version.seq, "deleted": deleted, "fields": fields}


def note_apart(person: AbstractUser, ledger: Ledger, apart: int) -> None:
    """Tell who runs the server, and count the ledger anew: either side may have been wrong."""
    forget(ledger)
    log.warning(
        "Ledger %s: the rows on a device of person %s differed at seq %s; it fetches them anew.",
        ledger.id,
        person.pk,
        apart,
    )
