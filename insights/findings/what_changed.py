"""What changed: this month's spending against the same days of the month before, category by category."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.periods import Span, same_days

if TYPE_CHECKING:
    from insights.frames import Cube, DataFrame


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


def what_changed(cube: Cube) -> WhatChanged | None:
    """Why spending on the days lived differs from that on the same days of the month before.

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
    spans = same_days(cube.month.first, cube.today)
    now, before = (by_category(cube.between(span)) for span in spans)
    if not now or not before:
        return None
    totals = sum(now.values()), sum(before.values())
    return WhatChanged(cube.currency, *spans, *totals, contributions(cube, now, before))


def by_category(lines: DataFrame) -> dict[int, int]:
    """A category's number → the sum of its lines."""
    sums = lines.groupby("category", as_index=False)["total"].sum()
    return dict(zip(sums["category"].tolist(), sums["total"].tolist(), strict=True))


def contributions(cube: Cube, now: dict[int, int], before: dict[int, int]) -> tuple[Contribution, ...]:
    sides = [(ref, now.get(ref, 0), before.get(ref, 0)) for ref in now.keys() | before.keys()]
    found = [
        Contribution(str(cube.accounts[ref].id), cube.accounts[ref].name, level - past, level, past)
        for ref, level, past in sides
        if level != past
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.delta), one.name, one.category)))
