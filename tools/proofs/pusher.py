"""A phone that pushes over real HTTP until every entry of its outbox is acknowledged."""

import threading
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from finance.ids import natural_id, new_id
from finance.services.record import mutation
from tools.proofs.wire import NoAnswer, Wire


@dataclass(slots=True)
class Pusher:
    """`saved` and `acknowledged` map a mid to its transaction; what was cut off is counted and sent again."""

    wire: Wire
    dice: Random
    enough: threading.Event
    saved: dict[str, str] = field(default_factory=dict)
    acknowledged: dict[str, str] = field(default_factory=dict)
    cut: int = 0

    def run(self) -> None:
        """Save and push until told that it is enough, then until nothing is left to acknowledge."""
        outbox: list[dict[str, Any]] = []
        while outbox or not self.enough.is_set():
            if not outbox:
                outbox = [self.new_entry() for _ in range(self.dice.randrange(1, 6))]
            outbox = self.sent(outbox)

    def new_entry(self) -> dict[str, Any]:
        made = entry(self.wire.home.ledger, self.dice)
        self.saved[made["mid"]] = made["id"]
        return made

    def sent(self, batch: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What of the batch is still not acknowledged."""
        try:
            results = self.wire.push(batch)
        except ConnectionRefusedError:
            time.sleep(0.1)
            return batch
        except NoAnswer:
            self.cut += 1
            return batch
        answered = {result["mid"] for result in results if result["status"] == "applied"}
        self.acknowledged |= {mid: self.saved[mid] for mid in answered}
        return [one for one in batch if one["mid"] not in answered]


def entry(ledger: UUID, dice: Random) -> dict[str, Any]:
    """The mutation that creates a coffee paid in cash."""
    line = {"category": account(ledger, "coffee"), "amount": dice.randrange(1, 10_000), "currency": "EUR"}
    fields = {"date": "2026-11-22", "account": account(ledger, "cash"), "lines": {str(new_id()): line}}
    return mutation(op="create", entity="transaction", row=new_id(), fields=fields, base=0, mid=new_id())


def account(ledger: UUID, key: str) -> str:
    return str(natural_id(ledger, "account", key))
