from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from voice import keeping, recordings

ADDRESS = "/api/voice/recordings"

pytestmark = pytest.mark.django_db


def browser_of(name: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_user(name))
    return client


@pytest.fixture
def asha() -> Client:
    return browser_of("asha")


def post(client: Client, deed: str, **body: str) -> Any:
    return client.post(f"{ADDRESS}/{deed}", body, content_type="application/json")


def speak(client: Client, wav: bytes) -> str:
    heard = client.post("/api/voice/utterances", wav, content_type="audio/wav").json()
    return str(heard["transcript"])


class TestRecordings:
    def test_are_not_kept_until_a_person_asks_for_it(
        self, asha: Client, spoken: Callable[[str], bytes]
    ) -> None:
        speak(asha, spoken("lidl"))
        assert asha.get(ADDRESS).json() == {"keeping": False, "most": 1800, "recordings": []}
        assert post(asha, "keep").json()["keeping"] is True
        words = speak(asha, spoken("lidl"))
        (found,) = asha.get(ADDRESS).json()["recordings"]
        assert found["words"] == words == "twelve fifty at lidl yesterday"

    def test_can_be_played_and_deleted_by_their_person_alone(
        self, asha: Client, spoken: Callable[[str], bytes]
    ) -> None:
        post(asha, "keep")
        speak(asha, spoken("lidl"))
        (found,) = asha.get(ADDRESS).json()["recordings"]
        ben = browser_of("ben")
        assert ben.get(f"{ADDRESS}/{found['id']}").json()["error"]["code"] == "unknown_recording"
        assert post(ben, "drop", id=found["id"]).status_code == 404
        played = asha.get(f"{ADDRESS}/{found['id']}")
        assert (played["Content-Type"], played["Cache-Control"]) == ("audio/wav", "private, no-store")
        assert recordings.samples(played.content) == recordings.samples(spoken("lidl"))
        assert post(asha, "drop", id=found["id"]).json()["recordings"] == []

    def test_are_gone_when_it_is_switched_off(self, asha: Client, spoken: Callable[[str], bytes]) -> None:
        post(asha, "keep")
        speak(asha, spoken("lidl"))
        assert post(asha, "stop").json() == {"keeping": False, "most": 1800, "recordings": []}
        assert post(asha, "keep").json()["recordings"] == []

    def test_that_the_disk_refuses_are_heard_all_the_same(
        self, asha: Client, spoken: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError("no space left on device")

        monkeypatch.setattr(keeping, "keep", full)
        post(asha, "keep")
        assert speak(asha, spoken("lidl")) == "twelve fifty at lidl yesterday"
