"""Push: a batch of mutations from one device, in one database transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.errors import EpochChanged
from finance.services import Answer, apply_mutation, begin_new_epoch, is_of_lost_future, locked


@dataclass(frozen=True, slots=True)
class Pushed:
    """The answers, in the order the mutations were sent."""

    epoch: UUID
    answers: list[Answer]


def push(
    *,
    person: AbstractUser,
    ledger_id: UUID,
    epoch: str,
    mutations: Sequence[Mapping[str, Any]],
    now: datetime,
    cursor: int = 0,
    known: UUID | None = None,
) -> Pushed:
    """Apply each mutation once and answer each; a bad one is answered as rejected and stops nothing.

    `cursor` and the acknowledged mid `known` say what the device holds of this epoch: what a database that
    was restored by hand lacks of it begins a new one, before an edit made on the lost future takes effect.
    Raises UnknownLedger, ViewerOnly, EpochChanged, MidReused: then nothing of the batch is stored.
    """
    with transaction.atomic():
        ledger = locked(person, ledger_id)
        if epoch != str(ledger.epoch):
            raise EpochChanged(ledger.epoch)
        if not is_of_lost_future(ledger, cursor, known):
            answers = [apply_mutation(ledger, person, payload, now) for payload in mutations]
            return Pushed(ledger.epoch, answers)
    raise EpochChanged(begin_new_epoch(ledger))
