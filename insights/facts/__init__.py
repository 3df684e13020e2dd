"""Facts: what findings say, one figure or name each. A narrative may only speak in them."""

from insights.facts.fact import Baseline, Basis, Fact, FactKind, Measure, Rank, Sign, sign
from insights.facts.facts_of import Finding, facts_by_id, facts_of, kind_of

__all__ = [
    "Baseline",
    "Basis",
    "Fact",
    "FactKind",
    "Finding",
    "Measure",
    "Rank",
    "Sign",
    "facts_by_id",
    "facts_of",
    "kind_of",
    "sign",
]
