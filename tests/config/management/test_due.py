import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

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
        environment = {
            **os.environ,
            "MY_FUNDS_VAR": str(tmp_path),
            "DATABASE_URL": f"sqlite:///{tmp_path}/due.sqlite3",
        }
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True)
        worker = subprocess.Popen(
            [*manage, "due", "--forever"],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(timeout=4)
        worker.send_signal(signal.SIGTERM)
        _, said = worker.communicate(timeout=10)
        assert (worker.returncode, said) == (0, b"")


def fail(now: datetime) -> None:
    raise RuntimeError(now)
