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
SAME_TESTS = [
    "tests/config/backup",
    "tests/finance/services",
    "tests/finance/sync/test_push.py",
    "tests/finance/sync/test_pull.py",
    "tests/finance/sync/test_digest.py",
    "tests/finance/sync/test_state_machine.py",
    *(
        f"tests/finance/test_{name}.py"
        for name in ("api", "audit", "due", "permissions", "queries", "summaries", "truth")
    ),
]


@pytest.mark.postgres
class TestOnPostgres:
    def test_passes_the_same_tests(self, postgres: PostgresServer, tmp_path: Path) -> None:
        environment = {**os.environ, "DATABASE_URL": postgres.url("postgres"), "MY_FUNDS_VAR": str(tmp_path)}
        command = [
            sys.executable,
            "-m",
            "pytest",
            *SAME_TESTS,
            "-m",
            "not postgres",
            "-p",
            "no:cacheprovider",
            "-x",
        ]
        result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        passed = re.search(r"(\d+) passed", result.stdout)
        assert result.returncode == 0 and passed, result.stdout[-6000:] + result.stderr[-2000:]
        assert int(passed[1]) > 200

    def test_takes_pushes_of_a_crowd_at_once(self, postgres: PostgresServer, tmp_path: Path) -> None:
        postgres.make_database("crowd")
        push_in_a_crowd(postgres.url("crowd"), tmp_path)
