"""Many devices that were offline come back at once: all of it is applied once, and all of them are equal."""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any

from finance.ids import new_id
from finance.models import Change
from finance.services.record import mutation
from tools.proofs.databases import Found, on_both, told
from tools.proofs.figure import Figure
from tools.proofs.pushed import PushedHome, lost_doubled_torn, new_home
from tools.proofs.pusher import entry
from tools.proofs.real_server import RealServer
from tools.proofs.wire import NoAnswer, Wire

DEVICES, MUTATIONS = int(os.environ.get("DEVICES", "50")), 200
BATCH = 100
"""What a phone sends at once."""
CLAIM = (
    f"{DEVICES} devices with {MUTATIONS} mutations each push at once over HTTP: all applied once, all "
    "devices equal after pulling, no answer of 5xx, on SQLite / on PostgreSQL."
)


def prove(seed: int) -> Figure:
    found = on_both("devices_at_once", seed, DEVICES, MUTATIONS)
    return Figure(CLAIM, all(map(holds, found.values())), told(found))


def holds(found: Found) -> bool:
    wrong = ("lost", "doubled", "torn", "changed twice", "answers of 5xx", "other refusals", "devices apart")
    return found["acknowledged"] == found["mutations"] > 0 and not any(found[name] for name in wrong)


@dataclass(slots=True)
class Device:
    """Holds its mutations, what was answered, and the rows it pulled."""

    wire: Wire
    mutations: list[dict[str, Any]]
    acknowledged: set[str] = field(default_factory=set)
    rows: dict[str, Any] = field(default_factory=dict)
    cursor: int = 0
    unanswered: int = 0

    def come_back(self) -> None:
        """Push everything as the page does, sending again what got no answer; pull after each batch."""
        for start in range(0, len(self.mutations), BATCH):
            batch = self.mutations[start : start + BATCH]
            while left := [one for one in batch if one["mid"] not in self.acknowledged]:
                results = self.persistently(partial(self.wire.push, left))
                settled = [one["mid"] for one in results if one["status"] in ("applied", "conflict")]
                self.acknowledged.update(settled)
            self.pull()

    def pull(self) -> None:
        more = True
        while more:
            page = self.persistently(partial(self.wire.pull, self.cursor))
            self.rows |= {row["id"]: row for row in page["rows"]}
            self.cursor, more = page["cursor"], page["has_more"]

    def persistently(self, ask: Callable[[], Any]) -> Any:
        """Ask again, after up to a second, until there is an answer."""
        while True:
            try:
                return ask()
            except NoAnswer:
                self.unanswered += 1
                time.sleep(random.random())


def experiment(seed: int, devices: int, mutations: int) -> Found:
    home, server, dice = new_home("crowd"), RealServer(), Random(seed)
    shared = entry(home.ledger, dice)
    first = new_device(home, server, [shared])
    crowd = [new_device(home, server, saved_offline(home, shared, mutations, dice)) for _ in range(devices)]
    server.start()
    try:
        first.come_back()
        took = at_once(crowd)
        for device in [first, *crowd]:
            device.pull()
    finally:
        server.kill()
    return judged(home, first, crowd) | waits(crowd, took)


def new_device(home: PushedHome, server: RealServer, mutations: list[dict[str, Any]]) -> Device:
    return Device(Wire(home, server.port, home.session()), mutations)


def saved_offline(home: PushedHome, shared: dict[str, Any], count: int, dice: Random) -> list[dict[str, Any]]:
    """New entries, every tenth an edit of an entry that all devices edit."""
    return [edit(shared, dice) if place % 10 == 9 else entry(home.ledger, dice) for place in range(count)]


def edit(shared: dict[str, Any], dice: Random) -> dict[str, Any]:
    fields = {"note": f"note {dice.randrange(1000)}"}
    return mutation(op="update", entity="transaction", row=shared["id"], fields=fields, base=0, mid=new_id())


def at_once(crowd: Sequence[Device]) -> float:
    """Seconds until all have come back."""
    started = time.monotonic()
    threads = [threading.Thread(target=device.come_back, daemon=True) for device in crowd]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=900)
    return time.monotonic() - started


def judged(home: PushedHome, first: Device, crowd: Sequence[Device]) -> Found:
    mutations = [one for device in crowd for one in device.mutations]
    saved = {one["mid"]: one["id"] for one in [*first.mutations, *mutations]}
    acknowledged = {mid: saved[mid] for device in crowd for mid in device.acknowledged}
    changes = Counter(
        Change.objects.filter(ledger_id=home.ledger).values_list("record__mid", "entity", "row")
    )
    statuses = sum((device.wire.statuses for device in crowd), Counter[int]())
    failed = sum(times for status, times in statuses.items() if status >= 500)
    refused = sum(times for status, times in statuses.items() if 200 < status < 500)
    return {
        "mutations": len(mutations),
        "acknowledged": len(acknowledged),
        **lost_doubled_torn(home, acknowledged, saved),
        "changed twice": sum(times > 1 for times in changes.values()),
        "devices apart": sum(device.rows != first.rows for device in crowd),
        "answers of 5xx": failed,
        "other refusals": refused,
        "given up after 30 s and sent again": sum(one.unanswered for one in crowd) - failed - refused,
    }


def waits(crowd: Sequence[Device], took: float) -> Found:
    """Of a push of up to 100 mutations, in ms; and how long it took all of them."""
    pushes = sorted(wait for device in crowd for wait in device.wire.pushes)
    return {
        "push p50, ms": round(1000 * pushes[len(pushes) // 2]),
        "push p99, ms": round(1000 * pushes[len(pushes) * 99 // 100]),
        "all, s": round(took),
    }
