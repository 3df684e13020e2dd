"""When a reading counts as right."""

from typing import Any

import pytest

from tools.score.judging import confidently_wrong, exact, false_draft

ROW = {
    "context": {"today": "2026-03-18"},
    "expect": {
        "action": ["draft"],
        "items": [{"type": ["expense"], "amount": [1250, 125000], "currency": "EUR", "payee": "Lidl"}],
    },
}
QUESTION = {"context": {"today": "2026-03-18"}, "expect": {"action": ["refuse"]}}


def reading(action: str = "draft", confidence: float = 0.9, **changed: Any) -> dict[str, Any]:
    item = {"type": "expense", "amount": 1250, "currency": "EUR", "payee": "lidl", "date": None}
    return {"action": action, "items": [{**item, **changed, "confidence": {"amount": confidence}}]}


class TestExact:
    def test_takes_any_of_the_alternatives(self) -> None:
        assert exact(ROW, reading())
        assert exact(ROW, reading(amount=125000, date="2026-03-18"))

    @pytest.mark.parametrize(
        "changed",
        [
            {"amount": 1251},
            {"type": "income"},
            {"currency": "USD"},
            {"payee": "Rewe"},
            {"date": "2026-03-17"},
        ],
    )
    def test_refuses_what_differs(self, changed: dict[str, Any]) -> None:
        assert not exact(ROW, reading(**changed))

    def test_counts_items_and_action(self) -> None:
        assert not exact(ROW, {"action": "ask", "items": []})
        assert not exact(ROW, {"action": "draft", "items": []})
        assert exact(QUESTION, {"action": "query"})


class TestFalseDraft:
    def test_is_a_draft_of_what_must_not_become_one(self) -> None:
        assert false_draft(QUESTION, reading())
        assert not false_draft(QUESTION, {"action": "refuse"})
        assert not false_draft(ROW, reading())


class TestConfidentlyWrong:
    def test_needs_both_the_wrong_amount_and_the_confidence(self) -> None:
        assert confidently_wrong(ROW, reading(amount=1251))
        assert not confidently_wrong(ROW, reading(amount=1251, confidence=0.79))
        assert not confidently_wrong(ROW, reading())
