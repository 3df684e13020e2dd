"""`manage.py due`: do what is due, one worker at a time; `--forever`: each minute until stopped."""

import logging
import signal
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from threading import Event
from typing import Any
from uuid import UUID, uuid4

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from finance.due import expire_parked, leave_lease, take_lease
from insights.digest_mail import send_digests

log = logging.getLogger(__name__)
Job = Callable[[datetime], object]
LEASE = "due"
LEASE_FOR = timedelta(minutes=10)
PAUSE = 60.0
"""Seconds between two rounds."""


def clear_sessions(now: datetime) -> None:
    """Forget the sessions that have expired."""
    call_command("clearsessions")


JOBS: tuple[Job, ...] = (expire_parked, clear_sessions, send_digests)


def do_what_is_due(holder: UUID, now: datetime, jobs: Iterable[Job] = JOBS) -> bool:
    """Do every job once, if no other worker is at it; False if one is. A job that fails stops no other."""
    if not take_lease(LEASE, holder, now=now, until=now + LEASE_FOR):
        return False
    try:
        for job in jobs:
            attempt(job, now)
    finally:
        leave_lease(LEASE, holder)
    return True


def attempt(job: Job, now: datetime) -> None:
    try:
        job(now)
    except Exception:
        log.exception("%s could not be done; it is tried again in the next round", job)


class Command(BaseCommand):
    help = "Do what is due: expire parked mutations, clear expired sessions, send weekly digests."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--forever", action="store_true", help="do it each minute until SIGTERM")

    def handle(self, *args: Any, **options: Any) -> None:
        holder = uuid4()
        if not options["forever"]:
            do_what_is_due(holder, timezone.now())
            return
        stopped = Event()
        for wanted in (signal.SIGTERM, signal.SIGINT):
            signal.signal(wanted, lambda *_: stopped.set())
        while not stopped.is_set():
            close_old_connections()
            attempt(partial(do_what_is_due, holder), timezone.now())
            stopped.wait(PAUSE)
