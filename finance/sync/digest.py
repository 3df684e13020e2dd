"""The digest of a ledger: few figures by which a device sees whether its rows are the server's.

Per entity the number of rows, tombstones too, and their hash; per account and currency the number and sum of
its postings that count. A seq belongs to one version of one row, so the hash needs the seqs alone: their sum,
and the sum of the squares of what is left of them modulo 65,521 (the largest prime below 2^16, so that SQL's
integers hold it). `static/src/ledger/digest.ts` counts the same; `tests/data/digest.json` holds the cases.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Model, Sum

from finance.models import Account, Change, Conflict, Ledger, Lesson, Payee, Rollup, Transaction
from finance.prepared import NUMBERS, UUIDS, Prepared

MODULUS = 65_521
FEW: tuple[tuple[str, type[Model]], ...] = (
    ("account", Account),
    ("payee", Payee),
    ("lesson", Lesson),
    ("conflict", Conflict),
)
MOST_STEPS = 1_000
MOST_KEPT = 1_000
COUNTED: dict[type[Model], Prepared[tuple[int, int, int]]] = {
    model: Prepared[tuple[int, int, int]](
        lambda ledger, rows=model._default_manager: (
            rows.filter(ledger=ledger)
            .values("ledger")
            .annotate(
                count=Count("pk"), seqs=Sum("seq"), squares=Sum((F("seq") % MODULUS) * (F("seq") % MODULUS))
            )
            .values_list("count", "seqs", "squares")
        ),
        UUIDS,
    )
    for model in (Account, Payee, Lesson, Conflict, Transaction)
}
LAST = Prepared[tuple[UUID]](
    lambda ledger, seq: (
        Change.objects.filter(ledger=ledger, seq__lte=seq).order_by("-seq").values_list("record__mid")[:1]
    ),
    UUIDS,
    NUMBERS,
)
CHANGED = Prepared[tuple[UUID, int]](
    lambda ledger, seq: Transaction.objects.filter(ledger=ledger, seq__gt=seq).values_list("uid", "seq")[
        : MOST_STEPS + 1
    ],
    UUIDS,
    NUMBERS,
)
OLDER = Prepared[tuple[UUID, int]](
    lambda ledger, seq, *rows: (
        Change.objects.filter(ledger=ledger, seq__lte=seq, row__in=rows)
        .values_list("row")
        .annotate(last=Max("seq"))
    ),
    UUIDS,
    NUMBERS,
    UUIDS,
)
SUMS = Prepared[tuple[UUID, str, int, int]](
    lambda ledger: (
        Rollup.objects.filter(ledger=ledger, count__gt=0)
        .order_by()
        .values_list("account__uid", "currency")
        .annotate(Sum("count"), Sum("total"))
    ),
    UUIDS,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Of some rows: how many, the sum of their seqs, the sum of the squares of their seqs modulo 65,521."""

    count: int = 0
    seqs: int = 0
    squares: int = 0

    def plus(self, seqs: Iterable[int], sign: int = 1) -> "Tally":
        """With these rows too; with the sign -1 without them."""
        new = list(seqs)
        squares = sum((seq % MODULUS) ** 2 for seq in new)
        return Tally(self.count + sign * len(new), self.seqs + sign * sum(new), self.squares + sign * squares)

    def told(self) -> dict[str, Any]:
        return {"count": self.count, "hash": f"{self.seqs}.{self.squares}"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A ledger's digest at a seq, the tally of its transactions, the last mutation before it."""

    epoch: UUID
    seq: int
    last: UUID | None
    tally: Tally
    digest: dict[str, Any]


kept: dict[UUID, Kept] = {}
"""Per ledger, in this process: a large ledger is counted once, then only what changed."""


def digest(ledger: Ledger) -> dict[str, Any]:
    """`{"rows": {entity: {"count", "hash"}}, "sums": {account id: {currency: {"count", "sum"}}}}`.

    What counts nothing is left out. Call it inside the snapshot that read the ledger.
    """
    before = kept.get(ledger.id)
    if before and not is_past_of(ledger, before):
        before = None
    if before is None or before.seq < ledger.seq:
        before = reckoned(ledger, before)
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[ledger.id] = before
    return before.digest


def forget(ledger: Ledger) -> None:
    """Count the ledger's transactions anew the next time."""
    kept.pop(ledger.id, None)


def reckoned(ledger: Ledger, before: Kept | None) -> Kept:
    tally = (stepped(ledger, before) if before else None) or counted(Transaction, ledger)
    tallies = {
        "ledger": Tally().plus([ledger.row_seq] if ledger.row_seq else []),
        **{name: counted(model, ledger) for name, model in FEW},
        "transaction": tally,
    }
    rows = {name: one.told() for name, one in tallies.items() if one.count}
    told = {"rows": rows, "sums": sums(ledger)}
    return Kept(ledger.epoch, ledger.seq, last_mutation(ledger, ledger.seq), tally, told)


def counted(model: type[Model], ledger: Ledger) -> Tally:
    count, seqs, squares = COUNTED[model].first(ledger.id) or (0, 0, 0)
    return Tally(count, int(seqs), int(squares))


def is_past_of(ledger: Ledger, before: Kept) -> bool:
    """Whether the ledger has gone on from there; a database put back by hand has another past."""
    goes_on = before.epoch == ledger.epoch and before.seq <= ledger.seq
    return goes_on and last_mutation(ledger, before.seq) == before.last


def last_mutation(ledger: Ledger, seq: int) -> UUID | None:
    (mid,) = LAST.first(ledger.id, seq) or (None,)
    return mid


def stepped(ledger: Ledger, before: Kept) -> Tally | None:
    """The tally with the transactions changed since; None for more than 1,000 of them."""
    now = dict(CHANGED.all(ledger.id, before.seq))
    if len(now) > MOST_STEPS:
        return None
    was = dict(OLDER.all(ledger.id, before.seq, *now)) if now else {}
    return before.tally.plus(now.values()).plus(was.values(), -1)


def sums(ledger: Ledger) -> dict[str, dict[str, dict[str, Any]]]:
    """Of the live, unplanned postings, by account and currency; the sum as text, for it may pass 2^53."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for uid, currency, count, total in SUMS.all(ledger.id):
        found.setdefault(str(uid), {})[currency] = {"count": count, "sum": str(int(total))}
    return found
