"""What changed: this month's spending against the same days of the month before, category by category."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.frames import by_category
from insights.periods import Span

if TYPE_CHECKING:
    from insights.frames import DataFrame


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one category added to the change; minor units, `delta` = `now` - `before`."""

    category: str
    name: str
    delta: int
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """Spending of two spans in one currency, and the contributions whose deltas sum to the difference."""

    currency: str
    now_span: Span
    before_span: Span
    now: int
    before: int
    contributions: tuple[Contribution, ...]

    @property
    def delta(self) -> int:
        return self.now - self.before


def what_changed(
    now: DataFrame, before: DataFrame, currency: str, spans: tuple[Span, Span]
) -> WhatChanged | None:
    """Why spending in one currency differs between two spans of days; None where either span has no entry.

    Definition: spending = the sum of the lines on expense categories. For each category c,
    delta(c) = now(c) - before(c).
    Formula: now - before = Σ delta(c), exactly, because every amount is a whole number of minor units.
    Source: the additive decomposition of a difference of sums (no index, so no interaction term).
    Minimal data: one expense line in each span. A span without entries is missing, not 0.
    Edge cases: a running month is compared by its first k days (`insights.periods.same_days`), so on 30 March
    with all of February; a refund is a negative line and nets inside its category; transfers have no category
    and are left out; other currencies are left out, never added; a category that stayed is not listed.
    Contributions come largest first, ties by name and id.
    """
    now, before = spending(now, currency), spending(before, currency)
    if now.empty or before.empty:
        return None
    return WhatChanged(
        currency,
        *spans,
        int(now["total"].sum()),
        int(before["total"].sum()),
        contributions(by_category(now, before)),
    )


def spending(cube: DataFrame, currency: str) -> DataFrame:
    return cube[(cube["kind"] == "expense") & (cube["currency"] == currency)]


def contributions(categories: DataFrame) -> tuple[Contribution, ...]:
    rows = zip(categories.index, categories["name"], categories["now"], categories["before"], strict=True)
    found = [
        Contribution(str(key), name, int(now) - int(before), int(now), int(before))
        for key, name, now, before in rows
    ]
    return tuple(
        sorted((one for one in found if one.delta), key=lambda one: (-abs(one.delta), one.name, one.category))
    )
