"""Days named by their first and last: true of a figure of just these days, and of no other."""

from dataclasses import replace
from datetime import date

import pytest

from insights.facts import Fact
from insights.facts.pen import Pen
from insights.periods import Span
from insights.verifier import verify
from insights.writer.questions import calendar

TODAY = date(2026, 11, 22)


def counted(query: str, first: str, last: str, category: str = "") -> list[Fact]:
    """What a question's query would have counted on these days."""
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    pen = Pen(query, "EUR", "spending", str(span))
    about = pen.about("c1", "category") if category else pen
    return [
        *calendar(pen, span, TODAY),
        *([about.label("name", category)] if category else []),
        about.amount("total", 50000),
        replace(about.amount("largest", 9900), ranks=("most",)),
    ]


KNOWN = {
    fact.id: fact
    for facts in (
        counted("q1", "2026-05-01", "2026-06-03"),
        counted("q2", "2026-05-01", "2026-06-03", "Groceries"),
        counted("q3", "2026-05-03", "2026-06-03"),
        counted("q4", "2026-04-01", "2026-04-30"),
        counted("q5", "2026-06-01", "2026-06-30"),
        counted("q6", "2026-04-01", "2026-06-30"),
        counted("q7", "2026-05-01", "2026-05-20"),
    )
    for fact in facts
}
GOOD = [
    "You spent {{f:q1.total}} from {{f:q1.first_day}} to {{f:q1.last_day}}.",
    "From {{f:q1.first_day}} to {{f:q1.last_day}} you spent {{f:q1.total}}.",
    "You spent {{f:q1.total}} between {{f:q1.first_day}} and {{f:q1.last_day}}.",
    "Between {{f:q1.first_day}} and {{f:q1.last_day}}, you spent {{f:q1.total}}.",
    "You spent {{f:q2.total}} on {{f:q2.name}} from {{f:q2.first_day}} to {{f:q2.last_day}}.",
    "Between {{f:q2.first_day}} and {{f:q2.last_day}} you spent {{f:q2.total}} on {{f:q2.name}}.",
    "You spent {{f:q2.total}} on {{f:q2.name}} from {{f:q2.first_day}} until {{f:q2.last_day}}.",
    "Between {{f:q4.month}} and {{f:q5.month}} you spent {{f:q6.total}}.",
    "You spent {{f:q6.total}} from {{f:q4.month}} to {{f:q5.month}}.",
    "You spent {{f:q7.total}} from {{f:q7.first_day}} to {{f:q7.last_day}}.",
    "The largest entry was {{f:q1.largest}}, between {{f:q1.first_day}} and {{f:q1.last_day}}.",
    "From {{f:q1.first_day}} to {{f:q1.last_day}} you spent {{f:q1.total}}. "
    "The largest purchase was {{f:q1.largest}}.",
    "Your largest purchase from {{f:q1.first_day}} to {{f:q1.last_day}} was {{f:q1.largest}}.",
    "From {{f:q2.first_day}} to {{f:q2.last_day}} you spent {{f:q2.total}} on {{f:q2.name}}. "
    "The largest was {{f:q2.largest}}.",
    "You spent {{f:q4.total}} in {{f:q4.month}}. The largest purchase was {{f:q4.largest}}.",
    "Your largest {{f:q2.name}} purchase from {{f:q2.first_day}} to {{f:q2.last_day}} was {{f:q2.largest}}.",
]
FALSE = [
    "You spent {{f:q1.total}} from {{f:q3.first_day}} to {{f:q3.last_day}}.",
    "You spent {{f:q1.total}} from {{f:q1.last_day}} to {{f:q1.first_day}}.",
    "Between {{f:q4.month}} and {{f:q5.month}} you spent {{f:q4.total}}.",
    "Between {{f:q4.month}} and {{f:q5.month}} you spent {{f:q5.total}}.",
    "You spent {{f:q4.total}} from {{f:q4.month}} to {{f:q5.month}}.",
    "Between {{f:q4.month}} and {{f:q5.month}} you spent {{f:q1.total}}.",
    "You spent {{f:q6.total}} between {{f:q1.first_day}} and {{f:q5.last_day}}.",
    "You spent {{f:q3.total}} on {{f:q2.name}} from {{f:q2.first_day}} to {{f:q2.last_day}}.",
    "You spent {{f:q2.total}} from {{f:q2.first_day}} to {{f:q2.last_day}}.",
    "The smallest purchase from {{f:q1.first_day}} to {{f:q1.last_day}} was {{f:q1.largest}}.",
    "The largest purchase from {{f:q1.first_day}} to {{f:q1.last_day}} was {{f:q1.total}}.",
    "You spent {{f:q1.total}} in {{f:q4.month}}.",
    "You spent {{f:q1.total}} until {{f:q1.last_day}}.",
    "You spent {{f:q7.total}} from {{f:q1.first_day}} to {{f:q1.last_day}}.",
    "The largest purchase from {{f:q3.first_day}} to {{f:q3.last_day}} was {{f:q1.largest}}.",
]


def faults(text: str) -> list[str]:
    return [fault.code for fault in verify(text, KNOWN, month="2026-11", today=TODAY)]


class TestRanges:
    @pytest.mark.parametrize("text", GOOD)
    def test_may_be_told_of_what_was_counted_on_these_days(self, text: str) -> None:
        assert faults(text) == []

    @pytest.mark.parametrize("text", FALSE)
    def test_are_rejected_beside_anything_else(self, text: str) -> None:
        assert faults(text)
