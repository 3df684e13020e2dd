"""Consent, the key and the log over the API."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from config.people.models import Person
from insights.models import Access, Consent, Purpose, Sent
from insights.writer import access
from tests.gemini_server import GeminiServer, deeds
from tests.gemini_server.server import KEY
from tests.insights.conftest import NOW, Home
from tests.insights.writer.conftest import GOOD, Browser

pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume")


def tell(browser: Browser, what: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = browser.client.post(f"/api/writing/{what}", body, content_type="application/json")
    found: dict[str, Any] = answer.json()
    return found


def standing(browser: Browser) -> dict[str, Any]:
    found: dict[str, Any] = browser.client.get("/api/writing").json()
    return found


class TestConsent:
    def test_is_not_given_by_itself(self, asha: Browser) -> None:
        assert standing(asha)["consent"] is None

    def test_is_given_without_names_and_names_are_a_choice_of_their_own(self, asha: Browser) -> None:
        first = tell(asha, "consent", {"given": True})["consent"]
        assert first["payee_names"] is False
        second = tell(asha, "consent", {"given": True, "payee_names": True})["consent"]
        assert second == {"given_at": first["given_at"], "payee_names": True}

    def test_can_be_taken_back(self, consenting: Home, gemini: GeminiServer, asha: Browser) -> None:
        gemini.will(deeds.writes(*GOOD))
        assert asha.report()["source"] == "model"
        assert tell(asha, "consent", {"given": False})["consent"] is None
        assert asha.report()["source"] == "templates"

    def test_is_each_persons_own(self, consenting: Home, person: Callable[[str], Person]) -> None:
        bob = Client()
        bob.force_login(person("bob"))
        assert bob.get("/api/writing").json()["consent"] is None
        assert Consent.objects.count() == 1


class TestTheKey:
    def test_is_kept_encrypted_and_never_sent_back(self, asha: Browser) -> None:
        answer = tell(asha, "key", {"key": "AIzaSecret"})
        assert (answer["key"], answer["may_set_key"]) == ({"place": "settings", "paid": False}, True)
        assert "AIzaSecret" not in Access.objects.get().sealed_key
        assert "AIzaSecret" not in asha.client.get("/api/writing").content.decode()
        assert access.key_in_use().text == "AIzaSecret"

    def test_has_to_be_said_to_be_paid_each_time_anew(self, asha: Browser) -> None:
        tell(asha, "key", {"key": "AIza-one", "paid": True})
        assert access.key_in_use().paid
        tell(asha, "key", {"key": "AIza-two"})
        assert not access.key_in_use().paid

    def test_of_the_environment_goes_first_and_can_be_confirmed_on_the_page(
        self, asha: Browser, settings: Settings
    ) -> None:
        tell(asha, "key", {"key": "AIza-page", "paid": True})
        settings.GEMINI_API_KEY = "AIza-environment"
        assert standing(asha)["key"] == {"place": "environment", "paid": False}
        assert tell(asha, "key", {"key": "AIza-other"})["error"]["code"] == "key_of_environment"
        assert tell(asha, "key", {"paid": True})["key"] == {"place": "environment", "paid": True}

    def test_cannot_be_opened_under_another_secret(self, asha: Browser, settings: Settings) -> None:
        tell(asha, "key", {"key": "AIza-one", "paid": True})
        settings.SECRET_KEY = "another secret of this server"
        assert access.key_in_use() == access.Key("", "unreadable", paid=False)

    def test_can_be_forgotten(self, asha: Browser) -> None:
        tell(asha, "key", {"key": "AIza-one"})
        assert tell(asha, "key", {"key": ""})["key"]["place"] == "nowhere"
        assert not Access.objects.exists()

    @pytest.mark.parametrize("key", ["two words", "x" * 201, "schlüssel", "line\nbreak", " "])
    def test_is_refused_when_it_is_none(self, asha: Browser, key: str) -> None:
        assert tell(asha, "key", {"key": key})["error"]["code"] == "not_a_key"

    def test_cannot_be_confirmed_while_there_is_none(self, asha: Browser) -> None:
        assert tell(asha, "key", {"paid": True})["error"]["code"] == "not_a_key"

    def test_is_for_the_first_person_alone(self, home: Home, person: Callable[[str], Person]) -> None:
        bob = Client()
        bob.force_login(person("bob"))
        answer = bob.post("/api/writing/key", {"key": "AIza"}, content_type="application/json")
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "first_person_only")
        assert bob.get("/api/writing").json()["may_set_key"] is False


class TestTheLog:
    def test_shows_what_was_sent_to_the_letter(
        self, consenting: Home, gemini: GeminiServer, asha: Browser
    ) -> None:
        gemini.will(deeds.writes(*GOOD))
        asha.report()
        [sent] = asha.client.get("/api/writing/log").json()
        assert sent["text"].encode() == gemini.asked[0].body
        assert (sent["ledger_name"], sent["purpose"], sent["tokens_in"]) == ("Home", "report", 1000)
        assert "matched your figures" in sent["outcome"]

    def test_is_read_page_by_page_and_is_ones_own(
        self, home: Home, asha: Browser, person: Callable[[str], Person]
    ) -> None:
        for who, times in ((home.owner, 25), (person("bob"), 3)):
            Sent.objects.bulk_create(
                Sent(person=who, ledger_id=home.id, at=NOW, purpose=Purpose.REPORT, model="m", text="{}")
                for _ in range(times)
            )
        first = asha.client.get("/api/writing/log").json()
        rest = asha.client.get(f"/api/writing/log?before={first[-1]['id']}").json()
        assert (len(first), len(rest)) == (20, 5)

    def test_knows_a_sentence_for_every_end(self, home: Home, asha: Browser) -> None:
        ends = [
            "sent",
            "left",
            "answered",
            "faulty",
            "shown",
            *{reason for _, reason in deeds.FAILURES.values()},
        ]
        for outcome in ends:
            Sent.objects.all().delete()
            Sent.objects.create(
                person=home.owner, ledger_id=home.id, at=NOW, purpose=Purpose.REPORT, model="m", text="{}",
                outcome=outcome,
            )  # fmt: skip
            assert asha.client.get("/api/writing/log").json()[0]["outcome"].endswith(".")


class TestTheUse:
    def test_costs_what_the_price_table_says(
        self, consenting: Home, gemini: GeminiServer, asha: Browser, settings: Settings
    ) -> None:
        gemini.will(deeds.writes(*GOOD))
        asha.report()
        use = standing(asha)["use"]
        assert (use["tokens"], use["at_most"], use["cost"]) == (1120, 1_000_000, 600)  # 1000·0.30 + 120·2.50
        settings.GEMINI_PRICES = {}
        assert standing(asha)["use"]["cost"] is None


class TestAKeyThatWasSent:
    def test_reaches_the_model_alone(self, consenting: Home, gemini: GeminiServer, asha: Browser) -> None:
        gemini.will(deeds.writes(*GOOD))
        asha.report()
        assert gemini.asked[0].key == KEY
        assert KEY.encode() not in gemini.asked[0].body
