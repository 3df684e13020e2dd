import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from finance.documents import covers, get, overlaps, put, steps, with_rivals

CASES = json.loads((Path(__file__).parents[1] / "data" / "merge.json").read_text())


class TestPut:
    @pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
    def test_sets_paths_as_the_browser_does(self, case: dict[str, Any]) -> None:
        document = deepcopy(case["start"])
        for path, value in with_rivals(case["fields"]).items():
            put(document, path, value)
        assert document == case["end"]


class TestSteps:
    @pytest.mark.parametrize(
        ("path", "keys"),
        [
            ("date", ("date",)),
            ("tags.v1.0", ("tags", "v1.0")),
            ("aliases.amazon.com", ("aliases", "amazon.com")),
            ("lines.7", ("lines", "7")),
            ("lines.7.amount", ("lines", "7", "amount")),
        ],
    )
    def test_splits_ids_but_no_names(self, path: str, keys: tuple[str, ...]) -> None:
        assert steps(path) == keys


class TestGet:
    def test_finds_nothing_where_nothing_is(self) -> None:
        document = {"lines": {"7": {"amount": 1}}, "payee": None}
        assert get(document, "lines.7.amount") == 1
        assert [get(document, path) for path in ("lines.8.amount", "payee.x", "tags.x", "payee")] == [
            None
        ] * 4


class TestOverlaps:
    def test_knows_a_line_from_its_parts_and_neighbours(self) -> None:
        assert covers("lines.7", "lines.7.amount") and not covers("lines.7.amount", "lines.7")
        assert overlaps("lines.7.amount", ["lines.7"]) and overlaps("lines.7", ["lines.7.amount"])
        assert not overlaps("lines.7.amount", ["lines.7.category", "lines.77", "date"])
