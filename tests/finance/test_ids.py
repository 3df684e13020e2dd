from uuid import UUID, uuid5

from finance.ids import natural_id, new_id

LEDGER = UUID("01a203e7-ae68-7a73-acd1-5bf3cd742b73")


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
