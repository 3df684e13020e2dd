"""Every read of the ledger: explicitly ordered, dataclasses out. `permissions` was asked before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db.models import Q, QuerySet, Sum

from finance.amounts import Amount
from finance.entities import ENTITIES
from finance.errors import UnknownRow
from finance.models import Account, Change, Device, Ledger, Membership, Payee, Rollup, Transaction

MOST_ON_A_PAGE = 200


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """A ledger as a member sees it from outside; `role` is the member's."""

    id: UUID
    name: str
    role: str
    currency: str
    time_zone: str
    epoch: UUID


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a ledger."""

    person_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class DeviceSeen:
    """A browser of a person; `id` is that of its database there."""

    id: UUID
    name: str
    first_synced: datetime
    last_synced: datetime
    revoked: bool


@dataclass(frozen=True, slots=True)
class RowSeen:
    """One row as it stands: its fields are the protocol's document."""

    id: UUID
    seq: int
    deleted: bool
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Balance:
    """What an account holds in one currency, planned transactions left out."""

    account_id: UUID
    amount: Amount


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry of a row's history: path → [old, new]."""

    seq: int
    by: str
    at: datetime
    paths: dict[str, list[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionFilter:
    """Which transactions to list; what is None narrows nothing."""

    first_day: date | None = None
    last_day: date | None = None
    account: UUID | None = None
    category: UUID | None = None
    payee: UUID | None = None


def ledgers_of(person: AbstractUser) -> list[LedgerHead]:
    """The ledgers a person belongs to, oldest first."""
    memberships = (
        Membership.objects.filter(person_id=person.pk).select_related("ledger").order_by("ledger_id")
    )
    return [
        LedgerHead(
            at.ledger.id, at.ledger.name, at.role, at.ledger.currency, at.ledger.time_zone, at.ledger.epoch
        )
        for at in memberships
    ]


def people_of(ledger: Ledger) -> list[Member]:
    """The people of a ledger by name."""
    members = ledger.memberships.select_related("person").order_by("person__username")
    return [Member(at.person_id, at.person.get_username(), at.role) for at in members]


def devices_of(person: AbstractUser) -> list[DeviceSeen]:
    """The devices a person has synced with, the latest first."""
    return [
        seen_device(one) for one in Device.objects.filter(person_id=person.pk).order_by("-last_synced", "pk")
    ]


def seen_device(device: Device) -> DeviceSeen:
    revoked = device.revoked_at is not None
    return DeviceSeen(device.uid, device.name, device.first_synced, device.last_synced, revoked)


def accounts(ledger: Ledger) -> list[RowSeen]:
    """Accounts and categories in the screen's order, tombstones left out."""
    rows = Account.objects.filter(ledger=ledger, deleted=False).order_by("order", "uid")
    return seen("account", rows)


def payees(ledger: Ledger) -> list[RowSeen]:
    """Payees by name, tombstones left out."""
    return seen("payee", Payee.objects.filter(ledger=ledger, deleted=False).order_by("name", "uid"))


def transactions(
    ledger: Ledger, wanted: TransactionFilter, *, after: UUID | None = None, limit: int = 50
) -> list[RowSeen]:
    """Transactions newest first, tombstones left out: the page after the transaction `after`, at most 200.

    Raises UnknownRow when `after` is not a transaction of this ledger.
    """
    rows = narrowed(Transaction.objects.filter(ledger=ledger, deleted=False), wanted)
    if after:
        last = Transaction.objects.filter(ledger=ledger, uid=after).first()
        if last is None:
            raise UnknownRow
        rows = rows.filter(Q(date__lt=last.date) | Q(date=last.date, uid__lt=last.uid))
    page = (
        rows.select_related("payee", "account")
        .prefetch_related("postings__account")
        .order_by("-date", "-uid")
    )
    return seen("transaction", page[: min(limit, MOST_ON_A_PAGE)])


def narrowed(rows: "QuerySet[Transaction]", wanted: TransactionFilter) -> "QuerySet[Transaction]":
    if wanted.first_day:
        rows = rows.filter(date__gte=wanted.first_day)
    if wanted.last_day:
        rows = rows.filter(date__lte=wanted.last_day)
    if wanted.payee:
        rows = rows.filter(payee__uid=wanted.payee)
    for account in filter(None, (wanted.account, wanted.category)):
        rows = rows.filter(pk__in=rows.model.objects.filter(postings__account__uid=account).values("pk"))
    return rows


def row(ledger: Ledger, entity: str, uid: UUID) -> RowSeen:
    """One row, tombstones too. Raises UnknownRow."""
    found = ENTITIES[entity].find(ledger, uid)
    if found is None:
        raise UnknownRow
    return seen(entity, [found])[0]


def seen(entity: str, rows: "Sequence[Any] | QuerySet[Any]") -> list[RowSeen]:
    reader = ENTITIES[entity]
    documents = [(found, reader.document(found)) for found in rows]
    return [
        RowSeen(reader.uid(found), reader.seq(found), document.pop("deleted"), document)
        for found, document in documents
    ]


def balances(ledger: Ledger) -> list[Balance]:
    """What asset and liability accounts hold, a row for each currency that is not zero."""
    cells = Rollup.objects.filter(ledger=ledger, account__kind__in=("asset", "liability"), count__gt=0)
    sums = cells.values_list("account__uid", "currency").annotate(held=Sum("total"))
    ordered = sums.exclude(held=0).order_by("account__order", "account__uid", "currency")
    return [Balance(uid, Amount(held, currency)) for uid, currency, held in ordered]


def history(ledger: Ledger, entity: str, uid: UUID) -> list[Changed]:
    """Who changed what in a row and when, newest first. Raises UnknownRow for a row that has none."""
    changes = (
        Change.objects.filter(ledger=ledger, entity=entity, row=uid)
        .select_related("record__person")
        .order_by("-seq")
    )
    found = [
        Changed(
            change.seq,
            change.record.person.get_username() if change.record.person else "",
            change.record.arrived,
            change.paths,
        )
        for change in changes
    ]
    if not found:
        raise UnknownRow
    return found
