"""What leaves the server: aggregates and ids; no category's name, and a payee's only if that was allowed."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from finance.amounts import DECIMALS
from finance.services.founding import DEFAULTS
from insights.facts import Fact

Names = Literal["payee names", "no names"]
KEYS = frozenset(key for _, key in DEFAULTS)
"""The lexicon keys that every ledger starts with; another one might be somebody's own word."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """What ids are called outside: a category by its lexicon key ("groceries"), all else by a number."""

    keys: Mapping[str, str]
    given: dict[str, str]
    met: Counter[str]

    def of(self, fact: Fact) -> str:
        """The alias of what a fact is about, the same whenever it is asked for."""
        return fact.entity if fact.subject == "total" else alias_for(self, fact.entity, fact.subject)


def alias_for(called: Aliases, entity: str, subject: str) -> str:
    """The alias of an id: given once, kept from then on."""
    if entity not in called.given:
        called.given[entity] = new_alias(called, entity, subject)
    return called.given[entity]


def new_alias(called: Aliases, entity: str, subject: str) -> str:
    key = called.keys.get(entity, "")
    if key in KEYS and key not in called.given.values():
        return key
    called.met[subject] += 1
    return f"{subject}_{called.met[subject]}"


def aliases(keys: Mapping[str, str]) -> Aliases:
    return Aliases(keys, {}, Counter())


def facts_out(facts: Iterable[Fact], called: Aliases, names: Names) -> list[dict[str, Any]]:
    """Each fact as it is sent: what is empty is left out."""
    return [{name: value for name, value in fact_out(fact, called, names).items() if value} for fact in facts]


def fact_out(fact: Fact, called: Aliases, names: Names) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "value": value_out(fact, names),
        "currency": fact.currency,
        "direction": {1: "up", -1: "down", 0: "same"}[fact.sign]
        if fact.kind in ("change", "percent")
        else None,
        "about": called.of(fact),
        "counts": fact.measure,
        "basis": None if fact.basis == "recorded" else fact.basis,
        "against": fact.baseline,
        "days": fact.period,
        "ranks": list(fact.ranks),
        "main_cause_of": fact.drives,
    }


def value_out(fact: Fact, names: Names) -> str | None:
    """An amount in units ("-12.50"), a plain number, a day; a name only if it is a payee's and allowed."""
    if fact.kind == "label":
        return str(fact.value) if fact.subject == "payee" and names == "payee names" else None
    if fact.currency is None:
        return str(fact.value)
    places = DECIMALS[fact.currency]
    whole, part = divmod(int(fact.value), 10**places)
    below_zero = "-" if fact.sign < 0 and fact.kind == "amount" else ""
    return f"{below_zero}{whole}.{part:0{places}}" if places else f"{below_zero}{whole}"


def as_text(payload: Mapping[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
