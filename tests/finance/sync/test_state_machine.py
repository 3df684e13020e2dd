"""The server's push and pull under any order of events that Hypothesis thinks of and then shortens."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from finance.audit import audit
from finance.ids import natural_id, new_id
from finance.models import Change, MutationRecord
from tests.factories import account, spending
from tests.finance.conftest import Home
from tools.proofs.device import Device

EXAMPLES, STEPS = 15, 25
DEVICES = st.integers(0, 2)
AMOUNTS = st.integers(-(2**40), 2**40)
CATEGORIES = st.sampled_from(("groceries", "coffee", "salary"))


class Household(RuleBasedStateMachine):
    """Two devices of Alice and one of Bob; what was saved must end in the ledger, once, on all of them."""

    home: Home

    @initialize()
    def begin(self) -> None:
        self.savepoint = transaction.savepoint()
        people = (self.home.alice, self.home.alice, self.home.bob)
        epoch = str(self.home.ledger.epoch)
        self.devices = [Device(person, self.home.id, epoch, Random(0)) for person in people]
        self.saved: dict[str, dict[str, Any]] = {}
        self.bad: set[str] = set()

    @rule(at=DEVICES, amount=AMOUNTS, key=CATEGORIES)
    def spend(self, at: int, amount: int, key: str) -> None:
        fields = spending(self.home.id, amount, key)
        self.save(at, "create", "transaction", str(new_id()), fields)

    @rule(at=DEVICES, name=st.sampled_from(("Lidl", "Rewe")))
    def spend_at_a_payee_that_may_be_new(self, at: int, name: str) -> None:
        payee = str(natural_id(self.home.id, "payee", name))
        self.save(at, "create", "payee", payee, {"name": name})
        self.save(at, "create", "transaction", str(new_id()), {**spending(self.home.id), "payee": payee})

    @precondition(lambda self: self.transactions(0))
    @rule(at=DEVICES, place=st.integers(0, 9), amount=AMOUNTS)
    def change_an_amount(self, at: int, place: int, amount: int) -> None:
        if known := self.transactions(at):
            row, line = known[place % len(known)]
            self.save(at, "update", "transaction", row, {f"lines.{line}.amount": amount})

    @precondition(lambda self: self.transactions(0))
    @rule(at=DEVICES, place=st.integers(0, 9), gone=st.booleans())
    def delete_or_revive(self, at: int, place: int, gone: bool) -> None:
        if known := self.transactions(at):
            fields = {} if gone else {"deleted": False}
            self.save(at, "delete" if gone else "update", "transaction", known[place % len(known)][0], fields)

    @rule(at=DEVICES, key=CATEGORIES, closed=st.booleans())
    def close_or_open_a_category(self, at: int, key: str, closed: bool) -> None:
        self.save(at, "update", "account", account(self.home.id, key), {"closed": closed})

    @rule(at=DEVICES)
    def save_nonsense(self, at: int) -> None:
        row = str(new_id())
        self.save(at, "create", "transaction", row, {**spending(self.home.id), "date": "2026-02-30"})
        self.bad.add(self.devices[at].outbox[-1]["mid"])

    @rule(at=DEVICES, start=st.integers(0, 3), count=st.integers(1, 8))
    def push_and_hear(self, at: int, start: int, count: int) -> None:
        """A device sends in order; what comes late or again may begin anywhere."""
        device = self.devices[at]
        if batch := device.outbox[start : start + count]:
            device.hold(device.send(batch))

    @rule(at=DEVICES, count=st.integers(1, 8))
    def push_and_hear_nothing(self, at: int, count: int) -> None:
        device = self.devices[at]
        if device.outbox:
            device.send(device.outbox[:count])

    @rule(at=DEVICES, count=st.integers(1, 8))
    def push_and_die(self, at: int, count: int) -> None:
        """The server ends before it commits."""
        device = self.devices[at]
        if device.outbox:
            savepoint = transaction.savepoint()
            device.send(device.outbox[:count])
            transaction.savepoint_rollback(savepoint)

    @rule(at=DEVICES)
    def pull(self, at: int) -> None:
        self.devices[at].take_all()
        assert self.devices[at].rows == self.home.rows()

    def teardown(self) -> None:
        """The network is back: everything arrives, and everybody holds the same."""
        for device in self.devices * 2:
            device.heal()
        self.judge()
        transaction.savepoint_rollback(self.savepoint)

    def judge(self) -> None:
        fresh, ledger = self.home.rows(), self.home.ledger
        assert audit(ledger) == []
        changes = Change.objects.filter(ledger=ledger).values_list("record__mid", "row")
        assert len(changes) == len(set(changes))
        records = MutationRecord.objects.filter(ledger=ledger)
        standing = {str(mid): status for mid, status in records.values_list("mid", "status")}
        for mid in self.saved:
            expected = ("rejected",) if mid in self.bad else ("applied", "conflict")
            assert standing[mid] in expected, (self.saved[mid], standing[mid])
        for device in self.devices:
            assert device.rows == fresh
            assert {mutation["mid"] for mutation in device.outbox} <= self.bad

    def save(self, at: int, op: str, entity: str, row: str, fields: dict[str, Any]) -> None:
        device = self.devices[at]
        device.save(op, entity, row, fields)
        self.saved[device.outbox[-1]["mid"]] = device.outbox[-1]

    def transactions(self, at: int) -> list[tuple[str, str]]:
        """The id of each transaction that a device shows, pulled or just saved, and of its line."""
        device = self.devices[at]
        waiting = [one for one in device.outbox if one["op"] == "create" and one["mid"] not in self.bad]
        documents = {one["id"]: one["fields"] for one in waiting if one["entity"] == "transaction"}
        pulled = [one for one in device.rows.values() if one["entity"] == "transaction"]
        documents |= {one["id"]: one["fields"] for one in pulled}
        return [(row, line) for row, fields in documents.items() for line in fields["lines"]]


@pytest.fixture
def machine(home: Home) -> Iterator[type[Household]]:
    Household.home = home
    yield Household


class TestTheServer:
    def test_keeps_its_promises_in_any_order_of_events(self, machine: type[Household]) -> None:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
