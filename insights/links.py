"""Where a figure leads: the transactions it counted."""

from dataclasses import dataclass

from insights.facts import Fact

FIGURES = ("amount", "change", "percent", "share", "count")
"""Kinds of facts whose transactions can be looked at."""
KINDS = {"spending": "expense", "income": "income", "price": "expense", "bills": "expense"}


@dataclass(frozen=True, slots=True)
class Filter:
    """Transactions from `first` to `last` ("2026-11-01", both included) of one category, payee or kind."""

    first: str
    last: str
    category: str | None = None
    payee: str | None = None
    kind: str | None = None


def link_of(fact: Fact) -> Filter | None:
    """The transactions behind a figure; None for what counts none: names of months, what is only expected."""
    if fact.measure in ("calendar", "balance", "saving", "no_spend") or fact.basis not in ("recorded", "due"):
        return None
    first, last = fact.period.split("/")
    if fact.basis == "due":
        return Filter("", "", payee=fact.entity) if fact.subject == "payee" else None
    if fact.subject == "category":
        return Filter(first, last, category=fact.entity)
    if fact.subject == "payee":
        return Filter(first, last, payee=fact.entity)
    return Filter(first, last, kind=KINDS[fact.measure])
