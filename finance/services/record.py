"""Single writes: a door other than push makes one mutation of what it was asked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.errors import Malformed, UnknownLedger, UnknownRow
from finance.ids import new_id
from finance.models import Ledger
from finance.permissions import writable
from finance.prepared import UUIDS, PreparedRows
from finance.services.writer import Answer, apply_mutation
from finance.shapes import SCHEMA

LOCKED = PreparedRows[Ledger](lambda ledger: Ledger.objects.select_for_update().filter(id=ledger), UUIDS)


def locked(person: AbstractUser, ledger_id: UUID) -> Ledger:
    """The ledger for writing, its row locked until the commit. Call inside a database transaction.

    Raises UnknownLedger, ViewerOnly.
    """
    writable(person, ledger_id)
    ledger = LOCKED.first(ledger_id)
    if ledger is None:
        raise UnknownLedger
    return ledger


def record(
    *,
    person: AbstractUser,
    ledger_id: UUID,
    op: str,
    entity: str,
    row: UUID,
    fields: Mapping[str, Any],
    now: datetime,
    mid: UUID | None = None,
) -> Answer:
    """Make and apply one mutation by somebody who sees the ledger as it stands.

    Give `mid` to make a repeated request take effect once. Raises UnknownLedger, ViewerOnly,
    UnknownRow, Malformed, MidReused, and then nothing is stored.
    """
    with transaction.atomic():
        ledger = locked(person, ledger_id)
        payload = mutation(op=op, entity=entity, row=row, fields=fields, base=ledger.seq, mid=mid or new_id())
        return taken(apply_mutation(ledger, person, payload, now), row)


def taken(answer: Answer, row: UUID) -> Answer:
    """The answer to a mutation that took effect; raises UnknownRow or Malformed for one that did not."""
    if answer.awaits == row:
        raise UnknownRow
    if answer.awaits:
        raise Malformed("unknown_parent", {"id": answer.awaits})
    if answer.code:
        raise Malformed(answer.code, answer.values)
    return answer


def mutation(
    *, op: str, entity: str, row: UUID, fields: Mapping[str, Any], base: int, mid: UUID
) -> dict[str, Any]:
    """A mutation as it travels, made on the server."""
    return {
        "mid": str(mid),
        "schema": SCHEMA,
        "op": op,
        "entity": entity,
        "id": str(row),
        "fields": dict(fields),
        "base": base,
        "seen": [],
    }
