"""Several threads ask for one new ledger at once, as a phone does that asks again before it was answered."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from config.people.models import Person

ROOT = Path(__file__).parents[3]
FOUNDERS, LEDGERS = 6, 3


def found_in_a_crowd(database_url: str, folder: Path) -> None:
    """Everybody who asks is answered with the one ledger."""
    environment = {**os.environ, "DATABASE_URL": database_url, "MY_FUNDS_VAR": str(folder)}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    run = [sys.executable, "-m", "tests.finance.services.founding_crowd"]
    done = subprocess.run(run, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    assert json.loads(done.stdout) == {"answered": FOUNDERS * LEDGERS, "ledgers": LEDGERS}


def main() -> None:
    import django

    django.setup()
    from config.people.models import Person
    from finance.ids import new_id
    from finance.queries import ledgers_of

    owner, start = Person.objects.create(username="crowd"), Barrier(FOUNDERS)
    ids = [new_id() for _ in range(LEDGERS)]
    with ThreadPoolExecutor(FOUNDERS) as crowd:
        answered = sum(crowd.map(lambda _: ask(owner, ids, start), range(FOUNDERS)))
    print(json.dumps({"answered": answered, "ledgers": len(ledgers_of(owner))}))


def ask(owner: "Person", ids: list["UUID"], start: Barrier) -> int:
    """How many of a thread's requests were answered; for each all threads begin at once."""
    from django.db import connection
    from django.utils import timezone

    from finance.services import create_ledger

    given = {"name": "Crowd", "currency": "EUR", "time_zone": "UTC"}
    answered = 0
    for wanted in ids:
        start.wait(timeout=60)
        made = create_ledger(owner=owner, id=wanted, now=timezone.now(), **given)
        answered += made.id == wanted
    connection.close()
    return answered


if __name__ == "__main__":
    main()
