"""What our ledger says its totals are, from both of its cubes, to be held against beancount's."""

from collections import Counter
from datetime import date
from uuid import UUID

from finance import summaries
from tools.ledgers.bean import Totals


def rolled_up(ledger: UUID) -> Totals:
    """By month, account and currency from the rollup; zeros left out."""
    names = summaries.accounts_named(ledger)
    cells = summaries.month_cube(ledger)
    return {(month, names[ref].name, currency): total for month, ref, currency, total, _ in cells if total}


def counted(ledger: UUID, first: date, last: date) -> Totals:
    """The categories' totals by month and currency from the cube of days; zeros left out."""
    names = summaries.accounts_named(ledger)
    sums: Counter[tuple[str, str, str]] = Counter()
    categories = [ref for ref, one in names.items() if one.kind in summaries.CATEGORY_KINDS]
    for day, ref, _, _, currency, total, _ in summaries.day_cube(ledger, first, last, categories):
        sums[day[:7], names[ref].name, currency] += total
    return {cell: total for cell, total in sums.items() if total}


def apart(ours: Totals, theirs: Totals) -> int:
    """In how many cells two answers differ."""
    return sum(1 for cell in ours.keys() | theirs.keys() if ours.get(cell) != theirs.get(cell))


def of_categories(totals: Totals) -> Totals:
    return {cell: total for cell, total in totals.items() if cell[1].startswith(("Income:", "Expenses:"))}
