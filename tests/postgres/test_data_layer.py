"""The data layer's own tests once more, on a real PostgreSQL."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.finance.sync.crowd import push_in_a_crowd
from tools.postgres import PostgresServer

ROOT = Path(__file__).parents[2]
SAME_TESTS = {
    "backups and services": (80, ["tests/config/backup", "tests/finance/services"]),
    "sync": (
        30,
        [f"tests/finance/sync/test_{name}.py" for name in ("push", "pull", "digest", "state_machine")],
    ),
    "what is asked and counted": (
        80,
        [
            f"tests/finance/test_{name}.py"
            for name in ("api", "audit", "due", "permissions", "queries", "summaries", "truth")
        ],
    ),
}
"""Parts for several cores: how many tests each has at least, and which."""


@pytest.mark.postgres
class TestOnPostgres:
    @pytest.mark.parametrize("part", SAME_TESTS)
    def test_passes_the_same_tests(self, part: str, postgres: PostgresServer, tmp_path: Path) -> None:
        least, tests = SAME_TESTS[part]
        environment = {**os.environ, "DATABASE_URL": postgres.url("postgres"), "MY_FUNDS_VAR": str(tmp_path)}
        command = [
            sys.executable,
            "-m",
            "pytest",
            *tests,
            "-m",
            "not postgres",
            "-p",
            "no:cacheprovider",
            "-x",
        ]
        result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        passed = re.search(r"(\d+) passed", result.stdout)
        assert result.returncode == 0 and passed, result.stdout[-6000:] + result.stderr[-2000:]
        assert int(passed[1]) >= least

    def test_takes_pushes_of_a_crowd_at_once(self, postgres: PostgresServer, tmp_path: Path) -> None:
        postgres.make_database("crowd")
        push_in_a_crowd(postgres.url("crowd"), tmp_path)
