"""How one checked mutation takes effect: the row merged and stored, rollup, revived parents, conflicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import connection

from finance.documents import overlaps
from finance.entities import ENTITIES, Entity, Found, References
from finance.errors import Malformed, Parked
from finance.merge import Clash, Edit, Merged, Write, merge
from finance.models import Account, Conflict, Ledger, Payee, Status, Transaction
from finance.prepared import UUIDS, PreparedRows
from finance.services.history import last_author, writes_after
from finance.services.rollup import Cells
from finance.shapes import Mutation

NAMED: Mapping[str, PreparedRows[Account] | PreparedRows[Payee]] = {
    "account": PreparedRows[Account](
        lambda ledger, *ids: Account.objects.filter(ledger=ledger, uid__in=ids), UUIDS, UUIDS
    ),
    "payee": PreparedRows[Payee](
        lambda ledger, *ids: Payee.objects.filter(ledger=ledger, uid__in=ids), UUIDS, UUIDS
    ),
}
MONEY = ("date", "account", "lines", "deleted")
MOST_LINES = 500


@dataclass(slots=True)
class Effect:
    """What a mutation caused: answer, (entity, row, seq, changed paths) of each row, ids arrived."""

    status: str = Status.APPLIED
    seq: int = 0
    changes: list[tuple[str, str, int, dict[str, list[Any]]]] = field(default_factory=list)
    arrived: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Flag:
    """A clash and the row it is about."""

    entity: str
    row: str
    clash: Clash


def take_effect(ledger: Ledger, mutation: Mutation, by: str, now: datetime) -> Effect:
    """Store what a mutation changes. Raises Parked or Malformed, and then has changed nothing that stays.

    Conflicts are made here alone: one that is not there was lost in a restore, and nothing is to settle.
    Should the clash come about again, so does the conflict, and it is shown: what was settled was another.
    """
    entity = ENTITIES[mutation.entity]
    row = entity.find(ledger, UUID(mutation.row))
    if row is None and mutation.entity == "conflict":
        return Effect(seq=next_seq(ledger))
    if row is None and (mutation.op != "create" or mutation.entity == "ledger"):
        refuse_other_ledger(mutation)
        raise Parked(mutation.row)
    merged = merge_row(ledger, entity, row, mutation, by)
    found = parents(ledger, entity.references(merged.document))
    effect = Effect(seq=next_seq(ledger))
    write_row(ledger, entity, row, mutation, merged, effect.seq, found)
    effect.changes.append((mutation.entity, mutation.row, effect.seq, merged.changes))
    effect.arrived = {mutation.row, *lines_that_came(merged)}
    flags = [Flag(mutation.entity, mutation.row, clash) for clash in merged.clashes]
    if not merged.document["deleted"]:
        flags += revive_parents(ledger, found, effect, by) + closed_parents(
            ledger, found, mutation, merged, by
        )
    record_conflicts(ledger, mutation, flags, effect, now)
    return effect


def refuse_other_ledger(mutation: Mutation) -> None:
    if mutation.entity == "ledger":
        raise Malformed("not_this_ledger")


def merge_row(ledger: Ledger, entity: Entity, row: Any | None, mutation: Mutation, by: str) -> Merged:
    before = entity.document(row) if row else None
    writes = writes_after(ledger, UUID(mutation.row), mutation.base) if row else []
    edit = Edit(mutation.mid, by, mutation.fields, mutation.seen)
    merged = merge(before, edit, writes)
    if len(merged.document.get("lines", {})) > MOST_LINES:
        raise Malformed("too_many_lines", {"limit": MOST_LINES})
    if row and "deleted" in merged.changes and merged.document["deleted"] and entity.in_use(row):
        stay_in_use(merged, by)
    return merged


def stay_in_use(merged: Merged, by: str) -> None:
    """Keep a row that somebody deleted in use, with one clash that says so."""
    merged.document["deleted"] = False
    del merged.changes["deleted"]
    others = [clash for clash in merged.clashes if clash.path != "deleted"]
    merged.clashes = [*others, Clash("deleted", kept=False, lost=True, kept_by=by, lost_by=by)]


def parents(ledger: Ledger, references: References) -> dict[tuple[str, str], Account | Payee]:
    """The rows a document names, tombstones too. Raises Parked for one that has not arrived."""
    found: dict[tuple[str, str], Account | Payee] = {}
    for name, rows in NAMED.items():
        ids = [row for entity, row in references if entity == name]
        found |= {(name, str(row.uid)): row for row in (rows.all(ledger.id, *ids) if ids else ())}
    if missing := sorted(row for entity, row in references - found.keys()):
        raise Parked(missing[0])
    return found


def next_seq(ledger: Ledger) -> int:
    """Take the ledger's next seq; its row stays locked until the commit, so seq order is commit order."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {Ledger._meta.db_table} SET seq = seq + 1 WHERE id = %s RETURNING seq",  # noqa: S608
            [Ledger._meta.pk.get_db_prep_value(ledger.id, connection)],
        )
        ledger.seq = cursor.fetchone()[0]
    return ledger.seq


