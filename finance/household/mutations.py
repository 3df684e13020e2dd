"""A happening as the mutations that a phone would push: the payee if it is new, then the transaction."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from finance.household.happening import Happening, Part
from finance.ids import natural_id, new_id
from finance.services.record import mutation

ACCOUNTS = ("cash", "bank", "card", "savings")


def payee_mutation(ledger: UUID, name: str) -> dict[str, Any]:
    row = natural_id(ledger, "payee", name)
    return mutation(op="create", entity="payee", row=row, fields={"name": name}, base=0, mid=new_id())


def transaction_mutation(ledger: UUID, one: Happening) -> dict[str, Any]:
    return mutation(
        op="create", entity="transaction", row=new_id(), fields=fields(ledger, one), base=0, mid=new_id()
    )


def fields(ledger: UUID, one: Happening) -> dict[str, Any]:
    return {
        "date": one.day.isoformat(),
        "payee": str(natural_id(ledger, "payee", one.payee)) if one.payee else None,
        "note": one.note,
        "tags": dict.fromkeys(one.tags, True),
        "status": "recorded",
        "account": str(natural_id(ledger, "account", one.account)),
        "lines": {str(new_id()): line(ledger, part) for part in one.parts},
        "origin": {"how": "spoken" if one.words else "typed", "words": one.words},
    }


def line(ledger: UUID, part: Part) -> dict[str, Any]:
    """A line as it travels: one that moves money names an account, any other a category."""
    names = "account" if part.key in ACCOUNTS else "category"
    row = str(natural_id(ledger, "account", part.key))
    return {names: row, "amount": part.cents, "currency": part.currency}


def in_order(ledger: UUID, happenings: list[Happening]) -> Iterator[tuple[Happening, dict[str, Any]]]:
    """Every mutation with the happening that caused it; a payee comes before its first transaction."""
    known: set[str] = set()
    for one in happenings:
        if one.payee and one.payee not in known:
            known.add(one.payee)
            yield one, payee_mutation(ledger, one.payee)
        yield one, transaction_mutation(ledger, one)
