"""What a report is written from: the month's facts, and what the templates make of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from insights.cards import cards_of
from insights.facts import Fact, Finding, facts_by_id
from insights.findings.month import Findings, findings_of
from insights.frames import cubes_of
from insights.narrator import Narrative, tell
from insights.services import told_currency

MOST_OF_A_KIND = 3
"""Of each sort of payment that comes back: a report needs no list."""


@dataclass(frozen=True, slots=True)
class Month:
    """The month of a ledger that is written about; `keys` are its categories' lexicon keys by id."""

    ledger: UUID
    currency: str
    month: date
    today: date
    language: str
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Material:
    """The facts by id, and the sentences that templates made of them; both empty where nothing was found."""

    facts: Mapping[str, Fact]
    told: tuple[Narrative, ...]


def material_of(month: Month) -> Material:
    """Everything found in the one currency that the month's screen tells of.

    Entries that may be there twice are left out: they are single entries, no sums.
    """
    if month.month > month.today:
        return Material({}, ())
    cubes = cubes_of(month.ledger, month.today, month.month)
    findings = findings_of(cubes.of(told_currency(cubes, month.currency)))
    return Material(facts_by_id(written_about(findings)), told(findings, month))


def written_about(findings: Findings) -> Iterator[Finding]:
    single = (
        findings.what_changed,
        findings.compared,
        findings.projection,
        findings.upcoming,
        findings.cash_flow,
        findings.next_month,
        findings.savings,
        findings.movers,
        findings.no_spend,
    )
    yield from (finding for finding in single if finding is not None)
    for several in (findings.anomalies, findings.price_rises):
        yield from several[:MOST_OF_A_KIND]


def told(findings: Findings, month: Month) -> tuple[Narrative, ...]:
    """What templates say: what changed and how the month may end, then what is on the cards."""
    first: list[Finding | None] = [findings.what_changed, findings.projection]
    cards = cards_of(findings, today=month.today, language=month.language)
    return (
        *(tell(one, today=month.today, language=month.language) for one in first if one is not None),
        *(card.narrative for card in cards),
    )
