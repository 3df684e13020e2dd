"""Write a large household in bulk: what the one writer would store, in few statements.

The one writer takes some milliseconds a mutation because it reads what stands before it merges. Here
nothing stands: the ledger is new and locked, and every mutation creates a transaction, so nothing clashes.
Mutations are checked, merged and turned into postings by the writer's own functions; a test compares both
doors row by row, and `manage.py check_ledger` audits what came in.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.documents import Document
from finance.entities import Found
from finance.entities.transactions import Transactions, legs
from finance.household.happening import Happening
from finance.household.mutations import payee_mutation, transaction_mutation
from finance.household.record import People, arrival, require_applied
from finance.merge import Edit, Merged, merge
from finance.models import Account, Change, Ledger, MutationRecord, Payee, Posting, Status, Transaction
from finance.services import apply_mutation, locked
from finance.services.rollup import Cells
from finance.services.writer import digest
from finance.shapes import read_mutation

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """One mutation on its way in: its record, its transaction and what the merge made of it."""

    record: MutationRecord
    row: Transaction
    merged: Merged


def record_large_household(
    *, ledger: UUID, people: People, happenings: Sequence[Happening], now: datetime
) -> Iterator[int]:
    """Write every happening into a ledger that has no transactions yet; yields how many are in so far."""
    record_payees(ledger, people[0], sorted({one.payee for one in happenings if one.payee}), now)
    waiting, written = iter(happenings), 0
    while batch := list(islice(waiting, BATCH)):
        write_bulk(ledger, people, batch, now)
        written += len(batch)
        yield written


def record_payees(ledger_id: UUID, person: AbstractUser, names: Sequence[str], now: datetime) -> None:
    """Payees are few: the one writer takes them."""
    with transaction.atomic():
        ledger = locked(person, ledger_id)
        for name in names:
            require_applied(apply_mutation(ledger, person, payee_mutation(ledger_id, name), now))


def write_bulk(ledger_id: UUID, people: People, batch: Sequence[Happening], now: datetime) -> None:
    with transaction.atomic():
        ledger = locked(people[0], ledger_id)
        found = parents(ledger)
        entries = [
            entry(ledger, people[one.who], one, found, place, now) for place, one in enumerate(batch, 1)
        ]
        MutationRecord.objects.bulk_create([one.record for one in entries])
        Transaction.objects.bulk_create([one.row for one in entries])
        Change.objects.bulk_create([change(one) for one in entries])
        store_postings(ledger, entries, found)
        ledger.seq += len(entries)
        ledger.save(update_fields=["seq"])


def parents(ledger: Ledger) -> Found:
    """Every account and payee of the ledger by its id on the wire."""
    accounts: dict[tuple[str, str], Account | Payee] = {
        ("account", str(row.uid)): row for row in Account.objects.filter(ledger=ledger)
    }
    return accounts | {("payee", str(row.uid)): row for row in Payee.objects.filter(ledger=ledger)}


def entry(
    ledger: Ledger, person: AbstractUser, one: Happening, found: Found, place: int, now: datetime
) -> Entry:
    payload, seq = transaction_mutation(ledger.id, one), ledger.seq + place
    checked = read_mutation(payload)
    merged = merge(None, Edit(checked.mid, person.get_username(), checked.fields), [])
    record = MutationRecord(
        ledger=ledger, mid=UUID(checked.mid), sha256=digest(payload), person_id=person.pk,
        payload=json.dumps(payload), arrived=arrival(one, now), status=Status.APPLIED, seq=seq,
    )  # fmt: skip
    return Entry(record, row(record, UUID(checked.row), seq, merged.document, found), merged)


def row(record: MutationRecord, uid: UUID, seq: int, document: Document, found: Found) -> Transaction:
    payee: Any = found["payee", document["payee"]] if document.get("payee") else None
    account: Any = found["account", document["account"]]
    stored = Transaction(ledger_id=record.ledger_id, uid=uid, seq=seq, payee=payee, account=account)
    stored.date = date.fromisoformat(document["date"])
    for column in Transactions.columns:
        if column in document:
            setattr(stored, column, document[column])
    return stored


def change(one: Entry) -> Change:
    row = one.row
    return Change(
        record=one.record, ledger_id=row.ledger_id, seq=row.seq, entity="transaction", row=row.uid,
        paths=one.merged.changes,
    )  # fmt: skip


def store_postings(ledger: Ledger, entries: Sequence[Entry], found: Found) -> None:
    """The legs of every transaction, and what they add to the rollup."""
    postings = [leg for one in entries for leg in legs(one.row, one.merged.document, found)]
    Posting.objects.bulk_create(postings)
    cells = Cells()
    for leg in postings:
        cell = (f"{leg.transaction.date:%Y-%m}", leg.account_id, leg.currency)
        cells.totals[cell] += leg.amount
        cells.counts[cell] += 1
    cells.store(ledger)
