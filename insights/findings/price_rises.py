"""Price rises: steady recurring payments that went up."""

from dataclasses import dataclass
from datetime import date

from insights.findings.recurring import Cadence


@dataclass(frozen=True, slots=True)
class PriceRise:
    """A steady payment's last rise: `before` and `now` in minor units, `since` the first day it cost more.

    `yearly` is what the rise comes to in a year. `payee` and `category` are ids.
    """

    currency: str
    payee: str
    name: str
    category: str
    category_name: str
    cadence: Cadence
    before: int
    now: int
    since: date
    yearly: int
