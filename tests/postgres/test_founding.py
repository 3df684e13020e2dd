"""A new ledger asked for several times at once on a real PostgreSQL."""

from pathlib import Path

import pytest

from tests.finance.services.founding_crowd import found_in_a_crowd
from tools.postgres import PostgresServer


@pytest.mark.postgres
class TestACrowdOnPostgres:
    def test_is_given_one_ledger(self, postgres: PostgresServer, tmp_path: Path) -> None:
        postgres.make_database("founding")
        found_in_a_crowd(postgres.url("founding"), tmp_path)
