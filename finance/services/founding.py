"""A new ledger with its accounts and categories, and who belongs to it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.ids import natural_id, new_id
from finance.models import Ledger, Membership, Role
from finance.permissions import readable
from finance.services.record import mutation, taken
from finance.services.writer import apply_mutation
from finance.shapes import read_fields
from finance.wording import say

ACCOUNTS = (("asset", "cash"), ("asset", "bank"), ("liability", "card"), ("asset", "savings"))
EQUITY = ("opening balances", "currency exchange")
EXPENSES = (
    "groceries",
    "dining",
    "coffee",
    "transport",
    "fuel",
    "housing",
    "utilities",
    "shopping",
    "health",
    "personal care",
    "entertainment",
    "subscriptions",
    "travel",
    "education",
    "kids",
    "pets",
    "gifts",
    "charity",
    "insurance",
    "taxes",
    "fees",
    "debt",
    "uncategorised",
)
INCOMES = ("salary", "freelance", "interest", "dividend", "sale", "other income")
DEFAULTS = (
    *ACCOUNTS,
    *(("equity", key) for key in EQUITY),
    *(("expense", key) for key in EXPENSES),
    *(("income", key) for key in INCOMES),
)
"""(kind, key) of every account a ledger starts with, in their order on the screen."""


@transaction.atomic
def create_ledger(
    *,
    owner: AbstractUser,
    name: str,
    currency: str,
    time_zone: str,
    language: str = "en",
    now: datetime,
    id: UUID | None = None,  # noqa: A002
) -> Ledger:
    """A ledger owned by `owner`, with default accounts and categories named in `language`.

    With an `id` of the caller's own a request that is repeated, or comes twice at once, makes one ledger.
    Raises Malformed for an empty name, an unknown currency or time zone; UnknownLedger for an id that is a
    ledger of others.
    """
    fields = read_fields("ledger", "update", {"name": name, "currency": currency, "time_zone": time_zone})
    ledger, new = Ledger.objects.get_or_create(id=id or new_id(), defaults=fields)
    if not new:
        return readable(owner, ledger.id)
    Membership.objects.create(ledger=ledger, person_id=owner.pk, role=Role.OWNER)
    for payload in founding_mutations(ledger, fields, language):
        taken(apply_mutation(ledger, owner, payload, now), UUID(payload["id"]))
    ledger.refresh_from_db()
    return ledger


def founding_mutations(ledger: Ledger, fields: dict[str, Any], language: str) -> Iterator[dict[str, Any]]:
    mid = uuid5(ledger.id, "mutation:ledger")
    yield mutation(op="update", entity="ledger", row=ledger.id, fields=fields, base=0, mid=mid)
    for order, (kind, key) in enumerate(DEFAULTS):
        row, mid = natural_id(ledger.id, "account", key), uuid5(ledger.id, f"mutation:account:{key}")
        name = say(f"account.{key.replace(' ', '_')}", language=language)
        fields = {"name": name, "kind": kind, "key": key, "currency": ledger.currency, "order": order}
        yield mutation(op="create", entity="account", row=row, fields=fields, base=0, mid=mid)


def add_member(*, ledger_id: UUID, person: AbstractUser, role: str) -> None:
    """Let a person into a ledger as owner, editor or viewer; somebody already in gets the role."""
    Membership.objects.update_or_create(
        ledger_id=ledger_id, person_id=person.pk, defaults={"role": Role(role).value}
    )
