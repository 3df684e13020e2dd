"""Put a backup in the place of all that the database holds, or change nothing."""

import gzip
import json
import zlib
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import connection, models, transaction

from config.backup import tables
from config.backup.errors import CutBackup, NewerBackup, NotABackup
from config.backup.writing import FORMAT
from finance.services import begin_new_epochs

BATCH = 1000


def restore_backup(path: Path) -> int:
    """The number of rows restored. Every sign-in ends, and every phone fetches its ledgers again and sends
    what it holds.

    Raises NotABackup, CutBackup or NewerBackup, and then nothing was changed.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines, transaction.atomic():
            return replace_everything(iter(lines))
    except (EOFError, zlib.error) as cut:
        raise CutBackup from cut
    except (gzip.BadGzipFile, UnicodeDecodeError) as other:
        raise NotABackup from other


def replace_everything(lines: Iterator[str]) -> int:
    require_ours(next(lines, ""))
    empty_tables()
    count = load(lines)
    reset_sequences()
    begin_new_epochs()
    return count


def require_ours(line: str) -> None:
    """The first line must be of a backup whose migrations this version has."""
    head = parsed(line)
    if not isinstance(head, dict) or head.get("my_funds_backup") != FORMAT:
        raise NotABackup
    if unknown := set(head["migrations"]) - tables.migrations():
        raise NewerBackup({"migration": min(unknown)})


def parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError:
        return None


def empty_tables() -> None:
    """Delete every row that a backup may bring, and every sign-in."""
    from django.contrib.sessions.models import Session

    emptied: list[Any] = [Session, *reversed(tables.kept())]
    for model in emptied:
        model._base_manager.all()._raw_delete(using="default")


def load(lines: Iterator[str]) -> int:
    """Insert the rows of a backup, a table at a time; the last line must hold their number."""
    count = 0
    for _, found in groupby(rows_of(lines), key=lambda row: type(row.object)):
        count += insert(found)
    return count


def rows_of(lines: Iterator[str]) -> Iterator[DeserializedObject]:
    for count, line in enumerate(lines):
        if parsed(line) == {"rows": count}:
            return
        try:
            yield next(iter(serializers.deserialize("jsonl", line)))
        except DeserializationError as unreadable:
            raise CutBackup from unreadable
    raise CutBackup


def insert(found: Iterator[DeserializedObject]) -> int:
    """Insert the rows of one table, some at a time; the number of them."""
    count = 0
    while batch := [row.object for row in islice(found, BATCH)]:
        model: Any = type(batch[0])
        model._base_manager.bulk_create(batch)
        count += len(batch)
    return count


def reset_sequences() -> None:
    """Let PostgreSQL count on from the largest id of each table."""
    with_ids: list[type[models.Model]] = tables.kept()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), with_ids):
            cursor.execute(statement)
