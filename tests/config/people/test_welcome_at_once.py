import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.server import ROOT, Server

ARRIVE = """
import sys
from django.utils import timezone
from config.people import services
from config.people.errors import AlreadyWelcomed
sys.stdin.readline()
home = services.Home("Home", "EUR", "Europe/Dublin")
try:
    services.create_owner(name=sys.argv[1], password="seven green kettles", home=home, now=timezone.now())
    print("owner")
except AlreadyWelcomed:
    print("too late")
"""
START = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'; django.setup()"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path)
    made.manage("migrate", "--verbosity", "0")
    yield made


class TestManyFirstVisitsAtOnce:
    def test_make_one_owner(self, server: Server) -> None:
        doors = [self.knock(server, name) for name in ("asha", "bela", "carl", "dora")]
        for door in doors:
            assert door.stdin
            door.stdin.write("now\n")
            door.stdin.flush()
        said = sorted(door.communicate(timeout=60)[0].strip() for door in doors)
        assert said == ["owner", "too late", "too late", "too late"]

    def knock(self, server: Server, name: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", START + ARRIVE, name]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=ROOT, env=server.environment(), stdin=pipe, stdout=pipe, text=True
        )
