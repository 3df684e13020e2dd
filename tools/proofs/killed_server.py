"""kill -9 of the real server while phones push: what it acknowledged is there, and there once."""

import threading
import time
from collections.abc import Sequence
from random import Random

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from finance.audit import audit
from finance.models import Ledger, MutationRecord, Transaction
from finance.services import create_ledger
from tools.proofs.device import NOW
from tools.proofs.figure import Figure
from tools.proofs.pusher import Pusher
from tools.proofs.real_server import RealServer

KILLS, PHONES = 20, 3
CLAIM = (
    "Of what a server killed with -9 had acknowledged nothing is lost, "
    "and nothing is doubled by sending again."
)


def prove(seed: int) -> Figure:
    """Three phones push over HTTP without a pause; the server is killed at random and started again."""
    dice, server, enough = Random(seed), RealServer(), threading.Event()
    owner = get_user_model()._default_manager.create(username="killed")
    ledger = create_ledger(owner=owner, name="Home", currency="EUR", time_zone="UTC", now=NOW)
    founding = MutationRecord.objects.filter(ledger=ledger).count()
    client = Client()
    client.force_login(owner)
    place = (ledger.id, str(ledger.epoch), client.cookies["sessionid"].value, server.port)
    pushers = [Pusher(*place, Random(f"{seed}:{number}"), enough) for number in range(PHONES)]
    push_through(server, pushers, dice, enough)
    return judge(ledger, pushers, founding)


def push_through(
    server: RealServer, pushers: Sequence[Pusher], dice: Random, enough: threading.Event
) -> None:
    threads = [threading.Thread(target=pusher.run, daemon=True) for pusher in pushers]
    server.start()
    try:
        for thread in threads:
            thread.start()
        for _ in range(KILLS):
            time.sleep(0.4 + dice.randrange(800) / 1000)
            server.kill()
            server.start()
        enough.set()
        for thread in threads:
            thread.join(timeout=60)
    finally:
        enough.set()
        server.kill()


def judge(ledger: Ledger, pushers: Sequence[Pusher], founding: int) -> Figure:
    ledger.refresh_from_db()
    acknowledged = {mid: row for pusher in pushers for mid, row in pusher.acknowledged.items()}
    saved = {mid: row for pusher in pushers for mid, row in pusher.saved.items()}
    records = MutationRecord.objects.filter(ledger=ledger).count() - founding
    stored = [str(uid) for uid in Transaction.objects.filter(ledger=ledger).values_list("uid", flat=True)]
    lost, doubled = set(acknowledged.values()) - set(stored), len(stored) - len(set(saved.values()))
    sound = not audit(ledger) and intact() and acknowledged.keys() == saved.keys() and records == len(saved)
    numbers = {
        "kills": KILLS,
        "entries acknowledged": len(acknowledged),
        "pushes cut off": sum(one.cut for one in pushers),
        "lost": len(lost),
        "doubled": doubled,
    }
    holds = sound and not lost and not doubled
    return Figure(CLAIM, holds, {name: f"{count:,}" for name, count in numbers.items()})


def intact() -> bool:
    """SQLite's own check of its file; PostgreSQL has none to ask."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return bool(cursor.fetchone()[0] == "ok")
