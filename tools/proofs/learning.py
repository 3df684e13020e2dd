"""Fourteen simulated days of people who correct their drafts: how often the category was right already."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tools import setup
from tools.proofs.figure import Figure

TIMES, ENOUGH = 2, 0.9


def prove(seed: int) -> Figure:
    """The shipped parser, forms, lessons and store, run in Node; "forgetful" is the same without learning."""
    found = live(seed)
    learning, forgetful = found["learning"], found["forgetful"]
    numbers = {"people": str(found["people"])}
    numbers |= {f"day {day}": percent(share) for day, share in enumerate(learning, start=1)}
    numbers["day 14 without learning"] = percent(forgetful[-1])
    claim = f"After 14 days of corrections at least {ENOUGH:.0%} of the categories are right at first sight."
    return Figure(claim, learning[-1] >= ENOUGH, numbers)


def live(seed: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        wishes = {"REPLAY_SEEDS": TIMES, "REPLAY_SEED": seed, "REPLAY_FIGURES": figures}
        told = subprocess.run(
            [str(setup.BIN / "npx"), "vitest", "run", "tests/js/replay"],
            cwd=setup.ROOT,
            env={**setup.environment(), **{name: str(wish) for name, wish in wishes.items()}},
            capture_output=True,
            text=True,
        )
        if not figures.exists():
            raise RuntimeError(told.stdout + told.stderr)
        read: dict[str, Any] = json.loads(figures.read_text())
        return read


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"
