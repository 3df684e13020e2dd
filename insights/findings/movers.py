"""Movers: the payees most was spent at, and those whose spending moved most."""

from dataclasses import dataclass

from insights.periods import Span


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
