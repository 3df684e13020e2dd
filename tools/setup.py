"""Set up once what the app needs, and again only what changed: Python packages, npm packages, the built page.

Each step leaves a stamp (a hash of what it was made from) in `.venv/stamps/`, so that a second call costs
milliseconds. Runs under any Python >= 3.11 with the standard library alone.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STAMPS = VENV / "stamps"
PAGE_SOURCES = ("static/src", "static/strings", "static/icons", "voice/parser", "voice/lexicon")
PAGE_FILES = (
    "vite.config.ts",
    "tsconfig.json",
    "package-lock.json",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tools").glob("*.ts")),
)


class SetupFailed(SystemExit):
    """A set-up step failed; the message is the remedy, ready to type."""

    def __init__(self, remedy: str) -> None:
        super().__init__(f"\nSet-up stopped. {remedy}")


def prepare() -> None:
    """Bring the virtual environment, the npm packages and the built page up to date."""
    make_venv()
    install_python([])
    install_npm()
    build_page()


def prepare_for_tests() -> None:
    """The same, with what the checks and tests need."""
    make_venv()
    install_python(["dev"])
    install_npm()
    build_page()


def make_venv() -> None:
    if (BIN / "python").exists():
        return
    say("Making a virtual environment in .venv")
    result = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True)
    if result.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise SetupFailed(
            f"This Python has no venv. Type: sudo apt-get install python{version}-venv\n{result.stdout}"
        )


def install_python(groups: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = list(project["project"]["dependencies"])
    for group in groups:
        packages += project["dependency-groups"][group]
    stamp = digest([ROOT / "pyproject.toml", ROOT / "constraints.txt"])
    name = "-".join(["python", *groups])
    if stamped(name, stamp):
        return
    say(f"Installing {len(packages)} Python packages and what they need (about a minute)")
    pip = [str(BIN / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    run([*pip, "--constraint", "constraints.txt", *packages], "Check the network and type the command again.")
    leave_stamp(name, stamp)


def install_npm() -> None:
    stamp = digest([ROOT / "package-lock.json"])
    if stamped("npm", stamp) and (ROOT / "node_modules").exists():
        return
    say("Installing npm packages")
    run([str(BIN / "npm"), "ci", "--silent"], "Check the network and type the command again.")
    leave_stamp("npm", stamp)


def build_page() -> None:
    files = [path for folder in PAGE_SOURCES for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    files = [path for path in files if path.suffix != ".pyc"] + [ROOT / name for name in PAGE_FILES]
    stamp = digest(files)
    if stamped("page", stamp) and (ROOT / "static/dist/.vite/manifest.json").exists():
        return
    say("Building the page")
    run([str(BIN / "npm"), "run", "--silent", "build"], "The lines above say what the build could not read.")
    leave_stamp("page", stamp)


def environment() -> dict[str, str]:
    """The environment with `.venv/bin` first, so that npm finds its Node and tools find Python."""
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "VIRTUAL_ENV": str(VENV)}


def run(command: list[str], remedy: str) -> None:
    result = subprocess.run(command, cwd=ROOT, env=environment())
    if result.returncode:
        raise SetupFailed(f"`{' '.join(command[:4])} …` failed. {remedy}")


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents of the files that exist."""
    state = hashlib.sha256()
    for path in paths:
        if path.exists():
            state.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()


def stamped(name: str, stamp: str) -> bool:
    path = STAMPS / name
    return path.exists() and path.read_text() == stamp


def leave_stamp(name: str, stamp: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(stamp)


def say(line: str) -> None:
    print(f"  {line}", flush=True)


if __name__ == "__main__":
    prepare()
