"""All findings of a month, from one cube."""

from dataclasses import fields
from datetime import date

from insights.findings.month import findings_of
from tests.insights.findings.made import TODAY, abroad, cube, spent
from tools.ledgers.cubes import cube_from, cubes_from
from tools.ledgers.life import lived

MAYBE_EMPTY = {"anomalies", "duplicates"}


class TestFindingsOf:
    def test_says_something_of_everything_in_a_rich_ledger(self) -> None:
        found = findings_of(cube_from(lived(3, TODAY).entries, TODAY))
        silent = {one.name for one in fields(found) if not getattr(found, one.name)}
        assert silent <= {*MAYBE_EMPTY, "course"}

    def test_agrees_with_itself(self) -> None:
        found = findings_of(cube_from(lived(1, TODAY).entries, TODAY))
        assert found.compared is not None
        assert found.what_changed is not None
        assert found.projection is not None
        assert found.months is not None
        spending = found.compared.spending.now
        assert spending == found.what_changed.now == found.projection.known == found.months.months[-1].spent
        assert spending == sum(one.now for one in found.compared.categories)
        assert spending == sum(one.now for one in found.compared.accounts)

    def test_never_adds_currencies(self) -> None:
        entries = lived(1, TODAY).entries
        alone = [one for one in entries if one.currency == "EUR"]
        assert (
            findings_of(cubes_from(entries, TODAY).of("EUR")).months
            == findings_of(cube_from(alone, TODAY)).months
        )

    def test_bears_an_empty_ledger_and_a_single_entry(self) -> None:
        empty = findings_of(cube(abroad("2026-11-01", 5)))
        assert not any(getattr(empty, one.name) for one in fields(empty) if one.name != "currency")
        single = findings_of(cube(spent("2026-11-05", 500)))
        assert single.compared is not None
        assert (single.compared.spending.now, single.projection, single.recurring) == (500, None, ())

    def test_looks_at_a_past_month_as_it_ended_and_foretells_nothing_of_today(self) -> None:
        found = findings_of(cube_from(lived(1, TODAY).entries, TODAY, date(2026, 3, 1)))
        assert (found.projection, found.upcoming, found.cash_flow) == (None, None, None)
        assert found.months is not None
        assert found.months.months[-1].month == "2026-03"
        assert all(one.last_day <= date(2026, 3, 31) for one in found.recurring)

    def test_bears_the_29th_of_february(self) -> None:
        leap = date(2024, 2, 29)
        found = findings_of(cube_from(lived(1, leap).entries, leap))
        assert found.what_changed is not None
        assert str(found.what_changed.before_span) == "2024-01-01/2024-01-31"
