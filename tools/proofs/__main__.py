"""Run every proof in a scratch database and write docs/proof.md; fails when one claim does not hold.

`python -m tools.proofs SEED NAME…` runs some alone and writes nothing.
"""

import importlib
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tools.proofs.figure import Figure
from tools.scratch import scratch_database
from tools.setup import ROOT

PROOFS = (
    "checks_bite",
    "scopes_bite",
    "any_request",
    "shell_size",
    "parser_figures",
    "both_runtimes",
    "amounts_said",
    "languages_said",
    "learning",
    "findings_found",
    "totals_agree",
    "verified_narratives",
    "random_equality",
    "killed_server",
    "devices_at_once",
    "simulated",
    "mutants",
    "killed_chromium",
    "listening_session",
    "cold_microphone",
    "first_sync",
    "long_queue",
)
REPORT = ROOT / "docs" / "proof.md"


@dataclass(frozen=True, slots=True)
class Run:
    name: str
    figure: Figure
    seconds: float


def main(seed: int, names: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory(dir=ROOT / "var", prefix="proof-") as var:
        scratch_database(Path(var))
        runs = [run(name, seed) for name in names or PROOFS]
    if not names:
        REPORT.write_text(report(runs, seed))
        print(f"Written: {REPORT.relative_to(ROOT)}")
    sys.exit(0 if all(one.figure.holds for one in runs) else 1)


def run(name: str, seed: int) -> Run:
    print(f"{name} …", flush=True)
    start = time.monotonic()
    figure: Figure = importlib.import_module(f"tools.proofs.{name}").prove(seed)
    took = time.monotonic() - start
    print(f"  {verdict(figure)} in {took:.0f} s: {numbers(figure)}", flush=True)
    return Run(name, figure, took)


def report(runs: list[Run], seed: int) -> str:
    lines = [
        "# Proof",
        "",
        f"Written by `make prove` on {datetime.now(UTC):%Y-%m-%d}, commit {commit()}, seed {seed}, "
        f"Python {platform.python_version()}, {platform.machine()}.",
        "",
        "| proof | claim | verdict | figures | seconds |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*lines, *map(line, runs), ""])


def line(one: Run) -> str:
    figure = one.figure
    cells = [f"`{one.name}`", figure.claim, verdict(figure), numbers(figure), f"{one.seconds:.0f}"]
    return f"| {' | '.join(cells)} |"


def verdict(figure: Figure) -> str:
    return "holds" if figure.holds else "**does not hold**"


def numbers(figure: Figure) -> str:
    return ", ".join(f"{name} {value}" for name, value in figure.numbers.items())


def commit() -> str:
    """The commit's short name, and that the tree differs from it where it does."""
    name = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    differs = subprocess.run(
        ["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    return (name.strip() or "unknown") + (" with changes not committed" if differs.strip() else "")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, sys.argv[2:])
