"""The month's tokens on a real PostgreSQL."""

from pathlib import Path

import pytest

from tests.insights.writer.crowd import send_in_a_crowd
from tools.postgres import PostgresServer


@pytest.mark.postgres
class TestACrowdOnPostgres:
    def test_does_not_pass_the_months_cap_together(self, postgres: PostgresServer, tmp_path: Path) -> None:
        postgres.make_database("tokens")
        send_in_a_crowd(postgres.url("tokens"), tmp_path)
