from typing import Any

import pytest

from finance.errors import Malformed
from finance.shapes import MOST_PATHS, read_mutation
from tests.factories import mutation

ROW = "01a203e7-ae68-7a73-acd1-5bf3cd742b73"
LINE = "01a203e7-ae68-7a73-acd1-5bf3cd742b74"
OTHER = "01A203E7-AE68-7A73-ACD1-5BF3CD742B75"


def fields_of(entity: str, fields: dict[str, Any], op: str = "update") -> dict[str, Any]:
    return read_mutation(mutation(op, entity, ROW, fields)).fields


def code_of(entity: str, fields: Any, op: str = "update", **more: Any) -> str:
    with pytest.raises(Malformed) as refused:
        read_mutation({**mutation(op, entity, ROW), "fields": fields, **more})
    assert refused.value.sentence().endswith(".")
    return refused.value.code


class TestReadMutation:
    def test_takes_maps_key_by_key(self) -> None:
        line = {"category": OTHER, "amount": 5, "currency": "EUR"}
        fields = {"date": "2026-03-17", "account": ROW, "tags": {"a.b": True}, "lines": {LINE: line}}
        assert fields_of("transaction", fields, "create") == {
            "date": "2026-03-17",
            "account": ROW,
            "tags.a.b": True,
            f"lines.{LINE}.category": OTHER.lower(),
            f"lines.{LINE}.amount": 5,
            f"lines.{LINE}.currency": "EUR",
            "deleted": False,
        }

    def test_takes_paths_into_maps(self) -> None:
        fields = {f"lines.{LINE}": None, f"lines.{OTHER}.amount": -5, "tags.x": None, "payee": None}
        assert fields_of("transaction", fields) == {
            f"lines.{LINE}": None,
            f"lines.{OTHER.lower()}.amount": -5,
            "tags.x": None,
            "payee": None,
        }

    def test_takes_no_more_paths_than_a_mutation_may_have(self) -> None:
        assert len(fields_of("payee", {"aliases": {str(n): True for n in range(MOST_PATHS)}})) == MOST_PATHS
        assert code_of("payee", {"aliases": {str(n): True for n in range(MOST_PATHS + 1)}}) == "bad_value"

    def test_deletes_and_revives(self) -> None:
        assert fields_of("payee", {}, "delete") == {"deleted": True}
        assert fields_of("payee", {"deleted": False}) == {"deleted": False}

    @pytest.mark.parametrize(
        ("entity", "fields", "code"),
        [
            ("transaction", {"colour": "red"}, "unknown_path"),
            ("transaction", {"date.year": 2026}, "unknown_path"),
            ("transaction", {f"lines.{LINE}.colour": 1}, "unknown_path"),
            ("transaction", {f"lines.{LINE}.amount.x": 1}, "unknown_path"),
            ("transaction", {"lines.x.amount": 1}, "bad_value"),
            ("transaction", {f"lines.{LINE}": 5}, "bad_value"),
            ("transaction", {"lines": None}, "bad_value"),
            ("transaction", {"deleted": True}, "unknown_path"),
            ("transaction", {"date": "2026-02-30"}, "bad_value"),
            ("transaction", {"date": "1026-02-03"}, "bad_value"),
            ("transaction", {"date": "٢٠٢٦-03-17"}, "bad_value"),
            ("transaction", {"date": "20260317"}, "bad_value"),
            ("transaction", {"status": "done"}, "bad_value"),
            ("transaction", {"account": "cash"}, "bad_value"),
            ("transaction", {"account": None}, "bad_value"),
            ("transaction", {"note": "\0"}, "bad_value"),
            ("transaction", {"note": "\ud800"}, "bad_value"),
            ("transaction", {"note": "x" * 10_001}, "bad_value"),
            ("transaction", {"tags.": True}, "bad_value"),
            ("transaction", {"tags.x": False}, "bad_value"),
            ("transaction", {"tags.x": 1}, "bad_value"),
            ("transaction", {"origin": {"how": "guessed"}}, "bad_value"),
            ("transaction", {"origin": {"how": "typed", "audio": "x"}}, "bad_value"),
            ("transaction", {f"lines.{LINE}.amount": 2**53}, "amount_too_large"),
            ("transaction", {f"lines.{LINE}.amount": -(2**70)}, "amount_too_large"),
            ("transaction", {f"lines.{LINE}.amount": 12.5}, "bad_value"),
            ("transaction", {f"lines.{LINE}.amount": True}, "bad_value"),
            ("transaction", {f"lines.{LINE}.amount": "5"}, "bad_value"),
            ("transaction", {f"lines.{LINE}.currency": "EURO"}, "unknown_currency"),
            ("transaction", {}, "fields_missing"),
            ("transaction", [], "bad_value"),
            ("account", {"kind": "purse"}, "bad_value"),
            ("account", {"closed": 1}, "bad_value"),
            ("account", {"order": 2**31}, "bad_value"),
            ("account", {"name": "  "}, "bad_value"),
            ("ledger", {"time_zone": "Mars/Olympus"}, "bad_value"),
            ("ledger", {"time_zone": "../../etc/passwd"}, "bad_value"),
            ("ledger", {"deleted": False}, "unknown_path"),
            ("conflict", {"kept": 1}, "unknown_path"),
        ],
    )
    def test_refuses_what_is_not_a_field_or_a_value(self, entity: str, fields: Any, code: str) -> None:
        assert code_of(entity, fields) == code

    @pytest.mark.parametrize(
        ("entity", "op"),
        [
            ("ledger", "create"),
            ("ledger", "delete"),
            ("conflict", "create"),
            ("conflict", "delete"),
            ("budget", "create"),
            ("account", "upsert"),
            (["account"], "update"),
            ("account", ["update"]),
        ],
    )
    def test_refuses_what_nobody_may_do(self, entity: Any, op: Any) -> None:
        assert code_of(entity, {"settled": True}, op) == "not_allowed"

    @pytest.mark.parametrize(
        ("entity", "fields"),
        [
            ("account", {"name": "x", "kind": "asset"}),
            ("payee", {"aliases": {"x": True}}),
            ("transaction", {"date": "2026-03-17", "account": ROW, "lines": {}}),
        ],
    )
    def test_refuses_half_a_new_row(self, entity: str, fields: dict[str, Any]) -> None:
        assert code_of(entity, fields, "create") == "fields_missing"

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"schema": 2}, "unknown_schema"),
            ({"schema": "1"}, "unknown_schema"),
            ({"base": -1}, "bad_value"),
            ({"base": None}, "bad_value"),
            ({"id": "x"}, "bad_value"),
            ({"seen": ["x"]}, "bad_value"),
            ({"seen": None}, "bad_value"),
            ({"op": "delete"}, "unknown_path"),
        ],
    )
    def test_refuses_a_bad_envelope(self, more: dict[str, Any], code: str) -> None:
        assert code_of("payee", {"name": "Lidl"}, **more) == code
