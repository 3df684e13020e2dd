"""Sums over the ledger, made by the database: whole minor units, one currency a row."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from django.db.models import CharField, Count, QuerySet, Sum
from django.db.models.functions import Cast

from finance.models import Account, Payee, Posting, Rollup

CATEGORY_KINDS = ("income", "expense")
OWN_KINDS = ("asset", "liability")

DayCell: TypeAlias = tuple[str, int, int | None, int, str, int, int]
"""("2026-11-22", category, payee or None, own account, currency, total, count of lines); rows by Ref."""
MonthCell: TypeAlias = tuple[str, int, str, int, int]
"""("2026-11", account or category by its Ref, currency, total, count of postings)."""
Ref: TypeAlias = int
"""A row's number within one answer of this module: short, and good for nothing else."""


@dataclass(frozen=True, slots=True)
class CategoryTotal:
    """A category's month: `total` as its lines sum (income is negative), `count` of lines."""

    category_id: UUID
    key: str | None
    name: str
    kind: str
    currency: str
    total: int
    count: int


@dataclass(frozen=True, slots=True)
class Named:
    """An account, a category or a payee as people know it; `kind` is "payee" for a payee."""

    id: UUID
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Twice:
    """Transactions of one day with the same payee, category, own account and amount; rows by their Ref."""

    day: date
    payee: Ref
    category: Ref
    account: Ref
    currency: str
    amount: int
    transactions: tuple[UUID, ...]


def month_totals(ledger: UUID, month: str) -> list[CategoryTotal]:
    """The categories of a month ("2026-11") from the rollup, in the screen's order; empty cells left out.

    Tombstones and planned transactions count nowhere.
    """
    cells = Rollup.objects.filter(
        ledger_id=ledger, month=month, count__gt=0, account__kind__in=CATEGORY_KINDS
    )
    fields = [f"account__{name}" for name in ("uid", "key", "name", "kind")]
    ordered = cells.order_by("account__order", "account__uid", "currency")
    return [CategoryTotal(*cell) for cell in ordered.values_list(*fields, "currency", "total", "count")]


def accounts_named(ledger: UUID) -> dict[Ref, Named]:
    """Every account and category of the ledger, tombstones too: old lines name them."""
    rows = Account.objects.filter(ledger_id=ledger).values_list("pk", "uid", "name", "kind")
    return {ref: Named(uid, name, kind) for ref, uid, name, kind in rows}


def payees_named(ledger: UUID) -> dict[Ref, Named]:
    """Every payee of the ledger, tombstones too."""
    rows = Payee.objects.filter(ledger_id=ledger).values_list("pk", "uid", "name")
    return {ref: Named(uid, name, "payee") for ref, uid, name in rows}


def day_cube(
    ledger: UUID, first_day: date, last_day: date, categories: Collection[Ref]
) -> "QuerySet[Posting, DayCell]":
    """Sums by day, category, payee, own account and currency over first_day … last_day, both included.

    In no order. Rows are named by number, and the day stays text: a converter per cell would cost more than
    the sums. Tombstones and planned transactions count nowhere.
    """
    day = Cast("transaction__date", CharField())
    fields = ["account_id", "transaction__payee_id", "transaction__account_id", "currency"]
    lines = live_lines(ledger, first_day, last_day).filter(account_id__in=categories)
    return lines.order_by().values_list(day, *fields).annotate(total=Sum("amount"), count=Count("pk"))


def month_cube(ledger: UUID) -> "QuerySet[Rollup, MonthCell]":
    """Every month's totals of every account and category from the rollup, in no order."""
    cells = Rollup.objects.filter(ledger_id=ledger, count__gt=0).order_by()
    return cells.values_list("month", "account_id", "currency", "total", "count")


def held_after(ledger: UUID, day: date) -> dict[str, int]:
    """By currency what postings dated after a day add to the ledger's own accounts."""
    ahead = live_lines(ledger, day, date.max).filter(account__kind__in=OWN_KINDS, transaction__date__gt=day)
    return dict(ahead.order_by().values_list("currency").annotate(total=Sum("amount")))


def recorded_twice(ledger: UUID, first_day: date, last_day: date) -> list[Twice]:
    """Lines with a payee that several transactions of a day share, oldest first."""
    fields = ["transaction__date", "transaction__payee_id", "account_id", "transaction__account_id"]
    lines = live_lines(ledger, first_day, last_day).filter(names="category", transaction__payee__isnull=False)
    keyed = lines.order_by().values_list(*fields, "currency", "amount")
    again = keyed.annotate(count=Count("transaction", distinct=True)).filter(count__gt=1)
    keys = {row[:-1] for row in again}
    of_days = lines.filter(transaction__date__in={key[0] for key in keys}).order_by("transaction__uid")
    found = defaultdict(list)
    for *key, uid in of_days.values_list(*fields, "currency", "amount", "transaction__uid").distinct():
        found[tuple(key)].append(uid)
    return [
        Twice(day, payee, category, account, currency, amount, tuple(found[key]))
        for key in sorted(keys)
        for day, payee, category, account, currency, amount in [key]
    ]


def live_lines(ledger: UUID, first_day: date, last_day: date) -> "QuerySet[Posting]":
    """The postings of first_day … last_day that count: no tombstones, nothing planned."""
    return Posting.objects.filter(
        transaction__ledger_id=ledger,
        transaction__date__range=(first_day, last_day),
        transaction__deleted=False,
    ).exclude(transaction__status="planned")
