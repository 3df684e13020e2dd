"""Movers: the payees most was spent at, and those whose spending moved most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.findings.typical import Sums, like_days, sums_by
from insights.periods import Span, same_days

if TYPE_CHECKING:
    from insights.frames import Cube

MOST = 5


@dataclass(frozen=True, slots=True)
class Mover:
    """What was spent at one payee (an id) in both spans, in minor units."""

    payee: str
    name: str
    now: int
    before: int

    @property
    def delta(self) -> int:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Movers:
    """Payees of `span` against the same days of the month before, at most five of each.

    `top` by what was spent, largest first; `risen` and `fallen` by the change, largest first.
    """

    currency: str
    span: Span
    before_span: Span
    top: tuple[Mover, ...]
    risen: tuple[Mover, ...]
    fallen: tuple[Mover, ...]


def movers(cube: Cube) -> Movers | None:
    """The payees most was spent at, and those at which spending rose or fell most since the month before.

    Definition: net spending per payee on the days lived of the month and on the same days of the one before.
    Formula: delta = now - before.
    Source: a ranking of the additive contributions to the change of spending.
    Minimal data: a line with a payee in the month. Without a whole month before nothing has risen or fallen.
    Edge cases: lines without a payee are left out; a payee of one side has 0 on the other; refunds net, so a
    payee with more given back than bought is not among the top; ties by name and id.
    """
    sums = sums_by(like_days(cube), "payee")
    refs = {ref for ref, month in sums if ref and cube.index - month in (0, 1)}
    found = [mover(cube, ref, sums) for ref in sorted(refs)]
    if not any(month == cube.index and ref for ref, month in sums):
        return None
    moved = found if cube.index - 1 in cube.whole_months else []
    return Movers(
        cube.currency, *same_days(cube.month.first, cube.today),
        first([one for one in found if one.now > 0], lambda one: one.now),
        first([one for one in moved if one.delta > 0], lambda one: one.delta),
        first([one for one in moved if one.delta < 0], lambda one: -one.delta),
    )  # fmt: skip


def mover(cube: Cube, ref: int, sums: Sums) -> Mover:
    payee = cube.payees[ref]
    return Mover(
        str(payee.id), payee.name, sums.get((ref, cube.index), 0), sums.get((ref, cube.index - 1), 0)
    )


def first(found: list[Mover], size: Callable[[Mover], int]) -> tuple[Mover, ...]:
    return tuple(sorted(found, key=lambda one: (-size(one), one.name, one.payee))[:MOST])
