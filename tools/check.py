"""`make check`: lint, types and import contracts in both languages; every check runs, then the verdict."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tools import setup

PYTHON = str(setup.BIN / "python")
NPM = str(setup.BIN / "npm")
CHECKS: list[tuple[str, list[str]]] = [
    ("ruff, lint", [PYTHON, "-m", "ruff", "check", "--quiet", "."]),
    ("ruff, format", [PYTHON, "-m", "ruff", "format", "--quiet", "--check", "."]),
    ("mypy --strict", [PYTHON, "-m", "mypy"]),
    ("import contracts (Python)", [str(setup.BIN / "lint-imports"), "--no-cache"]),
    ("parser stays inside MicroPython", [PYTHON, "-m", "tools.parser_lint"]),
    ("migrations match the models", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("tsc --strict", [NPM, "run", "--silent", "types"]),
    ("import contracts (TypeScript)", [NPM, "run", "--silent", "arrows"]),
    ("files and functions stay short", [PYTHON, "-m", "tools.sizes"]),
]


def main() -> None:
    setup.prepare_for_tests()
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        passed = list(cores.map(lambda one: passes(*one), CHECKS))
    failed = [name for (name, _), well in zip(CHECKS, passed, strict=True) if not well]
    if failed:
        sys.exit(f"{len(failed)} of {len(CHECKS)} checks failed: {', '.join(failed)}")


def passes(name: str, command: list[str]) -> bool:
    """Run one check quietly; print what it said only if it fails."""
    result = subprocess.run(command, cwd=setup.ROOT, env=setup.environment(), capture_output=True, text=True)
    setup.say(f"{'ok    ' if result.returncode == 0 else 'FAILED'}  {name}")
    if result.returncode:
        print(result.stdout + result.stderr)
    return result.returncode == 0


if __name__ == "__main__":
    main()
