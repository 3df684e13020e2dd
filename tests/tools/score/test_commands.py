"""When a change to the last entry, a question or a budget is read right."""

from typing import Any

import pytest

from tools.score.commands import command_verdicts

AMEND = {
    "amend": {
        "op": ["change"],
        "target": ["last"],
        "changes": {"amount": [6000], "currency": ["USD", None], "tags": [["work", "trip"]]},
    }
}
QUERY = {
    "query": {
        "measure": ["spent"],
        "filter": [{"category": ["coffee"]}, {"payee": ["Joe's"]}],
        "period": [["2026-03-01", "2026-03-31"], None],
    }
}
SET = {
    "set": {"what": ["budget"], "category": ["groceries"], "amount": [40000], "currency": [None]},
}


def right(expect: dict[str, Any], reading: dict[str, Any]) -> bool:
    return all(one for _, one in command_verdicts(expect, reading))


def amend(**changes: Any) -> dict[str, Any]:
    said = {"amount": 6000, "tags": ["trip", "Work"], **changes}
    return {"action": "amend", "amend": {"op": "change", "target": "last", "changes": said}}


def query(**parts: Any) -> dict[str, Any]:
    whole = {"measure": "spent", "filter": {"category": "coffee"}, "period": None, **parts}
    return {"action": "query", "query": whole}


class TestAmend:
    def test_may_leave_out_what_may_be_left_out(self) -> None:
        assert right(AMEND, amend())
        assert right(AMEND, amend(currency="USD"))

    @pytest.mark.parametrize(
        "changes", [{"amount": 60}, {"currency": "EUR"}, {"tags": ["work"]}, {"payee": "Lidl"}]
    )
    def test_is_wrong_with_another_value_or_another_key(self, changes: dict[str, Any]) -> None:
        assert not right(AMEND, amend(**changes))

    def test_is_wrong_as_a_deletion_or_a_draft(self) -> None:
        assert not right(AMEND, {"action": "amend", "amend": {"op": "delete", "target": "last"}})
        assert not right(AMEND, {**amend(), "action": "draft"})


class TestQuery:
    def test_takes_any_of_the_filters_and_periods(self) -> None:
        assert right(QUERY, query())
        assert right(QUERY, query(filter={"payee": "joes"}, period=["2026-03-01", "2026-03-31"]))

    @pytest.mark.parametrize(
        "parts",
        [
            {"measure": "count"},
            {"filter": {"category": "coffee", "payee": "joes"}},
            {"filter": {}},
            {"period": ["2026-03-01", "2026-03-18"]},
            {"compare": ["2026-02-01", "2026-02-28"]},
        ],
    )
    def test_is_wrong_with_any_other_part(self, parts: dict[str, Any]) -> None:
        assert not right(QUERY, query(**parts))


class TestSet:
    def test_wants_the_budget_to_the_cent(self) -> None:
        said = {"what": "budget", "category": "groceries", "amount": 40000}
        assert right(SET, {"action": "set", "set": said})
        assert not right(SET, {"action": "set", "set": {**said, "amount": 400}})
        assert not right(SET, {"action": "set", "set": {**said, "currency": "USD"}})


class TestNever:
    def test_refuses_only_the_command_it_names(self) -> None:
        assert not right({"never": ["amend"]}, amend())
        assert right({"never": ["amend"]}, {"action": "refuse"})
