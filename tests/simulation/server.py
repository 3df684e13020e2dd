"""The server's half of the simulator: the shipped API on a database of its own, asked through two pipes.

One JSON document a line in, one out. `{"ask": [method, address, body, person]}` goes through the shipped
views; everything else is what happens to a server: it dies in a batch, it is backed up or restored.
"""

import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

from tools.scratch import scratch_database

PEOPLE = ("asha", "ben")
# Where the database may lie without a disk's waits; that the disk keeps what it says is proved elsewhere.
MEMORY = Path("/dev/shm")
Answer = dict[str, Any]


class Died(Exception):
    """The process ended in the middle of a batch."""


class Server:
    """One database; `ledger` is the episode's."""

    def __init__(self) -> None:
        from django.contrib.auth import get_user_model

        people = get_user_model()._default_manager
        self.people = {name: people.create(username=name) for name in PEOPLE}
        self.ledger = founded(self.people)
        self.fresh = copied()
        self.backup = self.fresh
        self.batch_ends_after: int | None = None
        self.cut_within = 0

    def answer(self, request: Answer) -> Any:
        """What a request gets: [status, body] for "ask", null for a death, else the deed's own answer."""
        if "ask" in request:
            try:
                return asked(self, *request["ask"])
            except Died:
                return None
        return getattr(self, f"do_{request['do']}")(**request.get("with", {}))

    def do_begin(self) -> Answer:
        """The ledger as it was founded."""
        put_back(self.fresh)
        self.backup, self.batch_ends_after, self.cut_within = self.fresh, None, 0
        return {"ledger": str(self.ledger)}

    def do_die(self, after: int) -> None:
        """The next push ends after so many of its mutations, and nothing of it is kept."""
        self.batch_ends_after = after

    def do_back_up(self) -> None:
        self.backup = copied()

    def do_restore(self) -> None:
        """Put the last backup back, as `manage.py restore` does."""
        from finance.services import begin_new_epochs

        put_back(self.backup)
        begin_new_epochs()

    def do_put_back(self) -> None:
        """The same by hand, with the server told nothing."""
        put_back(self.backup)

    def do_batches_cut(self) -> int:
        """How many batches ended with some of their mutations applied, since the story began."""
        return self.cut_within

    def do_truth(self) -> Answer:
        """Everything the ledger holds, to judge the phones by."""
        from finance.audit import audit
        from finance.models import Change, Ledger, MutationRecord
        from finance.sync.pull import pull

        ledger = Ledger.objects.get(id=self.ledger)
        rows: list[Any] = []
        cursor, more = 0, True
        while more:
            page = pull(person=self.people["asha"], ledger_id=ledger.id, epoch=None, cursor=cursor)
            rows, cursor, more = rows + page.rows, page.cursor, page.has_more
        records = MutationRecord.objects.filter(ledger=ledger).order_by("id")
        told = [{"mid": str(one.mid), "status": one.status, "seq": one.seq} for one in records]
        changed = Change.objects.filter(record__ledger=ledger).values_list("record__mid", "entity", "row")
        return {
            "rows": rows,
            "seq": ledger.seq,
            "epoch": str(ledger.epoch),
            "records": told,
            "changes": [[str(mid), entity, str(row)] for mid, entity, row in changed],
            "audit": audit(ledger),
        }


def asked(server: Server, method: str, address: str, body: str | None, person: str | None) -> list[Any]:
    """Status and text of the shipped view's answer; nobody is signed in without a person."""
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory
    from django.urls import resolve

    ask = getattr(RequestFactory(), method.lower())
    request = ask(address, data=body, content_type="application/json") if body else ask(address)
    request.user = server.people[person] if person else AnonymousUser()
    request.session = {}
    request._dont_enforce_csrf_checks = True
    found = resolve(request.path_info)
    with dying(server):
        response = found.func(request, *found.args, **found.kwargs)
    return [response.status_code, response.content.decode()]


@contextmanager
def dying(server: Server) -> Iterator[None]:
    """A batch in here ends where the server was told to die."""
    from finance.services import apply_mutation

    done: list[Any] = []
    with patch("finance.sync.push.apply_mutation", partial(applied, server, done, apply_mutation)):
        yield


def applied(server: Server, done: list[Any], shipped: Callable[..., Any], *given: Any) -> Any:
    left = server.batch_ends_after
    if left is not None:
        server.batch_ends_after = left - 1 if left else None
        if left == 0:
            server.cut_within += bool(done)
            raise Died
    done.append(shipped(*given))
    return done[-1]


def founded(people: dict[str, Any]) -> UUID:
    """A ledger of all of them; the first owns it."""
    from django.utils import timezone

    from finance.services import add_member, create_ledger

    owner, *others = people.values()
    ledger = create_ledger(owner=owner, name="Home", currency="EUR", time_zone="UTC", now=timezone.now())
    for person in others:
        add_member(ledger_id=ledger.id, person=person, role="editor")
    return ledger.id


def copied() -> sqlite3.Connection:
    from django.db import connection

    connection.ensure_connection()
    copy = sqlite3.connect(":memory:")
    connection.connection.backup(copy)
    return copy


def put_back(copy: sqlite3.Connection) -> None:
    from django.db import connection

    connection.ensure_connection()
    copy.backup(connection.connection)


def main() -> None:
    with tempfile.TemporaryDirectory(
        prefix="my-funds-simulation-", dir=MEMORY if MEMORY.is_dir() else None
    ) as folder:
        scratch_database(Path(folder))
        server = Server()
        with Path(sys.argv[1]).open() as requests, Path(sys.argv[2]).open("w") as answers:
            for line in requests:
                answers.write(json.dumps(server.answer(json.loads(line)), default=str) + "\n")
                answers.flush()


if __name__ == "__main__":
    main()
