"""`manage.py migrate`, and so every start, tells of a SQLite that may spoil the ledger."""

import sqlite3
from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage
from django.core.checks import Warning as Notice
from django.db import connections

from finance.wording import say

Version = tuple[int, int, int]
# https://sqlite.org/wal.html, "The WAL-Reset Bug": two connections at once may leave a damaged file.
FIRST_SPOILT: Version = (3, 7, 0)
FIRST_MENDED: Version = (3, 51, 3)


def check_sqlite(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **options: object
) -> list[CheckMessage]:
    """At most one warning; none for PostgreSQL."""
    asked = [connections[name] for name in databases or ()]
    if not any(connection.vendor == "sqlite" for connection in asked):
        return []
    return findings(sqlite3.sqlite_version_info)


def findings(version: Version | tuple[int, ...]) -> list[CheckMessage]:
    if not FIRST_SPOILT <= version < FIRST_MENDED:
        return []
    values = {"version": written(version), "mended": written(FIRST_MENDED)}
    return [Notice(say("sqlite.spoilt", values), hint=say("sqlite.remedy", values), id="finance.W001")]


def written(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
