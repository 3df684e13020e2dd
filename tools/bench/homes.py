"""Households to measure on, written into the scratch database."""

from datetime import UTC, datetime

from finance.household.settling import Household, live_rows, move_in


def household(rows: int) -> Household:
    """A household of its own with so many transactions."""
    now = datetime.now(UTC)
    found = move_in(now=now)
    for _ in live_rows(found, seed=1, rows=rows, now=now):
        pass
    return found
