"""Parts of months and years that a question asks about."""

import pytest

from voice.parser import read

HOME = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Cash", "Savings"]}


def asked(text: str) -> dict[str, object]:
    reading = read(text, HOME)
    assert reading["action"] == "query", reading
    query: dict[str, object] = reading["query"]
    return query


class TestStretches:
    @pytest.mark.parametrize(
        ("words", "period"),
        [
            ("in the first week of february", ["2026-02-01", "2026-02-07"]),
            ("in the last week of february", ["2026-02-22", "2026-02-28"]),
            ("in the second half of january", ["2026-01-16", "2026-01-31"]),
            ("in the first quarter", ["2026-01-01", "2026-03-31"]),
            ("in q four", ["2025-10-01", "2025-12-31"]),
            ("last summer", ["2025-06-01", "2025-08-31"]),
            ("last winter", ["2025-12-01", "2026-02-28"]),
            ("this winter", ["2025-12-01", "2026-02-28"]),
            ("over christmas", ["2025-12-24", "2025-12-26"]),
        ],
    )
    def test_are_counted_from_their_first_day_to_their_last(self, words: str, period: list[str]) -> None:
        assert asked(f"how much did i spend {words}")["period"] == period


class TestTopics:
    @pytest.mark.parametrize(
        ("text", "found"),
        [("groceries this month", {"category": "groceries"}), ("uber last month", {"payee": "Uber"})],
    )
    def test_ask_what_was_spent(self, text: str, found: dict[str, str]) -> None:
        assert (asked(text)["measure"], asked(text)["filter"]) == ("spent", found)

    def test_are_entries_once_an_amount_is_said(self) -> None:
        assert read("groceries forty dollars last month", HOME)["action"] == "draft"
        assert read("check came to eighty dollars at chilis", HOME)["action"] == "draft"

    def test_name_an_account_before_its_balance(self) -> None:
        assert asked("savings balance") == {
            "measure": "balance",
            "filter": {"account": "Savings"},
            "period": None,
        }
