"""Duplicates: entries that may have been recorded twice. Only suggested: two coffees a day are no mistake."""

from dataclasses import dataclass
from datetime import date


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
