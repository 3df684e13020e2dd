"""Duplicates: what may have been recorded twice."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from finance.summaries import Twice
from insights.findings.duplicates import Duplicate, duplicates
from insights.frames import Cube
from tests.insights.findings.made import cube, spent


def twice(seen: Cube, day: str) -> tuple[Duplicate, ...]:
    numbers = {one.name: ref for refs in (seen.accounts, seen.payees) for ref, one in refs.items()}
    found = Twice(
        date.fromisoformat(day), numbers["Lidl"], numbers["groceries"], numbers["bank"], "EUR", 500,
        (UUID(int=1), UUID(int=2)),
    )  # fmt: skip
    return duplicates(replace(seen, twice=(found,)))


class TestDuplicates:
    def test_suggests_two_transactions_by_their_names(self) -> None:
        (found,) = twice(cube(spent("2026-11-05", 500), spent("2026-11-05", 500)), "2026-11-05")
        assert (found.name, found.category_name, found.amount) == ("Lidl", "groceries", 500)
        assert found.transactions == (str(UUID(int=1)), str(UUID(int=2)))

    def test_leaves_a_habit_alone(self) -> None:
        pairs = [spent(f"2026-11-{day:02}", 500) for day in (2, 3, 4, 5) for _ in range(2)]
        assert twice(cube(pairs[:6]), "2026-11-04")
        assert twice(cube(pairs), "2026-11-05") == ()

    def test_finds_nothing_where_nothing_is_there_twice(self) -> None:
        assert duplicates(cube(spent("2026-11-05", 500))) == ()
