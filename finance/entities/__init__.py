"""The six entities: how each one's table and its document (docs/protocol.md) become one another."""

from collections.abc import Mapping

from finance.entities.accounts import Accounts
from finance.entities.base import Entity, Found, References, Version
from finance.entities.conflicts import Conflicts
from finance.entities.ledgers import Ledgers
from finance.entities.lessons import Lessons
from finance.entities.payees import Payees
from finance.entities.transactions import Transactions

ENTITIES: Mapping[str, Entity] = {
    entity.name: entity
    for entity in (Ledgers(), Accounts(), Payees(), Transactions(), Lessons(), Conflicts())
}

__all__ = ["ENTITIES", "Entity", "Found", "References", "Version"]
