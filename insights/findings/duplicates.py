"""Duplicates: entries that may have been recorded twice. Only suggested: two coffees a day are no mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from finance.summaries import Twice
    from insights.frames import Cube

A_HABIT = 3


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Transactions (ids) of one day with the same payee, category, account and amount in minor units."""

    currency: str
    day: date
    payee: str
    name: str
    category: str
    category_name: str
    account: str
    amount: int
    transactions: tuple[str, ...]


def duplicates(cube: Cube) -> tuple[Duplicate, ...]:
    """What may have been recorded twice in the month so far, latest first.

    Definition: two or more transactions of one day with a line of the same payee, category, own account and
    amount.
    Formula: equality of all five; no distance.
    Source: what two people of a household record when both speak of one purchase.
    Minimal data: two such transactions.
    Edge cases: lines without a payee are never suggested; where a payee had several lines of a category in a
    day on three or more other days it is a habit (tickets, coffee) and not suggested; a refund is negative,
    so it is no duplicate of its purchase; two equal lines of one transaction are none.
    """
    again = cube.spent[cube.spent["count"] > 1]
    days = again.groupby(["payee", "category"])["day"].nunique().to_dict()
    found = [one for one in cube.twice if days.get((one.payee, one.category), 0) <= A_HABIT]
    return tuple(duplicate(cube, one) for one in reversed(found))


def duplicate(cube: Cube, one: Twice) -> Duplicate:
    payee, category, account = cube.payees[one.payee], cube.accounts[one.category], cube.accounts[one.account]
    return Duplicate(
        cube.currency, one.day, str(payee.id), payee.name, str(category.id), category.name, str(account.id),
        abs(one.amount), tuple(map(str, one.transactions)),
    )  # fmt: skip
