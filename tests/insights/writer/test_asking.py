"""Questions in words from the endpoint down to the wire."""

import json
from typing import Any

import pytest

from insights.models import Sent
from tests.gemini_server import GeminiServer, deeds
from tests.gemini_server.server import Deed
from tests.insights.conftest import Home
from tests.insights.writer.conftest import Browser, rename

SPENT = {"kind": "spent", "first_day": "2026-10-01", "last_day": "2026-10-31"}
BOTH = {**SPENT, "first_day": "2026-09-01"}


def answers(*sentences: str) -> Deed:
    return deeds.calls(("answer", {"sentences": list(sentences)}))


def ask(asha: Browser, words: str = "How much did I spend on groceries in October?") -> dict[str, Any]:
    answer = asha.client.post(
        f"/api/ledgers/{asha.home.id}/questions", {"words": words}, content_type="application/json"
    )
    found: dict[str, Any] = answer.json()
    return found


def sentences(found: dict[str, Any]) -> list[str]:
    return [told["sentence"] for told in found["told"]]


def replies(gemini: GeminiServer) -> list[dict[str, Any]]:
    """What was replied to the calls of the request before the last."""
    parts = gemini.asked[-1].json["contents"][-1]["parts"]
    return [part["functionResponse"]["response"] for part in parts]


