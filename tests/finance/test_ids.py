from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from finance.ids import StatementRow, imported_ids, natural_id, new_id, occurrence_id

LEDGER = UUID("01a203e7-ae68-7a73-acd1-5bf3cd742b73")
COFFEE = StatementRow(date(2026, 11, 20), -420, "EUR", "Blue Door Coffee")


class TestNewId:
    def test_is_version_7_and_grows(self) -> None:
        ids = [new_id() for _ in range(50)]
        assert {one.version for one in ids} == {7}
        assert ids == sorted(ids)


class TestNaturalId:
    def test_follows_from_ledger_kind_and_folded_name(self) -> None:
        assert natural_id(LEDGER, "payee", "  LIDL ") == uuid5(LEDGER, "payee:lidl")

    def test_differs_between_kinds_and_ledgers(self) -> None:
        ids = {
            natural_id(LEDGER, "payee", "x"),
            natural_id(LEDGER, "tag", "x"),
            natural_id(new_id(), "payee", "x"),
        }
        assert len(ids) == 3


class TestOccurrenceId:
    def test_follows_from_the_schedule_and_the_original_day(self) -> None:
        assert occurrence_id(LEDGER, date(2026, 2, 28)) == uuid5(LEDGER, "2026-02-28")
        assert occurrence_id(LEDGER, date(2026, 2, 28)) != occurrence_id(LEDGER, date(2026, 3, 28))


class TestImportedIds:
    def test_are_the_same_in_a_statement_that_overlaps(self) -> None:
        lunch = replace(COFFEE, payee="Noodle Bar", amount=-980)
        march, april = (
            [COFFEE, lunch],
            [replace(lunch, payee=" NOODLE  bar"), replace(lunch, day=date(2026, 12, 1))],
        )
        assert imported_ids(LEDGER, april)[0] == imported_ids(LEDGER, march)[1]

    def test_keep_twins_of_one_day_apart(self) -> None:
        once, twice = imported_ids(LEDGER, [COFFEE]), imported_ids(LEDGER, [COFFEE, COFFEE])
        assert len({*once, *twice}) == 2

    def test_follow_from_the_banks_own_reference_where_there_is_one(self) -> None:
        first = replace(COFFEE, reference="A-1")
        ids = imported_ids(
            LEDGER, [first, replace(first, payee="Another spelling"), replace(first, reference="A-2")]
        )
        assert ids[0] == ids[1] == uuid5(LEDGER, "ref:A-1") and ids[2] != ids[0]

    def test_differ_between_accounts(self) -> None:
        assert imported_ids(LEDGER, [COFFEE]) != imported_ids(new_id(), [COFFEE])
