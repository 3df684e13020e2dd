"""Whatever devices send, in whatever order and however often, these things stay true."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.people.models import Person
from finance.audit import audit
from finance.ids import natural_id
from finance.models import Change, Ledger, MutationRecord
from finance.services import create_ledger
from finance.sync.pull import pull
from finance.sync.push import push
from tests.factories import account, line, mutation
from tests.finance.conftest import NOW, Home

KEYS = ("groceries", "dining", "bank")
ROWS = st.integers(0, 1)
STEP = st.one_of(
    st.tuples(st.just("spend"), ROWS, st.sampled_from(KEYS), st.integers(-500, 500)),
    st.tuples(st.just("amount"), ROWS, st.sampled_from(KEYS), st.integers(-500, 500)),
    st.tuples(st.just("category"), ROWS, st.sampled_from(KEYS), st.sampled_from(KEYS)),
    st.tuples(st.just("unline"), ROWS, st.sampled_from(KEYS)),
    st.tuples(st.just("line"), ROWS, st.sampled_from(KEYS), st.integers(-500, 500)),
    st.tuples(st.just("date"), ROWS, st.sampled_from(("2026-10-31", "2026-11-01"))),
    st.tuples(st.just("payee"), ROWS),
    st.tuples(st.just("status"), ROWS, st.sampled_from(("planned", "recorded"))),
    st.tuples(st.just("delete"), ROWS),
    st.tuples(st.just("revive"), ROWS),
    st.tuples(st.just("meet")),
    st.tuples(st.just("forget")),
    st.tuples(st.just("close"), st.sampled_from(KEYS)),
)
SENT = st.lists(st.tuples(STEP, st.integers(0, 1), st.sampled_from((0.0, 0.5, 1.0))), min_size=1, max_size=14)


def row_of(ledger: UUID, number: int) -> str:
    return str(uuid5(ledger, f"row {number}"))


def line_of(ledger: UUID, key: str) -> str:
    return str(uuid5(ledger, f"line of {key}"))


def sent_mutation(ledger: UUID, place: int, step: tuple[Any, ...], base: int) -> dict[str, Any]:
    """The mutation that a step stands for; its ids follow from ledger and place."""
    op, entity, row, fields = what(ledger, *step)
    return mutation(op, entity, row, fields, base=base, mid=uuid5(ledger, f"mid {place}"))


def what(ledger: UUID, kind: str, *more: Any) -> tuple[str, str, str, dict[str, Any]]:
    payee = str(natural_id(ledger, "payee", "Lidl"))
    if kind in ("meet", "forget"):
        return (
            ("create", "payee", payee, {"name": "Lidl"}) if kind == "meet" else ("delete", "payee", payee, {})
        )
    if kind == "close":
        return "update", "account", account(ledger, more[0]), {"closed": True}
    row, *rest = row_of(ledger, more[0]), *more[1:]
    if kind == "delete":
        return "delete", "transaction", row, {}
    if kind == "spend":
        fields = {"date": "2026-11-20", "account": account(ledger, "cash"), **new_line(ledger, *rest)}
        return "create", "transaction", row, fields
    return "update", "transaction", row, edit(ledger, kind, payee, *rest)


def edit(ledger: UUID, kind: str, payee: str, *rest: Any) -> dict[str, Any]:
    if kind == "amount":
        return {f"lines.{line_of(ledger, rest[0])}.amount": rest[1]}
    if kind == "category":
        return {f"lines.{line_of(ledger, rest[0])}.category": account(ledger, rest[1])}
    if kind == "unline":
        return {f"lines.{line_of(ledger, rest[0])}": None}
    if kind == "line":
        return new_line(ledger, *rest)
    return (
        {"payee": payee} if kind == "payee" else {"deleted": False} if kind == "revive" else {kind: rest[0]}
    )


def new_line(ledger: UUID, key: str, amount: int) -> dict[str, Any]:
    return {f"lines.{line_of(ledger, key)}": line(ledger, key, amount)}


class Run:
    """A ledger that two people push into, one mutation a time."""

    def __init__(self, alice: Person, bob: Person) -> None:
        self.people = (alice, bob)
        self.ledger = create_ledger(owner=alice, name="Run", currency="EUR", time_zone="UTC", now=NOW)
        self.ledger.memberships.create(person=bob, role="editor")
        self.held: dict[str, Any] = {}
        self.cursor = 0

    def send(self, sent: list[tuple[Any, int, float]], *, times: int) -> Iterator[str]:
        for place, (step, who, known) in enumerate(sent):
            base = int(known * Ledger.objects.get(id=self.ledger.id).seq)
            one = sent_mutation(self.ledger.id, place, step, base)
            for _ in range(times):
                epoch = str(self.ledger.epoch)
                pushed = push(
                    person=self.people[who], ledger_id=self.ledger.id, epoch=epoch, mutations=[one], now=NOW
                )
                yield str(pushed.answers[0].status)
            self.pull()

    def pull(self) -> None:
        """Let the device that follows along fetch what is new."""
        page = pull(person=self.people[0], ledger_id=self.ledger.id, epoch=None, cursor=self.cursor)
        self.cursor = page.cursor
        self.held |= {row["id"]: row for row in page.rows}

    def everything(self) -> dict[str, Any]:
        """What a new device fetches."""
        page = pull(person=self.people[0], ledger_id=self.ledger.id, epoch=None, cursor=0)
        return {row["id"]: row for row in page.rows}

    def story(self) -> list[Any]:
        """Every row without what differs between ledgers: ids, and seqs of one mutation's conflicts."""
        names = {str(uid): key or "" for uid, key in self.ledger.accounts.values_list("uid", "key")}
        names |= {row_of(self.ledger.id, number): f"row {number}" for number in (0, 1)}
        names |= {line_of(self.ledger.id, key): f"line {key}" for key in KEYS}
        names |= {str(natural_id(self.ledger.id, "payee", "Lidl")): "lidl"}
        rows = [row for row in self.everything().values() if row["entity"] != "ledger"]
        for row in rows:
            row["seq"] = row["seq"] if row["entity"] != "conflict" else 0
            row["id"] = names.get(row["id"], "")
        return sorted((renamed(row, names) for row in rows), key=in_order)


def in_order(row: Any) -> str:
    return json.dumps(row, sort_keys=True)


def renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {renamed(key, names): renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, str):
        for uid, name in names.items():
            value = value.replace(uid, name)
    return value


class TestWhateverIsSent:
    @settings(
        max_examples=10,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(sent=SENT)
    def test_balances_counts_once_and_reaches_every_device(self, home: Home, sent: Any) -> None:
        once, often = Run(home.alice, home.bob), Run(home.alice, home.bob)
        answers = list(once.send(sent, times=1))
        repeated = list(often.send(sent, times=3))
        assert set(answers) <= {"applied", "conflict", "parked"}
        assert repeated == [answer for answer in answers for _ in range(3)]
        for run in (once, often):
            assert audit(run.ledger) == []
            assert run.held == run.everything()
        assert once.story() == often.story()
        logged = MutationRecord.objects.filter(ledger=often.ledger, status__in=("applied", "conflict"))
        assert Change.objects.filter(record__in=logged).values("record").distinct().count() == logged.count()
