"""Asha's ledger, her consent, a paid key, and Google's model on loopback."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import Settings

from finance.services import record
from insights.models import Consent
from tests.gemini_server import GeminiServer
from tests.gemini_server.server import KEY
from tests.insights.conftest import NOW, Home


@pytest.fixture(scope="session")
def running() -> Iterator[GeminiServer]:
    with GeminiServer() as server:
        yield server


@pytest.fixture
def gemini(running: GeminiServer, settings: Settings) -> GeminiServer:
    """The model, reachable with a paid key; nothing asked and nothing scripted yet."""
    running.asked.clear()
    running.deeds.clear()
    settings.GEMINI_API_KEY = KEY
    settings.GEMINI_KEY_IS_PAID = True
    settings.GEMINI_BASE_URL = running.url
    settings.GEMINI_PATIENCE = 1
    return running


@pytest.fixture
def spent(home: Home) -> Home:
    """Two months with groceries, rent and a name that must not leave."""
    for month in ("2026-09", "2026-10"):
        home.spend(f"{month}-01", "housing", 90000)
        home.spend(f"{month}-06", "salary", -300000)
    home.spend("2026-09-05", "groceries", 4000)
    home.spend("2026-10-05", "groceries", 5000)
    return home


@pytest.fixture
def consenting(spent: Home) -> Home:
    Consent.objects.create(person=spent.owner, given_at=NOW)
    return spent


@dataclass(frozen=True, slots=True)
class Browser:
    """Asha's browser, which reads event streams."""

    client: Client
    home: Home

    def report(self, month: str = "2026-10") -> dict[str, Any]:
        return self.events(month)[-1][1]

    def events(self, month: str = "2026-10") -> list[tuple[str, dict[str, Any]]]:
        answer = self.client.post(f"/api/ledgers/{self.home.id}/months/{month}/report")
        assert answer.status_code == 200, answer.content
        blocks = b"".join(answer).decode().strip().split("\n\n")
        return [(named[7:], json.loads(held[6:])) for named, held in (block.split("\n") for block in blocks)]

    def preview(self, query: str = "") -> str:
        found = self.client.get(f"/api/ledgers/{self.home.id}/months/2026-10/preview{query}").json()
        text: str = found["text"]
        return text


@pytest.fixture
def asha(home: Home) -> Browser:
    client = Client()
    client.force_login(home.owner)
    return Browser(client, home)


def rename(home: Home, key: str, name: str) -> None:
    """Call one of the ledger's categories otherwise."""
    record(
        person=home.owner, ledger_id=home.id, op="update", entity="account", row=UUID(home.account(key)),
        fields={"name": name}, now=NOW,
    )  # fmt: skip


GOOD = (
    "You spent {{f:what_changed.now}} in {{f:what_changed.month}}, {{f:what_changed.change}} more than in "
    "{{f:what_changed.previous}}.",
    "The largest rise was {{f:what_changed.driver_name}}, up {{f:what_changed.driver}}.",
)
BAD = "You spent 950 euros."
