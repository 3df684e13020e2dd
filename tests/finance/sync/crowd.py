"""Several devices, each a process of its own, push into one ledger at once and pull meanwhile."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from uuid import uuid5

ROOT = Path(__file__).parents[3]
DEVICES, PUSHES, BATCH = 3, 5, 8


def push_in_a_crowd(database_url: str, folder: Path) -> None:
    """Let the crowd loose on an empty database; afterwards everything must be there once and add up."""
    environment = {**os.environ, "DATABASE_URL": database_url, "MY_FUNDS_VAR": str(folder)}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    run = [sys.executable, "-m", "tests.finance.sync.crowd"]
    subprocess.run([*run, "found"], cwd=ROOT, env=environment, check=True)
    crowd = [
        subprocess.Popen([*run, str(number)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        for number in range(DEVICES)
    ]
    said = [device.communicate(timeout=120)[0] for device in crowd]
    assert [device.returncode for device in crowd] == [0] * DEVICES, said
    told = [json.loads(one) for one in said]
    assert all(set(one["statuses"]) <= {"applied", "conflict"} for one in told)
    audited = subprocess.run(
        [sys.executable, "manage.py", "check_ledger"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert audited.stdout == f"Crowd: {DEVICES * PUSHES * BATCH + 1} transactions, everything adds up.\n", (
        audited
    )


def main(part: str) -> None:
    import django

    django.setup()
    if part == "found":
        found()
    else:
        print(json.dumps({"statuses": sorted(be_a_device(part))}))


def found() -> None:
    from django.utils import timezone

    from config.people.models import Person
    from finance.services import create_ledger, record
    from tests.factories import spending

    owner = Person.objects.create(username="crowd")
    now = timezone.now()
    ledger = create_ledger(owner=owner, name="Crowd", currency="EUR", time_zone="UTC", now=now)
    written = partial(
        record,
        person=owner,
        ledger_id=ledger.id,
        op="create",
        entity="transaction",
        row=uuid5(ledger.id, "shared"),
        fields=spending(ledger.id),
        now=now,
    )
    look_while(written, ledger.seq)


def look_while(write: Callable[[], object], seq: int) -> None:
    """Whoever looks meanwhile stops no writer, and goes on seeing what stood before."""
    from finance.models import Ledger
    from finance.sync.pull import snapshot

    with snapshot():
        assert Ledger.objects.get().seq == seq
        writer = Thread(target=write)
        writer.start()
        writer.join(timeout=20)
        assert not writer.is_alive() and Ledger.objects.get().seq == seq
    assert Ledger.objects.get().seq == seq + 1


def be_a_device(number: str) -> set[str]:
    """Push batches of new transactions and one edit of the row that all devices edit; pull between them."""
    from django.utils import timezone

    from config.people.models import Person
    from finance.ids import new_id
    from finance.queries import ledgers_of
    from finance.sync.pull import pull
    from finance.sync.push import push
    from tests.factories import mutation, spending

    owner = Person.objects.get(username="crowd")
    (head,) = ledgers_of(owner)
    statuses, cursor = set[str](), 0
    for turn in range(PUSHES):
        batch = [mutation("create", "transaction", new_id(), spending(head.id)) for _ in range(BATCH)]
        note = {"note": f"{number} {turn}"}
        batch.append(mutation("update", "transaction", uuid5(head.id, "shared"), note, base=cursor))
        sent = push(
            person=owner, ledger_id=head.id, epoch=str(head.epoch), mutations=batch, now=timezone.now()
        )
        statuses |= {str(answer.status) for answer in sent.answers}
        page = pull(person=owner, ledger_id=head.id, epoch=str(head.epoch), cursor=cursor)
        seqs = [row["seq"] for row in page.rows]
        assert seqs == sorted(set(seqs)) and all(seq > cursor for seq in seqs)
        cursor = page.cursor
    return statuses


if __name__ == "__main__":
    main(sys.argv[1])
