import json
from pathlib import Path

import pytest

from finance.fold import fold

CASES = json.loads((Path(__file__).parents[1] / "data" / "fold.json").read_text())


class TestFold:
    @pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["from"]))
    def test_folds_as_the_browser_does(self, case: dict[str, str]) -> None:
        assert fold(case["from"]) == case["to"]

    @pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["from"]))
    def test_changes_a_folded_name_no_more(self, case: dict[str, str]) -> None:
        assert fold(case["to"]) == case["to"]

    def test_keeps_different_names_apart(self) -> None:
        assert fold("Straße") != fold("Strasse")
