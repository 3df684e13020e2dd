"""Several threads send to the model at once, when the month's tokens do not do for all of them."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from insights.writer.bookkeeping import Sender

ROOT = Path(__file__).parents[3]
SENDERS, EACH = 8, 4
DEAREST, FIT = 1000, 13
"""What a request may use at most, in tokens, and how many of these the month has left."""


def send_in_a_crowd(database_url: str, folder: Path) -> None:
    """All together may send what the cap lets them, and not one more; what was settled is free again."""
    environment = {**os.environ, "DATABASE_URL": database_url, "MY_FUNDS_VAR": str(folder)}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
    environment |= {"GEMINI_MONTHLY_TOKENS": str(DEAREST * FIT + DEAREST // 2)}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    run = [sys.executable, "-m", "tests.insights.writer.crowd"]
    done = subprocess.run(run, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    told = json.loads(done.stdout)
    assert told == {"sent": FIT, "before": DEAREST * FIT, "after": 10 * FIT, "requests": FIT}


def main() -> None:
    import django

    django.setup()
    sender, start = founder(), Barrier(SENDERS)
    with ThreadPoolExecutor(SENDERS) as crowd:
        sent = list(crowd.map(lambda _: send(sender, start), range(SENDERS)))
    print(json.dumps({"sent": sum(sent), **settle_all()}))


def founder() -> "Sender":
    from django.utils import timezone

    from config.people.models import Person
    from finance.services import create_ledger
    from insights.writer.bookkeeping import Sender

    owner, now = Person.objects.create(username="crowd"), timezone.now()
    ledger = create_ledger(owner=owner, name="Crowd", currency="EUR", time_zone="UTC", now=now)
    return Sender(owner, ledger.id, "report", now)


def send(sender: "Sender", start: Barrier) -> int:
    """How many requests of a thread might leave; each time all threads begin at once."""
    from django.db import connection

    from insights.writer.bookkeeping import note_sent
    from insights.writer.failures import NotWritten, Tokens

    sent = 0
    for _ in range(EACH):
        start.wait(timeout=60)
        try:
            note_sent(sender, "{}", Tokens(DEAREST - 100, 100))
            sent += 1
        except NotWritten as refused:
            assert refused.reason == "cap_reached"
    connection.close()
    return sent


def settle_all() -> dict[str, int]:
    """What the month is charged while all requests are on their way, and once each used ten tokens."""
    from django.utils import timezone

    from insights.models import Sent, TokenUse
    from insights.writer.bookkeeping import settle, use_of
    from insights.writer.failures import Tokens

    before = use_of(timezone.now()).tokens
    for sent in Sent.objects.all():
        settle(sent.pk, "answered", Tokens(7, 3))
    after = use_of(timezone.now()).tokens
    return {"before": before, "after": after, "requests": TokenUse.objects.get().requests}


if __name__ == "__main__":
    main()
