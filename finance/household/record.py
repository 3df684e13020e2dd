"""Write a household's years into a ledger through the one writer, as its two people would have."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.household.happening import Happening
from finance.household.mutations import in_order
from finance.services import Answer, apply_mutation, locked

BATCH = 200
People = tuple[AbstractUser, AbstractUser]


class NotRecorded(Exception):
    """The one writer did not take a mutation of the household; the message is its answer."""


def record_household(
    *, ledger: UUID, people: People, happenings: Sequence[Happening], now: datetime
) -> Iterator[int]:
    """Write every happening, some hundred to a database transaction; yields how many mutations are in so far.

    Each counts as arrived on its own day, so that the history reads like two years. Raises NotRecorded.
    """
    written = 0
    mutations = in_order(ledger, list(happenings))
    while batch := list(islice(mutations, BATCH)):
        write_batch(ledger, people, batch, now)
        written += len(batch)
        yield written


def write_batch(
    ledger_id: UUID, people: People, batch: Iterable[tuple[Happening, dict[str, Any]]], now: datetime
) -> None:
    with transaction.atomic():
        ledger = locked(people[0], ledger_id)
        for one, payload in batch:
            require_applied(apply_mutation(ledger, people[one.who], payload, arrival(one, now)))


def arrival(one: Happening, now: datetime) -> datetime:
    return min(now, datetime.combine(one.day, time(18), UTC))


def require_applied(answer: Answer) -> None:
    if answer.status != "applied":
        raise NotRecorded(f"{answer.mid}: {answer.status} {answer.sentence('en') or ''}")
