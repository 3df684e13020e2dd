import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres.server import PostgresServer, programs


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server for this run; its folder is short, for a socket's path may have 107 bytes."""
    bin_folder = programs()
    assert bin_folder, "PostgreSQL is missing. Type: sudo apt-get install postgresql"
    folder = Path(tempfile.mkdtemp(prefix="my-funds-pg-"))
    server = PostgresServer(folder, bin_folder)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)
