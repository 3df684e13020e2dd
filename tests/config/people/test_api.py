import json
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from config.people.models import Invitation, Person
from finance import services as finance
from finance.queries import ledgers_of
from voice import speech_models

Browser = Callable[[Person], Client]


def post(client: Client, address: str, **given: object) -> Any:
    return client.post(address, json.dumps(given), content_type="application/json")


def invitations_of(person: Person) -> str:
    return f"/api/ledgers/{ledgers_of(person)[0].id}/invitations"


class TestSession:
    def test_asks_a_stranger_to_sign_in(self, stranger: Client, alice: Person) -> None:
        answer = stranger.get("/api/session")
        assert answer.status_code == 401
        assert answer.json()["error"]["code"] == "signed_out"
        assert "Sign in" in answer.json()["error"]["message"]

    def test_tells_who_is_here_and_their_ledgers(self, browser_of: Browser, alice: Person) -> None:
        said = browser_of(alice).get("/api/session").json()
        (ledger,) = ledgers_of(alice)
        assert said["person"] == {"id": alice.pk, "name": "alice", "language": "en"}
        assert said["ledgers"] == [
            {
                "id": str(ledger.id),
                "name": "Home",
                "role": "owner",
                "currency": "EUR",
                "time_zone": "Europe/Dublin",
                "epoch": str(ledger.epoch),
            }
        ]
        assert said["schema"] == 1
        assert set(said) == {
            "person",
            "ledgers",
            "schema",
            "speech_model",
            "starter_model",
            "languages",
            "other_models",
        }

    def test_names_the_speech_model_of_the_persons_language(self, browser_of: Browser, alice: Person) -> None:
        model = speech_models.current("en")
        assert model
        assert browser_of(alice).get("/api/session").json()["speech_model"] == {
            "name": model.name,
            "language": "en",
            "url": model.url,
            "sha256": model.sha256,
            "bytes": model.bytes,
            "starter": model.starter,
            "piece_bytes": model.piece_bytes,
            "pieces": list(model.pieces),
        }

    def test_names_the_starter_too_for_the_time_until_a_larger_model_has_come(
        self, browser_of: Browser, alice: Person
    ) -> None:
        said = browser_of(alice).get("/api/session").json()
        assert said["starter_model"] == said["speech_model"]

    def test_names_the_models_of_other_languages_for_who_speaks_them(
        self, browser_of: Browser, alice: Person, settings: Settings, tmp_path: Path
    ) -> None:
        settings.VOICE_MODEL_DIR = tmp_path
        shelf = speech_models.installed_shelf()
        shelf.mkdir(parents=True)
        for language in ("de", "tlh"):
            (shelf / f"{language}.tar.gz").write_bytes(b"model")
            card = {"language": language, "sha256": sha256(b"model").hexdigest(), "starter": False}
            (shelf / f"{language}.json").write_text(json.dumps(card))
        said = browser_of(alice).get("/api/session").json()
        assert {"en", "de", "es", "hi"} <= set(said["languages"])
        assert "every_language" not in said["languages"]
        assert [model["name"] for model in said["other_models"]] == ["de"]

    def test_is_given_though_the_card_of_a_model_is_spoilt(
        self, browser_of: Browser, alice: Person, settings: Settings, tmp_path: Path
    ) -> None:
        settings.VOICE_MODEL_DIR = tmp_path
        shelf = speech_models.installed_shelf()
        shelf.mkdir(parents=True)
        (shelf / "vosk-model-x.json").write_text('{"language": 5')
        (shelf / "vosk-model-x.tar.gz").write_bytes(b"model")
        answer = browser_of(alice).get("/api/session")
        assert (answer.status_code, answer.json()["speech_model"]["starter"]) == (200, True)

    def test_has_no_speech_model_for_another_language(self, browser_of: Browser, alice: Person) -> None:
        Person.objects.update(language="tlh")
        assert browser_of(alice).get("/api/session").json()["speech_model"] is None

    def test_shows_nobody_the_ledgers_of_others(self, browser_of: Browser, dora: Person) -> None:
        assert browser_of(dora).get("/api/session").json()["ledgers"] == []

    def test_is_never_stored_and_hands_out_the_csrf_cookie(self, browser_of: Browser, alice: Person) -> None:
        answer = browser_of(alice).get("/api/session")
        assert answer["Cache-Control"] == "no-store"
        assert answer.cookies["csrftoken"].value
        assert not answer.cookies["csrftoken"]["httponly"]


class TestPerson:
    def test_keeps_a_language_of_the_catalogue(self, browser_of: Browser, alice: Person) -> None:
        Person.objects.update(language="xx")
        assert post(browser_of(alice), "/api/person", language="en").json()["language"] == "en"
        assert Person.objects.get().language == "en"

    @pytest.mark.parametrize("language", ["tlh", "", "../en", "en/", ".", "a" * 5000])
    def test_refuses_another(self, browser_of: Browser, alice: Person, language: str) -> None:
        answer = post(browser_of(alice), "/api/person", language=language)
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unknown_language")
        assert Person.objects.get().language == "en"

    def test_needs_a_csrf_token(self, alice: Person) -> None:
        wary = Client(enforce_csrf_checks=True)
        wary.force_login(alice)
        answer = post(wary, "/api/person", language="en")
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "csrf")


class TestInvite:
    def test_gives_an_owner_a_link_for_seven_days(self, browser_of: Browser, alice: Person) -> None:
        answer = post(browser_of(alice), invitations_of(alice), role="viewer")
        assert answer.status_code == 201
        invitation = Invitation.objects.get()
        assert (invitation.role, invitation.invited_by) == ("viewer", alice)
        assert timedelta(days=6.9) < invitation.expires_at - timezone.now() < timedelta(days=7)
        assert answer.json()["link"].startswith("http://testserver/accounts/invitation/")

    def test_keeps_only_a_digest_of_the_link(self, browser_of: Browser, alice: Person) -> None:
        link = post(browser_of(alice), invitations_of(alice)).json()["link"]
        token = link.rstrip("/").rsplit("/", 1)[1]
        assert len(token) == 43
        assert token not in Invitation.objects.get().digest

    def test_refuses_an_editor(self, browser_of: Browser, alice: Person, dora: Person) -> None:
        finance.add_member(ledger_id=ledgers_of(alice)[0].id, person=dora, role="editor")
        answer = post(browser_of(dora), invitations_of(alice))
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "owner_only")

    def test_hides_the_ledger_from_others(self, browser_of: Browser, alice: Person, dora: Person) -> None:
        assert post(browser_of(dora), invitations_of(alice)).status_code == 404

    def test_asks_a_stranger_to_sign_in(self, stranger: Client, alice: Person) -> None:
        assert post(stranger, invitations_of(alice)).status_code == 401

    def test_refuses_an_unknown_role(self, browser_of: Browser, alice: Person) -> None:
        answer = post(browser_of(alice), invitations_of(alice), role="admin")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unknown_role")
        assert not Invitation.objects.exists()
