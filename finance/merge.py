"""Merge one mutation into a row, path by path, and name what it overwrote unseen (pure).

The later arrival wins. A value it overwrites without having seen it is a *clash*: kept as a conflict. An edit
and a deletion that did not see each other leave the row alive, in both orders of arrival.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from finance.documents import Document, Fields, covers, get, overlaps, put, steps, with_rivals
from finance.errors import Malformed, Parked


@dataclass(frozen=True, slots=True)
class Write:
    """What an earlier arrival changed in this row after the mutation's base: path → [old, new]."""

    mid: str
    by: str
    seen: frozenset[str]
    paths: dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Edit:
    """The mutation as merging sees it: its leaf paths, who made it, and which later writes it had seen."""

    mid: str
    by: str
    fields: Fields
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clash:
    """A value (`lost`) that gave way to another (`kept`) whose writer had not seen it."""

    path: str
    kept: Any
    lost: Any
    kept_by: str
    lost_by: str


@dataclass(slots=True)
class Merged:
    """The row after the merge, what changed (path → [old, new]) and what clashed."""

    document: Document
    changes: dict[str, list[Any]] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


def merge(before: Document | None, edit: Edit, writes: Sequence[Write]) -> Merged:
    """Set the edit's paths in the row as it stands; `writes` are the changes after its base, oldest first.

    Raises Parked for a line that has not arrived, Malformed for one left without its parts.
    """
    unseen = unseen_writes(edit, writes)
    merged = Merged(deepcopy(before) if before else {"deleted": False})
    fields = life(before, not_overtaken(edit, writes), unseen)
    if fields.get("deleted") and keep_alive(merged, edit, unseen):
        return merged
    revived = revive_lines(merged, fields, unseen)
    for path, value in fields.items():
        set_path(merged, edit, path, value, unseen)
    for line, write in revived.items():
        note_revived_line(merged, edit, line, write)
    refuse_partial_lines(before, merged.document)
    return merged


def unseen_writes(edit: Edit, writes: Sequence[Write]) -> dict[str, Write]:
    """Path → the last writer unknown to the edit, less what a writer it knows has overwritten since."""
    unseen: dict[str, Write] = {}
    for write in writes:
        if write.mid in edit.seen:
            unseen = {
                path: by for path, by in unseen.items() if not any(covers(mine, path) for mine in write.paths)
            }
        else:
            unseen |= dict.fromkeys(write.paths, write)
    return unseen


def not_overtaken(edit: Edit, writes: Sequence[Write]) -> dict[str, Any]:
    """The edit's paths, less those set since by a mutation that had seen this one (it was parked)."""
    overtaken = [path for write in writes if edit.mid in write.seen for path in write.paths]
    fields = with_rivals(edit.fields)
    return {path: value for path, value in fields.items() if not overlaps(path, overtaken)}


def life(before: Document | None, fields: dict[str, Any], unseen: dict[str, Write]) -> dict[str, Any]:
    """An edit of a row whose deletion it had not seen revives the row."""
    if before and before["deleted"] and "deleted" in unseen and fields:
        return {"deleted": False, **fields}
    return fields


def keep_alive(merged: Merged, edit: Edit, unseen: dict[str, Write]) -> bool:
    """A deletion gives way to edits it had not seen; the clash says so."""
    editors = [write for path, write in unseen.items() if path != "deleted"]
    if not editors or merged.document["deleted"]:
        return False
    merged.clashes.append(Clash("deleted", kept=False, lost=True, kept_by=editors[-1].by, lost_by=edit.by))
    return True


def revive_lines(merged: Merged, fields: Fields, unseen: dict[str, Write]) -> dict[str, Write]:
    """Put back lines that were removed unseen and that this edit changes; line path → who removed it."""
    revived = {}
    for path, value in fields.items():
        line = ".".join(steps(path)[:2])
        if (
            value is not None
            and covers("lines", path)
            and line in unseen
            and get(merged.document, line) is None
        ):
            put(merged.document, line, deepcopy(unseen[line].paths[line][0]))
            revived[line] = unseen[line]
    return revived


def set_path(merged: Merged, edit: Edit, path: str, value: Any, unseen: dict[str, Write]) -> None:
    old = get(merged.document, path)
    if old == value and type(old) is type(value):
        return
    put(merged.document, path, deepcopy(value))
    merged.changes[path] = [old, value]
    writers = [write for other, write in unseen.items() if overlaps(path, [other])]
    if writers and not (old is None and steps(path)[0] == "lines"):
        merged.clashes.append(Clash(path, kept=value, lost=old, kept_by=edit.by, lost_by=writers[-1].by))


def note_revived_line(merged: Merged, edit: Edit, line: str, removed: Write) -> None:
    """One change and one clash for the line as a whole, instead of one for each of its fields."""
    merged.changes = {path: change for path, change in merged.changes.items() if not covers(line, path)}
    merged.clashes = [clash for clash in merged.clashes if not covers(line, clash.path)]
    whole = deepcopy(get(merged.document, line))
    merged.changes[line] = [None, whole]
    merged.clashes.append(Clash(line, kept=whole, lost=None, kept_by=edit.by, lost_by=removed.by))


def refuse_partial_lines(before: Document | None, document: Document) -> None:
    for line, parts in document.get("lines", {}).items():
        if {"amount", "currency"} <= parts.keys() and ("category" in parts) != ("account" in parts):
            continue
        if before and line not in before["lines"]:
            raise Parked(line)
        raise Malformed("line_incomplete", {"line": line})
