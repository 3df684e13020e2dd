"""Somebody signed in on a real server of the scratch database, to speak to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from tools.proofs.real_server import RealServer

TOKEN = "x" * 32
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True, slots=True)
class Home:
    """A server at `url`, and the cookies of a person with a ledger on it."""

    server: RealServer
    ledger: str
    cookies: dict[str, str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def pid(self) -> int:
        assert self.server.child
        return self.server.child.pid


@contextmanager
def open_home() -> Iterator[Home]:
    """The server runs until the block ends."""
    from finance.household.settling import move_in

    household = move_in(now=datetime.now(UTC))
    server = RealServer()
    server.start()
    try:
        yield Home(
            server, str(household.ledger), {"sessionid": session_of(household.people[0]), "csrftoken": TOKEN}
        )
    finally:
        server.kill()


def session_of(person: object) -> str:
    """The key of a new session of a person."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import AbstractUser
    from django.contrib.sessions.backends.db import SessionStore

    assert isinstance(person, AbstractUser)
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = BACKEND
    session.save()
    return str(session.session_key)
