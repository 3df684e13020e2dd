"""A fact: a single figure, or a name, with an id. A narrative may only speak in facts."""

from dataclasses import dataclass
from typing import Literal

FactKind = Literal[
    "amount", "change", "percent", "share", "days", "count", "month", "day", "label", "cadence"
]
Sign = Literal[-1, 0, 1]
Measure = Literal["spending", "income", "balance", "saving", "bills", "price", "no_spend", "calendar"]
Baseline = Literal["same_days", "previous_month", "typical", "typical_week", "year_ago", "price_before"]
Basis = Literal["recorded", "typical", "expected", "low", "high", "due"]
Subject = Literal["total", "category", "payee", "account"]
Rank = Literal["largest_rise", "largest_drop", "most", "least"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure (or name) that a sentence may show in the place `{{f:<id>}}`.

    `value` is a magnitude in minor units for "amount" (a level) and "change" (a difference), whose direction
    is `sign`; whole percent for "percent" (a change) and "share" (a part); a number for "days" and "count";
    "YYYY-MM" for "month", "YYYY-MM-DD" for "day"; a person's own words for "label"; "weekly", "fortnightly",
    "monthly", "quarterly" or "yearly" for "cadence".

    `entity` says what it is about: "spending", "income", "balance", "saving", "bills", "no_spend",
    "calendar", or the id of a category, payee or account; `subject` which of these it is.
    `period` says which days: "2026-11-01/2026-11-22". `measure` is what is counted, `basis` how the figure
    came about, `baseline` what a change is against. `ranks` are the superlatives it deserves, `drives` the id
    of the change that it is the main cause of.
    """

    id: str
    kind: FactKind
    value: int | str
    currency: str | None
    sign: Sign
    entity: str
    period: str
    subject: Subject = "total"
    measure: Measure = "spending"
    baseline: Baseline | None = None
    basis: Basis = "recorded"
    ranks: tuple[Rank, ...] = ()
    drives: str | None = None


def sign(minor: int) -> Sign:
    return 0 if minor == 0 else 1 if minor > 0 else -1
