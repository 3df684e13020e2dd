"""kill -9 of the real server while phones push: what it acknowledged is there, whole and once."""

import os
import threading
import time
from collections.abc import Sequence
from random import Random

from tools.proofs.databases import Found, on_both, told
from tools.proofs.figure import Figure
from tools.proofs.pushed import lost_doubled_torn, new_home
from tools.proofs.pusher import Pusher
from tools.proofs.real_server import RealServer
from tools.proofs.wire import Wire

KILLS, PHONES = int(os.environ.get("KILLS", "100")), 3
CLAIM = (
    "Of what a server killed with -9 had acknowledged nothing is lost, nothing is doubled by sending again, "
    "and no entry is torn, on SQLite / on PostgreSQL."
)


def prove(seed: int) -> Figure:
    found = on_both("killed_server", seed, KILLS)
    return Figure(CLAIM, all(map(holds, found.values())), told(found))


def holds(found: Found) -> bool:
    return found["acknowledged"] == found["saved"] > 0 and not (
        found["lost"] or found["doubled"] or found["torn"]
    )


def experiment(seed: int, kills: int) -> Found:
    """Three phones push over HTTP without a pause; the server is killed at random and started again."""
    home, server, enough = new_home("killed"), RealServer(), threading.Event()
    dices = [Random(f"{seed}:{number}") for number in range(PHONES)]
    pushers = [Pusher(Wire(home, server.port, home.session()), dice, enough) for dice in dices]
    push_through(server, pushers, Random(seed), kills)
    acknowledged = {mid: row for pusher in pushers for mid, row in pusher.acknowledged.items()}
    saved = {mid: row for pusher in pushers for mid, row in pusher.saved.items()}
    return {
        "kills": kills,
        "saved": len(saved),
        "acknowledged": len(acknowledged),
        "pushes cut off": sum(one.cut for one in pushers),
        **lost_doubled_torn(home, acknowledged, saved),
    }


def push_through(server: RealServer, pushers: Sequence[Pusher], dice: Random, kills: int) -> None:
    threads = [threading.Thread(target=pusher.run, daemon=True) for pusher in pushers]
    server.start()
    try:
        for thread in threads:
            thread.start()
        for _ in range(kills):
            time.sleep(0.2 + dice.randrange(600) / 1000)
            server.kill()
            server.start()
        pushers[0].enough.set()
        for thread in threads:
            thread.join(timeout=60)
    finally:
        pushers[0].enough.set()
        server.kill()
