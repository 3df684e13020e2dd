import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import AsyncClient, Client

from finance import services as finance
from tests.voice.model_site import NAME, SMALL, ModelSite, starter_zip
from voice import speech_models
from voice.installer import beside, standing
from voice.installer.standing import Installation

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MODELS = "/api/voice/models"

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> Client:
    return browser_of("asha", "owner")


def browser_of(name: str, role: str) -> Client:
    """Somebody's browser; every role but the owner's is in the ledger of somebody else."""
    person = get_user_model().objects.create_user(name)
    founder = person if role == "owner" else get_user_model().objects.create_user("founder")
    home = finance.create_ledger(owner=founder, name="Home", currency="EUR", time_zone="UTC", now=NOW)
    if person != founder:
        finance.add_member(ledger_id=home.id, person=person, role=role)
    client = Client()
    client.force_login(person)
    return client


def post(client: Client, deed: str, name: str) -> Any:
    return client.post(f"{MODELS}/{deed}", json.dumps({"name": name}), content_type="application/json")


def settled(client: Client) -> Any:
    """What the server says once nothing is being installed."""
    for _ in range(200):
        told = client.get(MODELS).json()
        if not (told["installation"] and told["installation"]["running"]):
            return told
        time.sleep(0.05)
    raise AssertionError(told)


def in_use(told: Any) -> list[str]:
    return [model["name"] for model in told["models"] if model["in_use"]]


class TestModels:
    def test_are_told_to_everybody_who_is_signed_in(self, site: ModelSite) -> None:
        told = browser_of("vera", "viewer").get(MODELS).json()
        assert in_use(told) == ["starter-en"]
        assert (told["installation"], told["may_change"]) == (None, False)


class TestInstall:
    def test_happens_beside_and_the_model_is_used_then(self, owner: Client, site: ModelSite) -> None:
        site.offer(SMALL)
        site.drip = 0.001
        begun = post(owner, "install", NAME)
        assert begun.status_code == 202
        assert begun.json()["installation"]["running"]
        told = settled(owner)
        assert in_use(told) == [NAME]
        assert told["installation"] is None

    def test_tells_how_far_it_is(self, owner: Client, site: ModelSite) -> None:
        site.offer(SMALL)
        site.drip = 0.005
        post(owner, "install", NAME)
        seen: list[Any] = []
        while (now := owner.get(MODELS).json()["installation"]) and now["running"]:
            seen.append(now)
            time.sleep(0.1)
        assert any(0 < now["done"] < now["total"] == len(SMALL) for now in seen)

    def test_is_one_at_a_time(self, owner: Client, site: ModelSite) -> None:
        site.offer(SMALL)
        site.drip = 0.003
        post(owner, "install", NAME)
        again = post(owner, "install", NAME)
        assert (again.status_code, again.json()["error"]["code"]) == (409, "already_installing")
        settled(owner)

    def test_leaves_a_sentence_when_it_fails_and_goes_on_when_asked_again(
        self, owner: Client, site: ModelSite
    ) -> None:
        site.offer(SMALL, md5="0" * 32)
        post(owner, "install", NAME)
        told = settled(owner)
        assert "Install again" in told["installation"]["problem"]
        site.listing = b"[]"
        site.offer(SMALL)
        post(owner, "install", NAME)
        assert in_use(settled(owner)) == [NAME]

    def test_goes_on_when_the_server_starts_again(self, owner: Client, site: ModelSite) -> None:
        site.offer(SMALL)
        standing.release(standing.take())
        (standing.folder() / f"{NAME}.zip.part").write_bytes(SMALL[:100_000])
        standing.tell(Installation(NAME, "fetching", 100_000, len(SMALL)))
        left = owner.get(MODELS).json()["installation"]
        assert (left["running"], left["problem"], left["done"]) == (False, "", 100_000)
        beside.go_on()
        assert in_use(settled(owner)) == [NAME]
        assert site.ranges() == ["bytes=100000-"]

    def test_of_what_failed_is_not_begun_again_by_a_restart(self, site: ModelSite) -> None:
        standing.release(standing.take())
        standing.tell(Installation(NAME, problem="model_checksum", values={"size": 1}))
        beside.go_on()
        assert not standing.is_running()
        assert site.asked == []

    @pytest.mark.parametrize("role", ["viewer", "editor"])
    @pytest.mark.parametrize("deed", ["install", "use", "remove"])
    def test_is_refused_to_who_owns_nothing_here(self, deed: str, role: str, site: ModelSite) -> None:
        answer = post(browser_of("vera", role), deed, NAME)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "models_for_owners")
        assert site.asked == []

    def test_does_not_hold_up_others(
        self, owner: Client, site: ModelSite, spoken: Callable[[str], bytes]
    ) -> None:
        site.offer(starter_zip())
        post(owner, "install", NAME)
        longest = 0.0
        for _ in range(20):
            begun = time.monotonic()
            owner.get("/api/session")
            longest = max(longest, time.monotonic() - begun)
        settled(owner)
        assert longest < 1


class TestUse:
    def test_chooses_and_says_so(self, owner: Client, site: ModelSite) -> None:
        site.offer(SMALL)
        post(owner, "install", NAME)
        settled(owner)
        assert in_use(post(owner, "use", "starter-en").json()) == ["starter-en"]
        assert speech_models.required("en").starter

    def test_refuses_what_is_not_here(self, owner: Client, site: ModelSite) -> None:
        assert post(owner, "use", NAME).status_code == 404


class TestRemove:
    def test_brings_the_starter_back(self, owner: Client, site: ModelSite) -> None:
        site.offer(SMALL)
        post(owner, "install", NAME)
        settled(owner)
        assert in_use(post(owner, "remove", NAME).json()) == ["starter-en"]

    def test_never_takes_the_starter(self, owner: Client, site: ModelSite) -> None:
        assert post(owner, "remove", "starter-en").status_code == 409


@pytest.mark.anyio
@pytest.mark.django_db(transaction=True)
class TestOfficialModels:
    async def test_are_the_small_ones_of_the_list(self, async_client: AsyncClient, site: ModelSite) -> None:
        site.offer(SMALL)
        site.offer(SMALL, "vosk-model-en-us-0.22", type="big")
        await async_client.aforce_login(await get_user_model().objects.acreate(username="asha"))
        answer = await async_client.get(f"{MODELS}/official")
        assert answer.json() == [{"name": NAME, "language": "en", "locale": "en-us", "bytes": len(SMALL)}]

    async def test_say_when_the_list_cannot_be_reached(self, async_client: AsyncClient) -> None:
        await async_client.aforce_login(await get_user_model().objects.acreate(username="asha"))
        answer = await async_client.get(f"{MODELS}/official")
        assert (answer.status_code, answer["Retry-After"]) == (503, "60")
        assert "try again" in answer.json()["error"]["message"]
