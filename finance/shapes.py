"""The shape of a mutation: JSON becomes a Mutation with checked leaf paths, or is Malformed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from finance import values
from finance.documents import steps
from finance.errors import Malformed
from finance.models.rows import Account, Lesson
from finance.values import Check, or_null, shown

SCHEMA = 1
SCHEMAS_READ = range(max(1, SCHEMA - 2), SCHEMA + 1)
"""This one and the two before it: a phone may send what it saved before its page was renewed."""
MOST_PATHS = 2500
"""Leaf paths of one mutation: those of a transaction with all its lines, and room for tags."""
NAME = values.text(200, shortest=1)
KEPT = values.one_of(True, None)

LINE: Mapping[str, Check] = {
    "category": or_null(values.row_id),
    "account": or_null(values.row_id),
    "amount": values.amount,
    "currency": values.currency,
}
PATHS: Mapping[str, Mapping[str, Check]] = {
    "ledger": {"name": NAME, "currency": values.currency, "time_zone": values.time_zone},
    "account": {
        "name": NAME,
        "kind": values.one_of(*Account.KINDS),
        "key": or_null(values.text(60, shortest=1)),
        "currency": values.currency,
        "order": values.whole_number(-(2**31), 2**31 - 1),
        "closed": values.one_of(True, False),
    },
    "payee": {"name": NAME, "aliases": KEPT},
    "transaction": {
        "date": values.day,
        "payee": or_null(values.row_id),
        "note": values.text(10_000),
        "tags": KEPT,
        "status": values.one_of("recorded", "planned", "cleared"),
        "account": values.row_id,
        "lines": lambda value: value,
        "origin": values.origin,
    },
    "lesson": {
        "kind": values.one_of(*Lesson.KINDS),
        "about": NAME,
        "taught": values.taught,
    },
    "conflict": {"settled": values.one_of(True, False)},
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "account": ("name", "kind", "currency"),
    "payee": ("name",),
    "transaction": ("date", "account", "lines"),
    "lesson": ("kind", "about"),
}
OPS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("account", "payee", "transaction", "lesson"), ("create", "update", "delete")),
    **dict.fromkeys(("ledger", "conflict"), ("update",)),
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """A checked mutation; `fields` maps leaf paths to stored values, `deleted` among them."""

    mid: str
    op: str
    entity: str
    row: str
    fields: dict[str, Any]
    base: int
    seen: frozenset[str]


def read_mutation(payload: Mapping[str, Any]) -> Mutation:
    """Check one mutation as it arrived; raises Malformed with a code and a sentence."""
    if payload.get("schema") not in SCHEMAS_READ:
        raise Malformed("unknown_schema")
    entity, op = payload.get("entity"), payload.get("op")
    if not isinstance(entity, str) or op not in OPS.get(entity, ()):
        raise Malformed("not_allowed", {"op": shown(op), "entity": shown(entity)})
    return Mutation(
        mid=values.row_id(payload.get("mid")),
        op=op,
        entity=entity,
        row=values.row_id(payload.get("id")),
        fields=read_fields(entity, op, payload.get("fields")),
        base=values.whole_number(0, 2**53 - 1)(payload.get("base")),
        seen=read_seen(payload.get("seen", [])),
    )


def read_seen(seen: Any) -> frozenset[str]:
    if not isinstance(seen, list) or len(seen) > MOST_PATHS:
        raise values.bad(seen)
    return frozenset(values.row_id(mid) for mid in seen)


def read_fields(entity: str, op: str, fields: Any) -> dict[str, Any]:
    """Leaf paths with stored values: maps are taken key by key, a line field by field."""
    if not isinstance(fields, dict) or len(fields) > MOST_PATHS:
        raise values.bad(fields)
    if op == "delete":
        return {"deleted": True} if not fields else refuse_path(next(iter(fields)))
    leaves = {path: value for name in fields for path, value in read_path(entity, op, name, fields[name])}
    if len(leaves) > MOST_PATHS:
        raise values.bad(fields)
    needed = NEEDED[entity] if op == "create" else ()
    missing = set(needed) - {steps(path)[0] for path in leaves}
    if missing or not leaves:
        raise Malformed("fields_missing", {"fields": ", ".join(sorted(missing)) or "fields"})
    return leaves | ({"deleted": False} if op == "create" else {})


def read_path(entity: str, op: str, path: str, value: Any) -> Iterator[tuple[str, Any]]:
    head, *rest = steps(path)
    if path == "deleted" and entity in NEEDED and op == "update" and value is False:
        yield path, False
        return
    check = PATHS[entity].get(head)
    if check is None or (rest and head not in ("tags", "aliases", "lines", "taught")):
        refuse_path(path)
    elif head == "lines":
        yield from read_lines(rest, value)
    elif head in ("tags", "aliases"):
        yield from read_names(head, rest, value)
    elif head == "taught":
        yield from read_taught(rest, value)
    else:
        yield path, check(value)


def read_names(head: str, rest: list[str], value: Any) -> Iterator[tuple[str, Any]]:
    """`tags` as a map, or one `tags.<name>`: true keeps the name, null removes it."""
    names = {rest[0]: value} if rest else value
    if not isinstance(names, dict):
        raise values.bad(value)
    for name, kept in names.items():
        yield f"{head}.{NAME(name)}", KEPT(kept)


def read_taught(rest: list[str], value: Any) -> Iterator[tuple[str, Any]]:
    """`taught` as a map, or one `taught.<transaction id>`: null removes it."""
    entries = {rest[0]: value} if rest else value
    if not isinstance(entries, dict):
        raise values.bad(value)
    for transaction, entry in entries.items():
        yield f"taught.{values.row_id(transaction)}", or_null(values.taught)(entry)


def read_lines(rest: list[str], value: Any) -> Iterator[tuple[str, Any]]:
    """`lines` as a map, one `lines.<id>` (null removes it), or one `lines.<id>.<field>`."""
    if len(rest) == 2:
        line, name = values.row_id(rest[0]), rest[1]
        yield from read_line_fields(line, {name: value})
    elif not isinstance(value, dict) and not (rest and value is None):
        raise values.bad(value)
    elif value is None:
        yield f"lines.{values.row_id(rest[0])}", None
    elif rest:
        yield from read_line_fields(values.row_id(rest[0]), value)
    else:
        for line, parts in value.items():
            yield from read_lines([line], parts)


def read_line_fields(line: str, parts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    if unknown := parts.keys() - LINE.keys():
        refuse_path(f"lines.{line}.{min(unknown)}")
    for name, part in parts.items():
        yield f"lines.{line}.{name}", LINE[name](part)


def refuse_path(path: str) -> Any:
    raise Malformed("unknown_path", {"path": shown(path)})
