"""Upcoming: the recurring bills expected in the days ahead."""

from dataclasses import dataclass
from datetime import date

from insights.findings.recurring import Cadence
from insights.periods import Span


@dataclass(frozen=True, slots=True)
class Bill:
    """A payment expected on `day`, in minor units; `late` when the day has passed without it."""

    day: date
    payee: str
    name: str
    category: str
    category_name: str
    cadence: Cadence
    amount: int
    late: bool


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The bills expected in `span` (today and the days after it), earliest first, and their sum."""

    currency: str
    span: Span
    bills: tuple[Bill, ...]
    total: int
