"""`make test`: the checks, then every test in its short form.

On Debian as root, Chromium and PostgreSQL are installed when missing. Elsewhere the rest runs and the last
line says what was not run and how to get it; with CI=true a missing part is a failure.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools import check, setup


@dataclass(frozen=True, slots=True)
class Part:
    """A program the tests need, beyond Python: how to see it, its Debian package, the tests that need it."""

    name: str
    package: str
    marker: str
    is_there: Callable[[], bool]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


PARTS = [
    Part("Chromium", "chromium", "e2e", lambda: bool(shutil.which("chromium"))),
    Part(
        "PostgreSQL", "postgresql", "postgres", lambda: any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    ),
    Part("libatomic, for Playwright's Node", "libatomic1", "e2e", lambda: loads("libatomic.so.1")),
    Part("SoX", "sox", "sox", lambda: bool(shutil.which("sox"))),
    Part("certutil", "libnss3-tools", "e2e", lambda: bool(shutil.which("certutil"))),
]


def main() -> None:
    started = time.monotonic()
    missing = install_missing()
    setup.prepare_for_tests()
    check.main()
    suites = [[str(setup.BIN / "npm"), "run", "--silent", "test"], *pytest_suites(missing)]
    failed = [
        suite for suite in suites if subprocess.run(suite, cwd=setup.ROOT, env=setup.environment()).returncode
    ]
    setup.say(f"make test took {time.monotonic() - started:.0f} s")
    conclude(missing, failed=bool(failed))


def install_missing() -> list[Part]:
    """Install what is missing where we may; return what is still missing."""
    missing = [part for part in PARTS if not part.is_there()]
    may_install = shutil.which("apt-get") and os.geteuid() == 0
    if missing and may_install:
        packages = [part.package for part in missing]
        setup.say(f"Installing {', '.join(packages)}")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], env=quiet, stdout=subprocess.DEVNULL)
    return [part for part in missing if not part.is_there()]


def pytest_suites(missing: list[Part]) -> list[list[str]]:
    """A process a core; a story more, as stories often wait for a voice or a clock.

    Stories come apart, since a browser's driver keeps an event loop running.
    """
    pytest = [str(setup.BIN / "python"), "-m", "pytest"]
    lacking = {part.marker for part in missing}
    markers = " and ".join(f"not {marker}" for marker in sorted({"prove", "e2e"} | lacking))
    unit = [*pytest, "-n", "auto", "--dist", "worksteal", "-m", markers]
    browsers = str((os.cpu_count() or 1) + 1)
    stories = [*pytest, "tests/e2e", "-m", "e2e", "-n", browsers, "--dist", "worksteal"]
    tools = [*pytest, "tests/tools", "-m", "e2e"]
    return [unit] if "e2e" in lacking else [unit, stories, tools]


def conclude(missing: list[Part], *, failed: bool) -> None:
    if missing:
        names = ", ".join(part.name for part in missing)
        remedy = f"sudo apt-get install {' '.join(part.package for part in missing)}"
        print(f"NOT RUN: the tests that need {names}. To run them: {remedy}", flush=True)
    if failed or (missing and os.environ.get("CI") == "true"):
        sys.exit(1)


if __name__ == "__main__":
    main()
