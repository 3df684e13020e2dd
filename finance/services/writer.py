"""The one writer: a mutation from any door takes effect here, once, or is answered why not.

The caller holds a database transaction and the ledger's lock (`locked`).
"""

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import DatabaseError, InterfaceError, OperationalError, transaction

from finance.errors import FinanceError, MidReused, Parked
from finance.models import Change, Ledger, MutationRecord, Status
from finance.prepared import UUIDS, PreparedRows
from finance.services.effect import Effect, take_effect
from finance.shapes import read_mutation
from finance.values import row_id
from finance.wording import say

log = logging.getLogger(__name__)
MEANING = ("schema", "op", "entity", "id", "fields")
SENT = PreparedRows[MutationRecord](
    lambda ledger, mid: MutationRecord.objects.filter(ledger=ledger, mid=mid), UUIDS, UUIDS
)
WAITING = PreparedRows[MutationRecord](
    lambda ledger, *ids: MutationRecord.objects.filter(
        ledger=ledger, status=Status.PARKED, awaits__in=ids
    ).order_by("pk"),
    UUIDS,
    UUIDS,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a mutation: `seq` is the last it caused, `code` and `values` say why it was rejected.

    A parked one `awaits` the id of a row or a line.
    """

    mid: str
    status: str
    seq: int | None
    code: str | None = None
    values: Mapping[str, object] | None = None
    awaits: UUID | None = None

    def sentence(self, language: str) -> str | None:
        return say(f"error.{self.code}", self.values, language=language) if self.code else None


def apply_mutation(ledger: Ledger, person: AbstractUser, payload: Mapping[str, Any], now: datetime) -> Answer:
    """Apply one mutation as it arrived; sent again, it answers what is stored and changes nothing.

    Raises MidReused when the mid stands with another payload, Malformed when the mid is not a UUID.
    """
    mid = UUID(row_id(payload.get("mid")))
    record = SENT.first(ledger.id, mid)
    if record and record.sha256 != digest(payload):
        raise MidReused
    if record and record.status != Status.PARKED:
        return answer(record)
    record = record or MutationRecord(
        ledger=ledger,
        mid=mid,
        sha256=digest(payload),
        person_id=person.pk,
        payload=json.dumps(payload),
        arrived=now,
    )
    arrived = attempt(ledger, record, person.get_username(), now)
    retry_parked(ledger, arrived, now)
    return answer(record)


def digest(payload: Mapping[str, Any]) -> str:
    """SHA-256 of what a mutation means: `base`, `seen` and the like may differ when it is sent again."""
    meaning = {name: payload.get(name) for name in MEANING}
    return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()


def answer(record: MutationRecord) -> Answer:
    error = record.error or {}
    return Answer(
        str(record.mid), record.status, record.seq, error.get("code"), error.get("values"), record.awaits
    )


def attempt(ledger: Ledger, record: MutationRecord, by: str, now: datetime) -> set[str]:
    """Let a mutation take effect in a savepoint of its own; returns the ids that have arrived."""
    try:
        with transaction.atomic():
            mutation = read_mutation(json.loads(record.payload))
            record.seen = sorted(mutation.seen)
            effect = take_effect(ledger, mutation, by, now)
            settle(record, effect.status, seq=effect.seq)
            store_changes(record, effect)
            return effect.arrived
    except Parked as parked:
        settle(record, Status.PARKED, awaits=UUID(parked.awaits))
    except FinanceError as refused:
        settle(record, Status.REJECTED, error={"code": refused.code, "values": refused.values})
    except (OperationalError, InterfaceError):
        raise
    except (DatabaseError, ArithmeticError, LookupError, TypeError, ValueError):
        log.exception("Mutation %s of ledger %s could not be applied", record.mid, ledger.id)
        settle(record, Status.REJECTED, error={"code": "unexpected", "values": {}})
    return set()


def settle(
    record: MutationRecord,
    status: str,
    *,
    seq: int | None = None,
    awaits: UUID | None = None,
    error: dict[str, Any] | None = None,
) -> None:
    record.status, record.seq, record.awaits, record.error = status, seq, awaits, error
    record.save()


def store_changes(record: MutationRecord, effect: Effect) -> None:
    Change.objects.bulk_create(
        Change(record=record, ledger_id=record.ledger_id, seq=seq, entity=entity, row=UUID(row), paths=paths)
        for entity, row, seq, paths in effect.changes
    )


def retry_parked(ledger: Ledger, arrived: set[str], now: datetime) -> None:
    """Try again what waited for the rows and lines that have arrived, and what waited for those in turn."""
    while arrived:
        parked = WAITING.all(ledger.id, *sorted(arrived))
        arrived = set()
        for record in parked:
            by = record.person.get_username() if record.person else ""
            arrived |= attempt(ledger, record, by, now)
