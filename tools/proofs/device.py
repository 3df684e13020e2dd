"""A phone as the protocol sees it: rows that were pulled, and an outbox; its network loses and repeats."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser

from finance.ids import new_id
from finance.services import Answer
from finance.sync.pull import pull
from finance.sync.push import push

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
Row = dict[str, Any]


@dataclass(slots=True)
class Device:
    """`answers` are the results it holds; a mutation stays in `outbox` until its effect was pulled."""

    person: AbstractUser
    ledger: UUID
    epoch: str
    dice: Random
    rows: dict[str, Row] = field(default_factory=dict)
    cursor: int = 0
    outbox: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)

    def save(self, op: str, entity: str, row: str, fields: dict[str, Any]) -> None:
        """Put a mutation in the outbox, as the form's save button does."""
        seen = [mutation["mid"] for mutation in self.outbox if mutation["id"] == row]
        self.outbox.append(
            {"mid": str(new_id()), "schema": 1, "op": op, "entity": entity, "id": row, "fields": fields,
             "base": self.cursor, "seen": seen}
        )  # fmt: skip

    def push(self) -> None:
        """Send some of the outbox; the request or the reply may be lost, and the request may come twice."""
        batch = self.outbox[: self.dice.randrange(1, 12)]
        fate = self.dice.randrange(10)
        if not batch or fate == 0:
            return
        answers = self.send(batch)
        if fate == 1:
            answers = self.send(batch)
        if fate != 2:
            self.hold(answers)

    def send(self, batch: list[dict[str, Any]]) -> list[Answer]:
        return push(
            person=self.person, ledger_id=self.ledger, epoch=self.epoch, mutations=batch, now=NOW
        ).answers

    def hold(self, answers: list[Answer]) -> None:
        self.answers |= {answer.mid: answer for answer in answers}
        self.forget_settled()

    def pull(self) -> None:
        """Take one page; now and then its reply is lost."""
        page = pull(person=self.person, ledger_id=self.ledger, epoch=self.epoch, cursor=self.cursor)
        if self.dice.randrange(8) == 0:
            return
        self.rows |= {row["id"]: row for row in page.rows}
        self.cursor = page.cursor
        self.forget_settled()

    def forget_settled(self) -> None:
        """A mutation leaves the outbox when its result is held and the cursor has reached its seq."""
        self.outbox = [mutation for mutation in self.outbox if not self.settled(mutation["mid"])]

    def settled(self, mid: str) -> bool:
        answer = self.answers.get(mid)
        return answer is not None and answer.seq is not None and answer.seq <= self.cursor

    def heal(self) -> None:
        """The network is back: send everything, take everything."""
        if self.outbox:
            self.hold(self.send(self.outbox[:100]))
        self.take_all()

    def take_all(self) -> None:
        """Take page after page until nothing is left."""
        has_more = True
        while has_more:
            page = pull(person=self.person, ledger_id=self.ledger, epoch=self.epoch, cursor=self.cursor)
            self.rows |= {row["id"]: row for row in page.rows}
            self.cursor, has_more = page.cursor, page.has_more
        self.forget_settled()
