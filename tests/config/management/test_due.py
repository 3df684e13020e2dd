import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from config.management.commands import due
from config.management.commands.due import LEASE, do_what_is_due
from finance.due import leave_lease, take_lease

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[3]


@pytest.mark.django_db
class TestDoWhatIsDue:
    def test_does_every_job_and_lets_the_next_worker_begin(self) -> None:
        done: list[datetime] = []
        assert do_what_is_due(uuid4(), NOW, [done.append, done.append])
        assert do_what_is_due(uuid4(), NOW, [])
        assert done == [NOW, NOW]

    def test_leaves_it_to_another_worker(self) -> None:
        other, done = uuid4(), list[datetime]()
        take_lease(LEASE, other, now=NOW, until=NOW + timedelta(minutes=1))
        assert not do_what_is_due(uuid4(), NOW, [done.append])
        leave_lease(LEASE, other)
        assert done == []

    def test_goes_on_after_a_job_that_fails(self, caplog: pytest.LogCaptureFixture) -> None:
        done: list[datetime] = []
        assert do_what_is_due(uuid4(), NOW, [fail, done.append])
        assert done == [NOW] and "tried again in the next round" in caplog.text

    def test_clears_expired_sessions(self) -> None:
        expired = timezone.now() - timedelta(days=1)
        Session.objects.create(session_key="old", session_data="", expire_date=expired)
        call_command("due")
        call_command("due")
        assert not Session.objects.filter(session_key="old").exists()


class TestForever:
    def test_ends_cleanly_on_sigterm(self, tmp_path: Path) -> None:
        database = tmp_path / "due.sqlite3"
        environment = {
            **os.environ,
            "MY_FUNDS_VAR": str(tmp_path),
            "DATABASE_URL": f"sqlite:///{database}",
        }
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True)
        put_expired_session(database)
        worker = subprocess.Popen(
            [*manage, "due", "--forever"],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        wait_until_cleared(database)
        assert worker.poll() is None
        worker.send_signal(signal.SIGTERM)
        _, said = worker.communicate(timeout=10)
        assert (worker.returncode, said) == (0, b"")

    @pytest.mark.django_db
    def test_goes_on_after_a_round_that_fails(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, handlers: None
    ) -> None:
        rounds: list[datetime] = []

        def locked(holder: object, now: datetime) -> None:
            rounds.append(now)
            if len(rounds) == 2:
                signal.raise_signal(signal.SIGTERM)
            raise OperationalError("database is locked")

        monkeypatch.setattr(due, "do_what_is_due", locked)
        monkeypatch.setattr(due, "PAUSE", 0)
        call_command("due", "--forever")
        assert len(rounds) == 2 and "database is locked" in caplog.text


@pytest.fixture
def handlers() -> Iterator[None]:
    """Puts back what happens at SIGTERM and SIGINT."""
    wanted = (signal.SIGTERM, signal.SIGINT)
    before = [signal.getsignal(one) for one in wanted]
    yield
    for one, handler in zip(wanted, before, strict=True):
        signal.signal(one, handler)


def put_expired_session(database: Path) -> None:
    with closing(sqlite3.connect(database)) as direct, direct:
        direct.execute("INSERT INTO django_session VALUES ('old', '', '2000-01-01 00:00:00')")


def wait_until_cleared(database: Path) -> None:
    """Until a round has been done."""
    give_up = time.monotonic() + 60
    with closing(sqlite3.connect(database)) as direct:
        while direct.execute("SELECT 1 FROM django_session").fetchall():
            assert time.monotonic() < give_up
            time.sleep(0.05)


def fail(now: datetime) -> None:
    raise RuntimeError(now)
