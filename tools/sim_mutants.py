"""`make sim-mutants`: sync broken on purpose, in a copy of the tree; the simulator must notice each time."""

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import setup, sim

MUTANTS = setup.ROOT / "tests/simulation/mutants.json"
MOST_STEPS = 40_000


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake that somebody might make; `edits` are (file, what stands there once, what then)."""

    name: str
    edits: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Hunt:
    """What became of one mutant: the number of stories until a promise was seen to break, or None."""

    mutant: Mutant
    stories: int | None
    promise: str


def main() -> None:
    setup.prepare_for_tests()
    hunts = hunt_all()
    print(f"{sum(hunt.stories is not None for hunt in hunts)} of {len(hunts)} mutants caught")
    sys.exit(any(hunt.stories is None for hunt in hunts))


def hunt_all(seed: int = 1) -> list[Hunt]:
    hunts: list[Hunt] = []
    for mutant in mutants():
        hunts.append(hunt(mutant, seed))
        print(told(hunts[-1]), flush=True)
    return hunts


def mutants() -> list[Mutant]:
    listed = json.loads(MUTANTS.read_text())
    return [
        Mutant(one["name"], [(edit["file"], edit["right"], edit["wrong"]) for edit in one["edits"]])
        for one in listed
    ]


def hunt(mutant: Mutant, seed: int = 1) -> Hunt:
    """Tell stories about the broken copy until one breaks a promise."""
    with tempfile.TemporaryDirectory(prefix="my-funds-mutant-") as folder:
        root = copy_of_the_tree(Path(folder))
        for file, right, wrong in mutant.edits:
            break_in(root / file, right, wrong)
        sim.build(root)
        told = sim.tell(seed, MOST_STEPS, root, "whole")
    return Hunt(mutant, *first_of(told.report))


def copy_of_the_tree(root: Path) -> Path:
    """The sources as they are now, with this machine's environment and packages."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=setup.ROOT, check=True, capture_output=True, text=True).stdout
    for name in names.splitlines():
        if (setup.ROOT / name).is_file() and not name.startswith("tests/data"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(setup.ROOT / name, root / name)
    for name in (".venv", "node_modules"):
        (root / name).symlink_to(setup.ROOT / name)
    return root


def break_in(path: Path, right: str, wrong: str) -> None:
    """Replace the one place in a file; a place that is not there any more is a fault of the mutant."""
    source = path.read_text()
    if source.count(right) != 1:
        raise ValueError(f"{path.name} holds {source.count(right)} times: {right}")
    path.write_text(source.replace(right, wrong))


def first_of(report: str | None) -> tuple[int | None, str]:
    """The number, from 1, of the story that broke a promise, and which; a world that ended is no catch."""
    if report is None:
        return None, ""
    if not report.startswith("{"):
        raise RuntimeError(f"The simulator itself failed: {report}")
    found: dict[str, Any] = json.loads(report)
    return found["story"] + 1, str(found["broken"][0])[:100]


def told(hunt: Hunt) -> str:
    caught = f"caught in seed {hunt.stories}: {hunt.promise}" if hunt.stories else "NOT CAUGHT"
    return f"{hunt.mutant.name}: {caught}"


if __name__ == "__main__":
    main()
