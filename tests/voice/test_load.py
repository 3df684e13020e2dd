"""The server as the ear over real HTTP, many speaking at once."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from tests.e2e.server import Server
from tests.voice.conftest import SPEECH, wav_of
from voice import recordings

SIGN_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from config.people.models import Person
asha = Person.objects.create(username="asha")
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = asha.pk, asha.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
session.save()
print(session.session_key)
"""
TOKEN = "x" * 32
SENTENCES = ("groceries", "coffee", "lidl", "salary", "petrol", "starbucks", "bread", "question")
MINUTE = wav_of(bytes(recordings.LONGEST * recordings.BYTES_PER_SECOND))


@dataclass
class Household:
    """People of one server who speak to it at once."""

    server: Server
    cookies: str

    def say(self, wav: bytes) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("localhost", self.server.port, timeout=60)
        headers = {"Content-Type": "audio/wav", "Cookie": self.cookies, "X-CSRFToken": TOKEN}
        try:
            connection.request("POST", "/api/voice/utterances", wav, headers)
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()

    def glance(self) -> float:
        """Seconds that another page takes meanwhile."""
        begun = time.monotonic()
        connection = http.client.HTTPConnection("localhost", self.server.port, timeout=60)
        connection.request("GET", "/manifest.webmanifest")
        assert connection.getresponse().status == 200
        connection.close()
        return time.monotonic() - begun


@pytest.fixture
def household(tmp_path: Path) -> Iterator[Household]:
    made = Server(tmp_path / "server")
    made.var.mkdir()
    made.manage("migrate", "--verbosity", "0")
    key = made.python(SIGN_IN)
    made.start()
    yield Household(made, f"sessionid={key}; csrftoken={TOKEN}")
    assert made.child
    made.child.kill()
    made.child.wait()


def at_once(calls: list[Callable[[], Any]]) -> list[Any]:
    with ThreadPoolExecutor(len(calls)) as threads:
        return [asked.result() for asked in [threads.submit(call) for call in calls]]


class TestManySpeakingAtOnce:
    def test_are_all_heard_while_other_pages_are_served_and_nothing_is_kept(
        self, household: Household
    ) -> None:
        wavs = [(SPEECH / f"{name}.wav").read_bytes() for name in SENTENCES]
        household.say(wavs[0])
        before = files(household.server.var)
        calls: list[Callable[[], Any]] = [partial(household.say, wav) for wav in wavs]
        *answers, longest = at_once([*calls, lambda: max(household.glance() for _ in range(10))])
        assert [status for status, _, _ in answers] == [200] * len(SENTENCES)
        assert all(b'"transcript"' in body for _, _, body in answers)
        assert longest < 2
        assert files(household.server.var) == before

    def test_are_told_at_once_when_to_come_again_if_the_wait_would_be_too_long(
        self, household: Household
    ) -> None:
        refused: Queue[str] = Queue()

        def speak() -> None:
            with suppress(OSError, http.client.HTTPException):
                status, headers, _ = household.say(MINUTE)
                if status == 503:
                    refused.put(headers["retry-after"])

        for _ in range(10):
            threading.Thread(target=speak, daemon=True).start()
        assert 0 < int(refused.get(timeout=10)) <= 60


def files(folder: Path) -> set[Path]:
    """What lies below a folder, but for the database's own files and the log."""
    kept = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    return {path for path in kept if "sqlite3" not in path.name and path.suffix != ".log"}
