"""A report from the endpoint down to the wire, with the real client and a real server on loopback."""

import pytest
from pytest_django import Settings

from insights.gemini import LONGEST_ANSWER
from insights.models import Insight, Sent, TokenUse
from tests.gemini_server import GeminiServer, deeds
from tests.gemini_server.server import KEY
from tests.insights.conftest import NOW, Home
from tests.insights.writer.conftest import BAD, GOOD, Browser, rename

pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume")


class TestAReport:
    def test_is_the_models_once_every_figure_is_a_fact(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(*GOOD))
        *steps, (name, report) = asha.events()
        assert [held["name"] for _, held in steps] == [
            "reckoning", "asking", "writing", "writing", "checking",
        ]  # fmt: skip
        assert (name, report["source"], report["reason"]) == ("report", "model", "")
        first, second = report["told"]
        assert first["sentence"] == "You spent €950.00 in October, €10.00 more than in September."
        assert second["sentence"] == "The largest rise was Groceries, up €10.00."
        named = [part["text"] for part in first["parts"] if part["fact"] is not None]
        assert named == ["€950.00", "October", "€10.00", "September"]

    def test_is_repaired_once_when_something_in_it_is_no_fact(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(BAD), deeds.writes(*GOOD))
        *steps, (_, report) = asha.events()
        assert report["source"] == "model"
        assert "repairing" in [held["name"] for _, held in steps]
        again = gemini.asked[1].json["contents"]
        assert [turn["role"] for turn in again] == ["user", "model", "user"]
        assert "currency: euros" in gemini.asked[1].words
        outcomes = Sent.objects.order_by("id").values_list("outcome", flat=True)
        assert list(outcomes) == ["faulty", "shown"]

    def test_is_the_templates_when_the_repair_is_no_better(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(BAD), deeds.writes(GOOD[0], BAD))
        report = asha.report()
        assert report["source"] == "templates"
        assert "could not be matched" in report["reason"]
        assert report["told"][0]["sentence"].startswith("You spent €950.00 in October")
        assert len(gemini.asked) == 2
        assert not Insight.objects.exists()

    @pytest.mark.parametrize(
        "text", ["", "[]", '{"sentences": []}', '{"sentences": [1]}', '{"text": "x"}', "{"]
    )
    def test_takes_an_answer_of_another_shape_for_a_fault(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, text: str
    ) -> None:
        gemini.will(deeds.says(text or "x"), deeds.writes(*GOOD))
        assert asha.report()["source"] == "model"
        assert "shape" in gemini.asked[1].words

    def test_is_kept_and_not_asked_for_twice(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(*GOOD))
        first = asha.report()
        assert asha.report() == first
        assert len(gemini.asked) == 1

    def test_is_written_anew_when_a_figure_a_model_or_an_agreement_changes(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, settings: Settings
    ) -> None:
        gemini.will(*[deeds.writes(*GOOD)] * 3)
        gemini.models |= {"gemini-next"}
        asha.report()
        settings.GEMINI_MODEL = "gemini-next"
        asha.report()
        consenting.spend("2026-10-07", "groceries", 100)
        assert "€951.00" in asha.report()["told"][0]["sentence"]
        assert len(gemini.asked) == 3

    def test_follows_a_category_that_is_called_otherwise_now(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(*GOOD))
        asha.report()
        rename(consenting, "groceries", "Food")
        assert asha.report()["told"][1]["sentence"] == "The largest rise was Food, up €10.00."
        assert len(gemini.asked) == 1

    def test_says_that_there_is_nothing_to_write_about(
        self, home: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        report = asha.report("2027-05")
        assert (report["told"], report["reason"]) == (
            [],
            "There is nothing to write about in this month yet.",
        )
        assert gemini.asked == []


class TestEveryFailure:
    @pytest.mark.parametrize("name", deeds.FAILURES)
    def test_ends_in_the_templates_with_a_reason(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, name: str
    ) -> None:
        deed, reason = deeds.FAILURES[name]
        gemini.will(deed)
        report = asha.report()
        assert report["source"] == "templates"
        assert report["told"][0]["sentence"].startswith("You spent €950.00 in October")
        assert report["reason"].endswith(".")
        assert [sent.outcome for sent in Sent.objects.all()] == [reason]
        assert len(gemini.asked) == 1

    def test_of_the_repair_ends_there_too(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(BAD), deeds.hangs_up)
        assert "broke off" in asha.report()["reason"]

    def test_that_nobody_foresaw_ends_there_too(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("insights.writer.report.verify", lambda *given, **named: 1 / 0)
        gemini.will(deeds.writes(*GOOD))
        assert "unforeseen" in asha.report()["reason"]


class TestNothingIsSent:
    def test_without_consent(self, spent: Home, gemini: GeminiServer, asha: Browser) -> None:
        assert "You have not agreed" in asha.report()["reason"]
        assert gemini.asked == []

    def test_without_a_key(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, settings: Settings
    ) -> None:
        settings.GEMINI_API_KEY = ""
        assert "no key" in asha.report()["reason"]
        assert gemini.asked == []

    def test_with_a_key_that_nobody_said_is_paid(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, settings: Settings
    ) -> None:
        settings.GEMINI_KEY_IS_PAID = False
        assert "paid one" in asha.report()["reason"]
        assert gemini.asked == []

    def test_once_the_months_tokens_are_used_up(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, settings: Settings
    ) -> None:
        settings.GEMINI_MONTHLY_TOKENS = len(asha.preview().encode()) + LONGEST_ANSWER
        gemini.will(deeds.writes(BAD), deeds.writes(*GOOD))
        assert "used up" in asha.report()["reason"]
        assert len(gemini.asked) == 1

    def test_where_the_months_tokens_might_not_do_for_the_answer(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, settings: Settings
    ) -> None:
        settings.GEMINI_MONTHLY_TOKENS = len(asha.preview().encode()) + LONGEST_ANSWER - 1
        assert "used up" in asha.report()["reason"]
        assert (gemini.asked, Sent.objects.count()) == ([], 0)

    def test_in_a_language_that_cannot_be_checked(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        consenting.owner.language = "de"
        consenting.owner.save()
        assert "English only" in asha.report()["reason"]
        assert gemini.asked == []


class TestThePreview:
    def test_is_what_is_sent_to_the_byte(self, consenting: Home, gemini: GeminiServer, asha: Browser) -> None:
        shown = asha.preview()
        gemini.will(deeds.writes(*GOOD))
        asha.report()
        assert [asked.body for asked in gemini.asked] == [shown.encode()]
        assert [sent.text for sent in Sent.objects.all()] == [shown]

    def test_is_shown_before_anybody_agreed_and_sends_nothing(
        self, spent: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        assert '"contents"' in asha.preview()
        assert gemini.asked == []

    def test_holds_no_name_and_no_id_of_the_ledger(self, spent: Home, asha: Browser) -> None:
        rename(spent, "groceries", "Secret cheese")
        text = asha.preview()
        assert "groceries" in text
        secrets = ("Secret cheese", str(spent.id), spent.account("housing"))
        assert not [name for name in secrets if name in text]

    def test_holds_payees_names_only_where_they_are_allowed(self, spent: Home, asha: Browser) -> None:
        spent.pay("2026-10-09", "groceries", 2500, "Cheese & Co")
        assert "Cheese & Co" not in asha.preview()
        assert "Cheese & Co" not in asha.preview("?payee_names=false")
        assert "Cheese & Co" in asha.preview("?payee_names=true")


class TestTheLog:
    def test_counts_the_tokens_of_the_month(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(BAD), deeds.writes(*GOOD))
        asha.report()
        use = TokenUse.objects.get()
        assert (use.tokens_in, use.tokens_out, use.requests) == (2000, 240, 2)
        sent = Sent.objects.order_by("id")[0]
        assert (sent.tokens_in, sent.tokens_out, sent.purpose) == (1000, 120, "report")
        assert sent.at > NOW

    def test_charges_the_most_where_nobody_knows_what_was_used(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.stays_silent)
        asha.report()
        sent = Sent.objects.get()
        assert (sent.outcome, sent.tokens_in, sent.tokens_out) == (
            "timeout", len(sent.text.encode()), LONGEST_ANSWER,
        )  # fmt: skip
        use = TokenUse.objects.get()
        assert (use.tokens_in, use.tokens_out, use.requests) == (sent.tokens_in, sent.tokens_out, 1)

    def test_charges_nothing_for_what_was_refused(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.quota("PerDay"))
        asha.report()
        use = TokenUse.objects.get()
        assert (use.tokens_in, use.tokens_out, use.requests) == (0, 0, 1)

    def test_holds_no_key(self, consenting: Home, gemini: GeminiServer, asha: Browser) -> None:
        gemini.will(deeds.writes(*GOOD))
        asha.report()
        assert gemini.asked[0].key == KEY
        assert KEY not in asha.client.get("/api/writing/log").content.decode()