def write_row(
    ledger: Ledger,
    entity: Entity,
    row: Any | None,
    mutation: Mutation,
    merged: Merged,
    seq: int,
    found: Found,
) -> None:
    """Store the row; a transaction is counted out of the rollup as it was and in as it is."""
    cells = Cells()
    if isinstance(row, Transaction):
        cells.add(row, row.postings.all(), -1)
    stored = entity.write(ledger, row, mutation.row, merged.document, seq, found)
    if isinstance(stored, Transaction):
        cells.add(stored, stored.postings.all(), 1)
        cells.store(ledger)


def lines_that_came(merged: Merged) -> Iterable[str]:
    return (
        path.split(".")[1]
        for path, change in merged.changes.items()
        if path.startswith("lines.") and change[1]
    )


def revive_parents(ledger: Ledger, found: Found, effect: Effect, by: str) -> list[Flag]:
    """A deleted row that a live transaction names comes back, and the deletion is shown as lost."""
    flags = []
    for (name, uid), row in sorted(found.items()):
        if row.deleted:
            lost_by = last_author(ledger, row.uid, "deleted")
            row.deleted, row.seq = False, next_seq(ledger)
            row.save(update_fields=["deleted", "seq"])
            effect.changes.append((name, uid, row.seq, {"deleted": [True, False]}))
            flags.append(
                Flag(name, uid, Clash("deleted", kept=False, lost=True, kept_by=by, lost_by=lost_by))
            )
    return flags


def closed_parents(ledger: Ledger, found: Found, mutation: Mutation, merged: Merged, by: str) -> list[Flag]:
    """A posting on an account that was closed unseen stands, and is shown."""
    if not overlaps("account", merged.changes) and not overlaps("lines", merged.changes):
        return []
    flags = []
    for (name, uid), row in sorted(found.items()):
        if isinstance(row, Account) and row.closed and (closer := closed_unseen(ledger, row, mutation)):
            flags.append(
                Flag(name, uid, Clash("closed", kept=True, lost=False, kept_by=closer.by, lost_by=by))
            )
    return flags


def closed_unseen(ledger: Ledger, account: Account, mutation: Mutation) -> Write | None:
    writes = writes_after(ledger, account.uid, mutation.base)
    return next(
        (write for write in writes if "closed" in write.paths and write.mid not in mutation.seen), None
    )


def record_conflicts(
    ledger: Ledger, mutation: Mutation, flags: list[Flag], effect: Effect, now: datetime
) -> None:
    """A row for each clash; one about money waits for a person, another is settled at once."""
    for flag in flags:
        effect.status, effect.seq = Status.CONFLICT, next_seq(ledger)
        clash = flag.clash
        Conflict.objects.create(
            ledger=ledger,
            uid=uuid5(ledger.id, f"conflict:{mutation.mid}:{conflict_path(flag, mutation)}"),
            seq=effect.seq,
            entity=flag.entity,
            row=UUID(flag.row),
            path=clash.path,
            kept=clash.kept,
            lost=clash.lost,
            kept_by=clash.kept_by,
            lost_by=clash.lost_by,
            at=now,
            settled=not shown_to_people(flag),
        )


def conflict_path(flag: Flag, mutation: Mutation) -> str:
    """The path that names the conflict; one about another row than the mutation's carries that row's id."""
    return flag.clash.path if flag.row == mutation.row else f"{flag.row}.{flag.clash.path}"


def shown_to_people(flag: Flag) -> bool:
    """Of money and accounts; what two phones learnt apart settles itself."""
    return flag.entity != "lesson" and shown_path(flag.clash.path)


def shown_path(path: str) -> bool:
    return path == "closed" or overlaps(path, MONEY)
