"""What a question may be about: categories, accounts and payees by the ids they have outside."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from finance.fold import fold
from finance.queries import RowSeen
from insights.writer.payload import Aliases, alias_for, aliases


@dataclass(frozen=True, slots=True)
class Named:
    """A category, account or payee: what it is called here, and outside (`alias`); `said` in the question."""

    id: UUID
    alias: str
    name: str
    kind: str
    said: bool


@dataclass(frozen=True, slots=True)
class LedgerNames:
    """All that may be asked about, by alias, and what facts are called by."""

    by_alias: Mapping[str, Named]
    called: Aliases

    def of(self, alias: str, kinds: Sequence[str]) -> Named | None:
        found = self.by_alias.get(alias)
        return found if found and found.kind in kinds else None


def names_in(words: str, accounts: Iterable[RowSeen], payees: Iterable[RowSeen]) -> LedgerNames:
    """Every category and account; of the payees only those whom the words name, by a name or an alias."""
    accounts = [one for one in accounts if one.fields["kind"] != "equity"]
    keys = {str(one.id): one.fields["key"] for one in accounts if one.fields.get("key")}
    called = aliases(keys)
    found = [named(one, one.fields["kind"], words, called) for one in accounts]
    found += [named(one, "payee", words, called) for one in payees if says(words, names_of(one))]
    return LedgerNames({one.alias: one for one in found}, called)


def named(row: RowSeen, kind: str, words: str, called: Aliases) -> Named:
    subject = {"income": "category", "expense": "category", "payee": "payee"}.get(kind, "account")
    alias = alias_for(called, str(row.id), subject)
    return Named(row.id, alias, row.fields["name"], kind, says(words, names_of(row)))


def names_of(row: RowSeen) -> list[str]:
    more = row.fields.get("aliases") or {}
    return [row.fields["name"], *(alias for alias in more)]


def says(words: str, names: Iterable[str]) -> bool:
    """Whether the words hold one of the names, as whole words."""
    folded = fold(words)
    return any(re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded) for name in names if fold(name))


def listed(names: LedgerNames) -> list[dict[str, Any]]:
    """What the model may choose from. A name leaves only if the question holds it already."""
    return [
        {"id": one.alias, "kind": one.kind, **({"called": one.name} if one.said else {})}
        for one in names.by_alias.values()
    ]
