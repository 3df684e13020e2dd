"""What a question counts, by currency: lines of categories in a stretch of days; whole minor units."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet, Sum

from finance.models import Posting
from finance.summaries import live_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines count: those of income or expense categories, narrowed by what is not None."""

    kind: str
    first_day: date
    last_day: date
    category: UUID | None = None
    payee: UUID | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What counted in one currency: `total` as people say it (income positive), of `count` transactions.

    `largest` is the largest line, counted likewise; the days are those of the first and the last one.
    """

    currency: str
    total: int
    count: int
    largest: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class OfCategory:
    """A category's total in one currency, as people say it."""

    category: UUID
    name: str
    currency: str
    total: int


def counted(ledger: UUID, wanted: Wanted) -> list[Counted]:
    """The sums by currency, the one with most transactions first; nothing where nothing counted."""
    sums = (
        lines(ledger, wanted)
        .values_list("currency")
        .annotate(
            total=Sum("amount"),
            number=Count("transaction", distinct=True),
            largest=Min("amount") if wanted.kind == "income" else Max("amount"),
            first=Min("transaction__date"),
            last=Max("transaction__date"),
        )
    )
    sign = -1 if wanted.kind == "income" else 1
    return [
        Counted(currency, sign * total, number, sign * largest, first, last)
        for currency, total, number, largest, first, last in sums.order_by("-number", "currency")
    ]


def counted_by_category(ledger: UUID, wanted: Wanted) -> list[OfCategory]:
    """The same by category, largest first."""
    sums = (
        lines(ledger, wanted)
        .values_list("account__uid", "account__name", "currency")
        .annotate(total=Sum("amount"))
    )
    sign = -1 if wanted.kind == "income" else 1
    found = [
        OfCategory(uid, name, currency, sign * total)
        for uid, name, currency, total in sums.order_by("account__uid")
    ]
    return sorted(found, key=lambda one: (-one.total, one.name, one.currency))


def lines(ledger: UUID, wanted: Wanted) -> "QuerySet[Posting]":
    narrowed = Q(account__kind=wanted.kind)
    if wanted.category:
        narrowed &= Q(account__uid=wanted.category)
    if wanted.payee:
        narrowed &= Q(transaction__payee__uid=wanted.payee)
    return live_lines(ledger, wanted.first_day, wanted.last_day).filter(narrowed)
