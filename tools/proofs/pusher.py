"""A phone that pushes over real HTTP until every entry of its outbox is acknowledged."""

import http.client
import json
import threading
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from finance.ids import natural_id, new_id
from finance.services.record import mutation

CSRF = "a" * 32


@dataclass(slots=True)
class Pusher:
    """`saved` and `acknowledged` map a mid to its transaction; what was cut off is counted and sent again."""

    ledger: UUID
    epoch: str
    session: str
    port: int
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
        row, lines = new_id(), {str(new_id()): self.line()}
        fields = {"date": "2026-11-22", "account": self.account("cash"), "lines": lines}
        made = mutation(op="create", entity="transaction", row=row, fields=fields, base=0, mid=new_id())
        self.saved[made["mid"]] = str(row)
        return made

    def line(self) -> dict[str, Any]:
        return {
            "category": self.account("coffee"),
            "amount": self.dice.randrange(1, 10_000),
            "currency": "EUR",
        }

    def account(self, key: str) -> str:
        return str(natural_id(self.ledger, "account", key))

    def sent(self, batch: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What of the batch is still not acknowledged."""
        try:
            answered = {result["mid"] for result in self.post(batch) if result["status"] == "applied"}
        except ConnectionRefusedError:
            time.sleep(0.1)
            return batch
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            self.cut += 1
            return batch
        self.acknowledged |= {mid: self.saved[mid] for mid in answered}
        return [one for one in batch if one["mid"] not in answered]

    def post(self, batch: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The results; raises where no whole answer came."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            body = json.dumps({"device": str(self.ledger), "epoch": self.epoch, "mutations": batch})
            connection.request("POST", f"/api/ledgers/{self.ledger}/push", body, self.headers())
            answer = connection.getresponse()
            text = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise http.client.HTTPException(f"{answer.status} {text[:200]!r}")
        results: list[dict[str, Any]] = json.loads(text)["results"]
        return results

    def headers(self) -> dict[str, str]:
        cookies = f"sessionid={self.session}; csrftoken={CSRF}"
        return {
            "Content-Type": "application/json",
            "Cookie": cookies,
            "X-CSRFToken": CSRF,
            "Host": "localhost",
        }
