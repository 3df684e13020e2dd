"""One experiment on both databases: each time in a process of its own, on an empty database.

`python -m tools.proofs.databases EXPERIMENT VAR URL NUMBER…` is that process; it prints its finds as JSON.
"""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

from tools.postgres import postgres
from tools.scratch import scratch_database, scratch_folder
from tools.setup import ROOT

Found = dict[str, int]


def on_both(experiment: str, *numbers: int) -> dict[str, Found]:
    """What an experiment of tools.proofs found on SQLite and on PostgreSQL."""
    found = {"SQLite": on_sqlite(experiment, *numbers)}
    with postgres() as server:
        server.make_database("proof")
        return found | {"PostgreSQL": on_url(server.url("proof"), experiment, *numbers)}


def on_sqlite(experiment: str, *numbers: int) -> Found:
    return on_url("", experiment, *numbers)


def on_url(url: str, experiment: str, *numbers: int) -> Found:
    """`numbers` are what the experiment's `experiment()` takes."""
    with scratch_folder("proof") as var:
        command = [sys.executable, "-m", "tools.proofs.databases", experiment, str(var), url]
        ran = subprocess.run([*command, *map(str, numbers)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if ran.returncode:
        raise RuntimeError(f"{experiment} ended with {ran.returncode}; its last lines are above.")
    found: Found = json.loads(ran.stdout.splitlines()[-1])
    return found


def told(found: dict[str, Found]) -> dict[str, str]:
    """The numbers of a figure: each name with what was found on each database."""
    names = dict.fromkeys(name for one in found.values() for name in one)
    return {name: " / ".join(f"{one[name]:,}" for one in found.values()) for name in names}


def main(experiment: str, var: str, url: str, numbers: list[int]) -> None:
    os.environ["LOG_LEVEL"] = "CRITICAL"
    scratch_database(Path(var), url)
    found: Found = importlib.import_module(f"tools.proofs.{experiment}").experiment(*numbers)
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], [int(number) for number in sys.argv[4:]])
