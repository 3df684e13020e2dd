"""Run proofs in a scratch database and write them into docs/proof.md; fails when one claim does not hold.

`python -m tools.proofs SEED NAME…` runs some alone.
"""

import importlib
import sys
import time
from collections.abc import Sequence

from tools.proofs.figure import Figure
from tools.proofs.report import REPORT, Run, commit, merged, numbers, verdict
from tools.scratch import scratch_database, scratch_folder
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


def main(seed: int, names: Sequence[str]) -> None:
    of = commit()
    with scratch_folder("proof") as var:
        scratch_database(var)
        runs = [noted(run(name, seed, of)) for name in names or PROOFS]
    print(f"Written: {REPORT.relative_to(ROOT)}")
    sys.exit(0 if all(one.figure.holds for one in runs) else 1)


def run(name: str, seed: int, of: str) -> Run:
    print(f"{name} …", flush=True)
    start = time.monotonic()
    figure: Figure = importlib.import_module(f"tools.proofs.{name}").prove(seed)
    took = time.monotonic() - start
    print(f"  {verdict(figure)} in {took:.0f} s: {numbers(figure)}", flush=True)
    return Run(name, figure, took, seed, of)


def noted(one: Run) -> Run:
    """Written into the report at once: a run that is cut off keeps what it proved."""
    written = REPORT.read_text() if REPORT.exists() else ""
    REPORT.write_text(merged(written, [one], PROOFS))
    return one


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, sys.argv[2:])
