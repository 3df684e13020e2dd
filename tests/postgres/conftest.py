from collections.abc import Iterator

import pytest

from tools import postgres as own
from tools.postgres import PostgresServer


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server for this run, which need not outlive a power cut."""
    with own.postgres(fsync="off") as server:
        yield server
