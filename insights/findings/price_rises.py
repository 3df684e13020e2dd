"""Price rises: steady recurring payments that went up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from insights.findings.cadence import Cadence
from insights.findings.recurring import TIMES_A_YEAR, Recurring

LEAST_PERCENT = 1
YEAR = 365


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


def price_rises(series: Sequence[Recurring], until: date) -> tuple[PriceRise, ...]:
    """The steady expenses that went up within the year before `until`, the dearest rise first.

    Definition: a price is the amount of two or more payments in a row, or of the latest; a rise is a latest
    price above the one before it by at least 1 %.
    Formula: yearly = (now - before) times the payments of a year.
    Source: prices of contracts stay equal between changes; an amount that varies is usage, not a price.
    Minimal data: one payment at the new price after two at the old, or one where it is paid once a year.
    Edge cases: a fall, or a return to a price after a reduced month, is no rise of the price before that; the
    same payee may have several series.
    """
    found = [rise(one) for one in series if one.direction == "expense" and one.steady]
    recent = [one for one in found if one and (until - one.since).days <= YEAR]
    return tuple(sorted(recent, key=lambda one: (-one.yearly, one.name, one.payee)))


def rise(one: Recurring) -> PriceRise | None:
    prices = list(stretches(one))
    if len(prices) < 2:
        return None
    (before, _, _), (now, since, _) = prices[-2:]
    if 100 * (now - before) < LEAST_PERCENT * before:
        return None
    yearly = (now - before) * TIMES_A_YEAR[one.cadence]
    named = (one.payee, one.name, one.category, one.category_name, one.cadence)
    return PriceRise(one.currency, *named, before, now, since, yearly)


def stretches(one: Recurring) -> Iterator[tuple[int, date, int]]:
    """(price, its first day, how many payments) of each price in its order; one odd amount is no price."""
    runs: list[tuple[int, date, int]] = []
    for payment in one.payments:
        if runs and runs[-1][0] == payment.amount:
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((payment.amount, payment.day, 1))
    yearly, last = one.cadence == "yearly", len(runs) - 1
    lasting = [run for place, run in enumerate(runs) if yearly or run[2] > 1 or place == last]
    for place, run in enumerate(lasting):
        if not place or run[0] != lasting[place - 1][0]:
            yield run
