"""Ids: minted for what is new, derived for what has a natural key."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

import uuid6

from finance.fold import fold


def new_id() -> UUID:
    """A UUIDv7: unique, and in the order of making."""
    return UUID(bytes=uuid6.uuid7().bytes)


def natural_id(ledger: UUID, kind: str, name: str) -> UUID:
    """UUIDv5(ledger, "<kind>:<folded name>"): every device derives the same id for the same thing."""
    return uuid5(ledger, f"{kind}:{fold(name)}")


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One row of a bank's statement: minor units, the currency, the bank's own reference where it has one."""

    day: date
    amount: int
    currency: str
    payee: str
    reference: str = ""


def occurrence_id(schedule: UUID, day: date) -> UUID:
    """UUIDv5(schedule, "<original date>"): the same occurrence however often expanded, or moved since."""
    return uuid5(schedule, day.isoformat())


def imported_ids(account: UUID, rows: Iterable[StatementRow]) -> list[UUID]:
    """An id for each row of a statement of an account, in its order: statements that overlap double nothing.

    UUIDv5 of the account and "ref:<reference>", else "row:<day>:<amount>:<currency>:<folded payee>:<n>" where
    n counts from 1 the rows of the statement that are the same: twins of one day are two.
    """
    seen: Counter[str] = Counter()
    ids = []
    for row in rows:
        name = f"row:{row.day.isoformat()}:{row.amount}:{row.currency}:{fold(row.payee)}"
        seen[name] += 1
        ids.append(uuid5(account, f"ref:{row.reference}" if row.reference else f"{name}:{seen[name]}"))
    return ids
