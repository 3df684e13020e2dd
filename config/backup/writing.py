"""Write a backup while the server runs: one snapshot, one JSON document a line, gzip around it all."""

import gzip
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder

from config.backup import tables
from finance.sync.pull import snapshot

FORMAT = 1


class Exact(DjangoJSONEncoder):
    """Times to the microsecond; Django's own encoder keeps milliseconds."""

    def default(self, o: object) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def write_backup(path: Path, now: datetime) -> int:
    """The number of rows written. The file gets its name when it is whole, and is for its owner's eyes alone.

    First line: format, time, migrations. Then a row a line as Django serializes it. Last line: the count.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            count = write_lines(file, now)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def write_lines(file: Any, now: datetime) -> int:
    count = 0
    with gzip.open(file, "wt", encoding="utf-8", compresslevel=6) as lines, snapshot():
        head = {"my_funds_backup": FORMAT, "at": now.isoformat(), "migrations": sorted(tables.migrations())}
        lines.write(json.dumps(head) + "\n")
        for row in tables.rows():
            lines.write(serializers.serialize("jsonl", [row], ensure_ascii=False, cls=Exact))
            count += 1
        lines.write(json.dumps({"rows": count}) + "\n")
    return count
