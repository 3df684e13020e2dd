"""docs/proof.md: a row for each proof, with the commit, seed and duration of its own last run."""

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tools.proofs.figure import Figure
from tools.setup import ROOT

REPORT = ROOT / "docs" / "proof.md"
COLUMNS = ("proof", "claim", "verdict", "figures", "seed", "commit", "day", "seconds")
ROW = re.compile(rf"\| `(\w+)` (\| [^|]+){{{len(COLUMNS) - 1}}}\|")


@dataclass(frozen=True, slots=True)
class Run:
    """What a proof found, on which commit, with which seed, in how many seconds."""

    name: str
    figure: Figure
    seconds: float
    seed: int
    commit: str


def merged(written: str, runs: Sequence[Run], order: Sequence[str]) -> str:
    """The report `written` with the rows of `runs` anew, in the proofs' order; others stay as they are."""
    rows = {found[1]: found[0] for found in map(ROW.fullmatch, written.splitlines()) if found}
    rows |= {one.name: row(one) for one in runs}
    return "\n".join([*heading(), *(rows[name] for name in order if name in rows), ""])


def heading() -> list[str]:
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    return [
        "# Proof",
        "",
        f'Written by `make prove` ({machine}). `make prove ONLY="simulated mutants"` proves some anew: '
        "each row says of which commit it is.",
        "",
        f"| {' | '.join(COLUMNS)} |",
        "|" + "---|" * len(COLUMNS),
    ]


def row(one: Run) -> str:
    figure, today = one.figure, f"{datetime.now(UTC):%Y-%m-%d}"
    told = [figure.claim, verdict(figure), numbers(figure), str(one.seed), one.commit, today]
    cells = [f"`{one.name}`", *(cell.replace("|", "/") or "–" for cell in told), f"{one.seconds:.0f}"]
    return f"| {' | '.join(cells)} |"


def verdict(figure: Figure) -> str:
    return "holds" if figure.holds else "**does not hold**"


def numbers(figure: Figure) -> str:
    return ", ".join(f"{name} {value}" for name, value in figure.numbers.items())


def commit() -> str:
    """The commit's short name, and that the tree differs from it where it does (the report itself may)."""
    name = git("rev-parse", "--short", "HEAD").strip()
    differs = git("status", "--porcelain", "--", ".", f":!{REPORT.relative_to(ROOT)}").strip()
    return (name or "unknown") + (" with changes" if differs else "")


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True).stdout
