"""A PostgreSQL server of one's own: made in a folder, on a socket there, stopped in the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


def programs() -> Path | None:
    """The folder with initdb and pg_ctl, the newest version's; None where there is no PostgreSQL."""
    found = [path for place in PLACES for path in Path("/").glob(f"{place[1:]}/initdb")]
    if found:
        return max(found, key=lambda path: [int(part) for part in path.parts if part.isdecimal()]).parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def postgres(*, fsync: str = "on") -> Iterator["PostgresServer"]:
    """A server until the block ends; its folder is short, for a socket's path may have 107 bytes."""
    bin_folder = programs()
    if bin_folder is None:
        raise FileNotFoundError("PostgreSQL is missing. Type: sudo apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="my-funds-pg-") as folder:
        server = PostgresServer(Path(folder), bin_folder, fsync)
        server.start()
        try:
            yield server
        finally:
            server.stop()


class PostgresServer:
    """Start with `start`, connect by `url`, end with `stop`; for root the user `postgres` runs it."""

    def __init__(self, folder: Path, bin_folder: Path, fsync: str) -> None:
        self.folder, self.bin, self.fsync = folder, bin_folder, fsync
        self.as_user: list[str] = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
            self.as_user = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]

    def start(self) -> None:
        """Make the database cluster and wait until it answers; no TCP port is opened."""
        cluster = ["-D", str(self.folder / "cluster")]
        self.run("initdb", *cluster, "--auth=trust", "--username=tests", "--encoding=UTF8", "--no-sync")
        options = f"-k {self.folder} -c listen_addresses= -c fsync={self.fsync} -c max_connections=50"
        log = str(self.folder / "log")
        self.run(
            "pg_ctl", *cluster, "--wait", "--timeout=60", f"--log={log}", f"--options={options}", "start"
        )

    def make_database(self, name: str) -> None:
        self.run("createdb", "--host", str(self.folder), "--username=tests", name)

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "cluster"), "--mode=immediate", "stop")

    def url(self, name: str) -> str:
        return f"postgres://tests@{quote(str(self.folder), safe='')}/{name}"

    def run(self, program: str, *arguments: str) -> None:
        command = [*self.as_user, str(self.bin / program), *arguments]
        subprocess.run(command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
