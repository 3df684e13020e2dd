"""Sums over the ledger, made by the database: whole minor units, one currency a row."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, Count, Sum
from django.db.models.functions import Cast, Substr

from finance.models import Posting, Rollup

CATEGORY_KINDS = ("income", "expense")


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
class CubeCell:
    """Total and count of the lines of one month, category, payee and currency; `payee` is a name or None."""

    month: str
    category_id: UUID
    key: str | None
    name: str
    kind: str
    payee: str | None
    currency: str
    total: int
    count: int


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


def cube(ledger: UUID, first_day: date, last_day: date) -> list[CubeCell]:
    """Sums by month, category, payee and currency over first_day … last_day, both included.

    Tombstones and planned transactions count nowhere. The month is cut from the date's text: on SQLite a
    database function per row would cost four times as much.
    """
    lines = Posting.objects.filter(
        transaction__ledger_id=ledger,
        transaction__date__range=(first_day, last_day),
        transaction__deleted=False,
        account__kind__in=CATEGORY_KINDS,
    ).exclude(transaction__status="planned")
    month = Substr(Cast("transaction__date", CharField()), 1, 7)
    fields = [
        *(f"account__{name}" for name in ("uid", "key", "name", "kind")),
        "transaction__payee__name",
        "currency",
    ]
    grouped = lines.values_list(month, *fields).annotate(total=Sum("amount"), count=Count("pk"))
    ordered = grouped.order_by(month, "account__uid", "transaction__payee__name", "currency")
    return [CubeCell(*cell) for cell in ordered]