class TestAQuestion:
    @pytest.mark.parametrize(
        ("query", "sentence", "shown"),
        [
            (
                ("figures", {**SPENT, "about": "groceries"}),
                "You spent {{f:q1.total}} on {{f:q1.name}} in {{f:q1.month}}.",
                "You spent €50.00 on Groceries in October.",
            ),
            (
                ("figures", {**SPENT, "compare_first_day": "2026-09-01", "compare_last_day": "2026-09-30"}),
                "You spent {{f:q1.total}} in {{f:q1.month}}, "
                "{{f:q1.change}} more than in {{f:q1.before_month}}.",
                "You spent €950.00 in October, €10.00 more than in September.",
            ),
            (
                ("figures", {**SPENT, "kind": "received"}),
                "You received {{f:q1.total}} in {{f:q1.month}}.",
                "You received €3,000.00 in October.",
            ),
            (
                ("categories", SPENT),
                "In {{f:q1.month}} you spent the most on {{f:q1.name_1}}: {{f:q1.total_1}}.",
                "In October you spent the most on Housing: €900.00.",
            ),
            (
                ("balances", {"account": "bank"}),
                "Your {{f:q1.name_1}} balance is {{f:q1.balance_1}}.",
                "Your Bank balance is €4,110.00.",
            ),
        ],
    )
    def test_is_answered_with_what_a_query_counted(
        self, consenting: Home, gemini: GeminiServer, asha: Browser,
        query: tuple[str, dict[str, Any]], sentence: str, shown: str,
    ) -> None:  # fmt: skip
        gemini.will(deeds.calls(query), answers(sentence))
        found = ask(asha)
        assert (sentences(found), found["reason"]) == ([shown], "")
        assert [sent.outcome for sent in Sent.objects.order_by("id")] == ["answered", "shown"]
        assert {sent.purpose for sent in Sent.objects.all()} == {"question"}

    def test_about_a_payee_knows_the_name_that_was_said(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        consenting.pay("2026-10-09", "groceries", 2500, "Lidl")
        consenting.pay("2026-10-09", "groceries", 100, "Aldi")
        gemini.will(
            deeds.calls(("figures", {**SPENT, "about": "payee_1"})),
            answers("You spent {{f:q1.total}} at {{f:q1.name}} in {{f:q1.month}}."),
        )
        found = ask(asha, "what did lidl get in october")
        assert sentences(found) == ["You spent €25.00 at Lidl in October."]
        assert {"id": "payee_1", "kind": "payee", "called": "Lidl"} in json.loads(gemini.asked[0].words)[
            "may_be_asked_about"
        ]
        assert "Aldi" not in gemini.asked[0].body.decode()

    def test_sends_no_name_of_a_category_that_was_not_said(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        rename(consenting, "pets", "Secret parrot")
        gemini.will(deeds.calls(("give_up", {})))
        ask(asha)
        assert "parrot" not in gemini.asked[0].body.decode().lower()
        assert '\\"called\\":\\"Groceries\\"' in gemini.asked[0].body.decode()


class TestWhatTheModelGetsWrong:
    @pytest.mark.parametrize(
        ("call", "told"),
        [
            (("drop_table", {}), "no function 'drop_table'"),
            (("figures", {}), "kind: Field required"),
            (("figures", {**SPENT, "first_day": "soon"}), "first_day"),
            (("figures", {**SPENT, "sql": "SELECT"}), "sql: Extra inputs"),
            (("figures", {**SPENT, "about": "category_99"}), "category_99"),
            (("figures", {**SPENT, "about": "salary"}), "salary"),
            (("figures", {**SPENT, "last_day": "2026-09-01"}), "before first_day"),
            (("balances", {"account": "groceries"}), "groceries"),
        ],
    )
    def test_in_a_call_is_told_and_may_be_mended(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, call: tuple[str, Any], told: str
    ) -> None:
        gemini.will(deeds.calls(call), deeds.calls(("give_up", {})))
        ask(asha)
        [reply] = replies(gemini)
        assert told in reply["error"]

    def test_in_an_answer_is_told_once(self, consenting: Home, gemini: GeminiServer, asha: Browser) -> None:
        query = deeds.calls(("figures", SPENT))
        gemini.will(
            query, answers("You spent 12 euros."), answers("You spent {{f:q1.total}} in {{f:q1.month}}.")
        )
        assert sentences(ask(asha)) == ["You spent €950.00 in October."]
        assert "currency: euros" in replies(gemini)[0]["rejected"]
        outcomes = [sent.outcome for sent in Sent.objects.order_by("id")]
        assert outcomes == ["answered", "faulty", "shown"]

    def test_twice_in_an_answer_is_not_shown(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(answers("You spent 12 euros."), answers("You spent {{f:q9.total}}."))
        found = ask(asha)
        assert (found["told"], "could not be matched" in found["reason"]) == ([], True)

    @pytest.mark.parametrize(
        ("query", "told"),
        [
            (
                ("figures", {**BOTH, "about": "groceries"}),
                [
                    "You spent €90.00 on Groceries from 1 September to 31 October.",
                    "That was 2 entries, the largest €50.00, the last on 5 October.",
                ],
            ),
            (("figures", {**SPENT, "about": "groceries"}), ["You spent €50.00 on Groceries in October."]),
            (
                ("figures", {**SPENT, "compare_first_day": "2026-09-01", "compare_last_day": "2026-09-30"}),
                [
                    "You spent €950.00 in October.",
                    "That was 2 entries, the largest €900.00, the last on 5 October.",
                    "It was €940.00 from 1 September to 30 September.",
                ],
            ),
            (
                ("figures", {**SPENT, "kind": "received", "about": "salary"}),
                ["You received €3,000.00 as Salary in October."],
            ),
            (
                ("categories", SPENT),
                ["You spent €900.00 on Housing in October.", "You spent €50.00 on Groceries in October."],
            ),
            (("balances", {"account": "bank"}), ["Bank holds €4,110.00 today."]),
        ],
    )
    def test_twice_leaves_what_was_counted_in_ready_sentences(
        self, consenting: Home, gemini: GeminiServer, asha: Browser,
        query: tuple[str, dict[str, Any]], told: list[str],
    ) -> None:  # fmt: skip
        gemini.will(deeds.calls(query), *[answers("You spent 12 euros.")] * 2)
        found = ask(asha)
        assert (sentences(found), "could not be matched" in found["reason"]) == (told, True)

    def test_or_breaks_off_leaves_what_was_counted_too(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.calls(("figures", {**SPENT, "about": "groceries"})), deeds.quota("PerDay"))
        found = ask(asha)
        assert sentences(found) == ["You spent €50.00 on Groceries in October."]
        assert "daily quota" in found["reason"]

    def test_tells_an_account_that_is_overdrawn_as_such(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        consenting.spend("2026-11-01", "housing", 500000)
        gemini.will(deeds.calls(("balances", {"account": "bank"})), *[answers("You hold 12 euros.")] * 2)
        assert sentences(ask(asha)) == ["Bank is €890.00 overdrawn today."]

    @pytest.mark.parametrize("arguments", [{}, {"sentences": "x"}, {"sentences": []}, {"sentences": [1]}])
    def test_in_an_answers_shape_is_told(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, arguments: dict[str, Any]
    ) -> None:
        gemini.will(deeds.calls(("answer", arguments)), deeds.calls(("give_up", {})))
        ask(asha)
        assert replies(gemini) == [{"rejected": ["shape: no sentence"]}]

    def test_for_ever_comes_to_an_end(self, consenting: Home, gemini: GeminiServer, asha: Browser) -> None:
        gemini.will(*[deeds.calls(("figures", SPENT))] * 9)
        assert "other words" in ask(asha)["reason"]
        assert len(gemini.asked) == 5

    def test_by_talking_instead_is_told(self, consenting: Home, gemini: GeminiServer, asha: Browser) -> None:
        gemini.will(deeds.says("You spent 12 euros."), deeds.calls(("give_up", {})))
        assert "other words" in ask(asha)["reason"]
        assert gemini.asked[1].words == "Call a function."


class TestEveryFailure:
    @pytest.mark.parametrize("name", sorted(deeds.FAILURES.keys() - {"a drip", "a stream without an end"}))
    def test_ends_in_a_reason(self, consenting: Home, gemini: GeminiServer, asha: Browser, name: str) -> None:
        deed, reason = deeds.FAILURES[name]
        gemini.will(deed)
        found = ask(asha)
        assert found["told"] == [] and found["reason"].endswith(".")
        assert [sent.outcome for sent in Sent.objects.all()] == [reason]

    def test_without_consent_is_told_and_nothing_is_sent(
        self, spent: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        reason = ask(asha)["reason"]
        assert reason.startswith("You have not agreed")
        assert "text" not in reason
        assert gemini.asked == []

    @pytest.mark.parametrize("words", ["", "  ", "x" * 301])
    def test_to_ask_anything_is_refused(self, consenting: Home, asha: Browser, words: str) -> None:
        assert ask(asha, words)["error"]["code"] == "question_malformed"
