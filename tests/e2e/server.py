"""The real server in its own folder and database, started and stopped as a story needs."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """uvicorn on a free loopback port; `var` keeps its database over stops and starts."""

    var: Path
    port: int = field(default_factory=free_port)
    application: str = "config.asgi:application"
    child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def environment(self) -> dict[str, str]:
        outside = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return {**outside, "MY_FUNDS_VAR": str(self.var), "DJANGO_SETTINGS_MODULE": "config.settings"}

    def manage(self, *arguments: str, words_in: str | None = None) -> str:
        command = [sys.executable, "manage.py", *arguments]
        result = subprocess.run(
            command, cwd=ROOT, env=self.environment(), capture_output=True, text=True, input=words_in
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    def start(self) -> None:
        command = ["-m", "uvicorn", self.application, "--host", "localhost", "--lifespan", "off"]
        log = (self.var / "server.log").open("ab")
        arguments = [sys.executable, *command, "--port", str(self.port), "--log-level", "info"]
        self.child = subprocess.Popen(arguments, cwd=ROOT, env=self.environment(), stdout=log, stderr=log)
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.url}/manifest.webmanifest", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError((self.var / "server.log").read_text())

    def spoil(self, wrong: str) -> None:
        """What is wrong from now on, where the application is `tests.e2e.spoilt`; "" for nothing."""
        (self.var / "spoilt").write_text(wrong)

    def transactions(self) -> int:
        """How many the database holds."""
        with closing(sqlite3.connect(f"file:{self.var}/my-funds.sqlite3?mode=ro", uri=True)) as database:
            (count,) = database.execute("SELECT COUNT(*) FROM finance_transaction").fetchone()
        return int(count)

    def python(self, code: str) -> str:
        """What some lines print inside the server's Django."""
        return self.manage("shell", "--verbosity", "0", "--command", code).strip()

    def stop(self) -> None:
        if self.child:
            self.child.terminate()
            self.child.wait(timeout=20)
            self.child = None

    def log(self) -> str:
        return (self.var / "server.log").read_text()


Kind = TypeVar("Kind", bound=Server)


@contextmanager
def running(server: Kind) -> Iterator[Kind]:
    """The server, answering; it has stopped at the end."""
    try:
        server.start()
        yield server
    finally:
        server.stop()
