"""Mutations and documents as devices make them."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid5

from finance.ids import natural_id, new_id

DEVICE = "11111111-2222-7333-8444-555555555555"


def mutation(
    op: str,
    entity: str,
    row: UUID | str,
    fields: Mapping[str, Any] | None = None,
    *,
    base: int = 0,
    seen: Iterable[str] = (),
    mid: UUID | str | None = None,
) -> dict[str, Any]:
    """A mutation of docs/protocol.md; `base` 0 means made before the first pull."""
    return {
        "mid": str(mid or new_id()),
        "n": 1,
        "device": DEVICE,
        "schema": 1,
        "op": op,
        "entity": entity,
        "id": str(row),
        "fields": dict(fields or {}),
        "was": {},
        "base": base,
        "seen": list(seen),
        "client_time": "2026-11-22T12:00:00Z",
    }


def account(ledger: UUID, key: str) -> str:
    """The id of a default account or category."""
    return str(natural_id(ledger, "account", key))


def line(ledger: UUID, key: str, amount: int, currency: str = "EUR") -> dict[str, Any]:
    """A line that names a category."""
    return {"category": account(ledger, key), "amount": amount, "currency": currency}


def spending(
    ledger: UUID, amount: int = 1250, key: str = "groceries", day: str = "2026-11-20", **fields: Any
) -> dict[str, Any]:
    """The fields of a transaction from Cash with one line; its line id follows from the category."""
    lines = {str(uuid5(ledger, f"line:{key}")): line(ledger, key, amount)}
    return {"date": day, "account": account(ledger, "cash"), "lines": lines, **fields}
