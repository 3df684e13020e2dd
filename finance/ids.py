"""Ids: minted for what is new, derived for what has a natural key."""

from uuid import UUID, uuid5

import uuid6

from finance.fold import fold


def new_id() -> UUID:
    """A UUIDv7: unique, and in the order of making."""
    return UUID(bytes=uuid6.uuid7().bytes)


def natural_id(ledger: UUID, kind: str, name: str) -> UUID:
    """UUIDv5(ledger, "<kind>:<folded name>"): every device derives the same id for the same thing."""
    return uuid5(ledger, f"{kind}:{fold(name)}")
