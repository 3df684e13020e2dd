"""A phone's HTTP, a connection for each request, with the answers and waits counted."""

import http.client
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from finance.ids import new_id
from tools.proofs.pushed import PushedHome

CSRF = "a" * 32
PATIENCE = 30
"""Seconds, as the page waits."""


class NoAnswer(Exception):
    """No whole answer came, or none of 200; `status` is 0 where none came at all."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(slots=True)
class Wire:
    """`pushes` are the seconds that each answered push took, `statuses` counts every answer's."""

    home: PushedHome
    port: int
    session: str
    device: str = field(default_factory=lambda: str(new_id()))
    pushes: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def push(self, mutations: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The results. Raises NoAnswer, and ConnectionRefusedError where nobody listens."""
        started = time.monotonic()
        body = {"device": self.device, "epoch": self.home.epoch, "mutations": mutations}
        results: list[dict[str, Any]] = self.ask("POST", "push", json.dumps(body))["results"]
        self.pushes.append(time.monotonic() - started)
        return results

    def pull(self, cursor: int) -> dict[str, Any]:
        return self.ask("GET", f"pull?cursor={cursor}&epoch={self.home.epoch}", None)

    def ask(self, method: str, door: str, body: str | None) -> dict[str, Any]:
        status, text = self.exchange(method, f"/api/ledgers/{self.home.ledger}/{door}", body)
        self.statuses[status] += 1
        if status != 200:
            raise NoAnswer(status)
        answer: dict[str, Any] = json.loads(text)
        return answer

    def exchange(self, method: str, address: str, body: str | None) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, address, body, self.headers())
            answer = connection.getresponse()
            return answer.status, answer.read()
        except ConnectionRefusedError:
            raise
        except (OSError, http.client.HTTPException) as broken:
            raise NoAnswer(0) from broken
        finally:
            connection.close()

    def headers(self) -> dict[str, str]:
        cookies = f"sessionid={self.session}; csrftoken={CSRF}"
        return {
            "Content-Type": "application/json",
            "Cookie": cookies,
            "X-CSRFToken": CSRF,
            "Host": "localhost",
        }
