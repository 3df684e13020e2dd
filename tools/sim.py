"""`make sim [SEED=n] [STEPS=n]`: both shipped sides of sync, with everything that goes wrong between them.

The world is tests/simulation/: the page's own store and syncer over a disk that loses power, the server's own
push and pull, and between them a network that loses, doubles, delays and reorders. One seed tells one story.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import setup

STEPS = 20_000
BUNDLE = "build/simulation/main.js"
KINDS = (
    *("edit", "carry", "wake", "timer", "lose", "swallow", "double", "late", "garble", "crash", "die"),
    *("batch cut within", "poison", "skew", "tab", "with two tabs", "backUp", "restore", "restoreByHand"),
    *("signOut", "signIn", "hold", "release"),
)
"""What happens in the simulated world: `WEIGHTS` of tests/simulation/world.ts, and what is counted within."""
YOUNG = ("--max-semi-space-size=64", "--single-threaded-gc")
"""A story's rows live and die within a step: collect them seldom (MB), and not on the other core."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one process told: `counts` of steps, `faults` in them, a report of the first broken promise."""

    seed: int
    steps: int
    seconds: int
    counts: dict[str, int]
    faults: dict[str, int]
    report: str | None


def main() -> None:
    setup.prepare_for_tests()
    build(setup.ROOT)
    seed, steps = int(os.environ.get("SEED", "1")), int(os.environ.get("STEPS", STEPS))
    told = simulate(seed, steps)
    print(summary(told))
    for report in (one.report for one in told if one.report):
        print(report)
    sys.exit(any(one.report for one in told))


def build(root: Path) -> None:
    """The simulator's page half, of the sources in `root`."""
    vite = [str(root / "node_modules/.bin/vite"), "build", "--config", "tests/simulation/vite.config.ts"]
    subprocess.run([*vite, "--logLevel", "error"], cwd=root, env=setup.environment(), check=True)


def simulate(seed: int, steps: int, root: Path = setup.ROOT, *, processes: int | None = None) -> list[Told]:
    """Tell `steps` steps, spread over the cores; process k tells the stories of seed `seed + 1000 k`."""
    crowd = processes or os.cpu_count() or 1
    with ThreadPoolExecutor(crowd) as pool:
        return list(pool.map(lambda k: tell(seed + 1000 * k, steps // crowd, root), range(crowd)))


def tell(seed: int, steps: int, root: Path, shrink: str = "shrink") -> Told:
    """One process's stories; with "shrink" a broken one is told again without what it does not need."""
    command = [str(setup.BIN / "node"), *YOUNG, BUNDLE, str(seed), str(steps), str(root), shrink]
    ran = subprocess.run(command, cwd=root, env=setup.environment(), capture_output=True, text=True)
    *report, last = ran.stdout.strip().splitlines() or [ran.stderr[-2000:]]
    if not last.startswith("{"):
        return Told(seed, 0, 0, {}, {}, ran.stderr[-2000:] or last)
    counted: dict[str, Any] = json.loads(last)
    told = "\n".join(report) if ran.returncode else None
    return Told(seed, counted["steps"], counted["seconds"], counted["happened"], counted["faults"], told)


def summary(told: list[Told]) -> str:
    steps, seconds = sum(one.steps for one in told), max(one.seconds for one in told)
    listed = ", ".join(f"{kind} {times:,}" for kind, times in counted(told).items())
    broken = sum(one.report is not None for one in told)
    return f"{steps:,} steps in {seconds} s ({steps / max(1, seconds):.0f}/s), {broken} broken: {listed}"


def counted(told: list[Told]) -> dict[str, int]:
    """How often each kind of step and of fault was told, the most frequent first."""
    total: Counter[str] = Counter()
    for one in told:
        total.update(one.counts)
        total.update(one.faults)
    return dict(total.most_common())


if __name__ == "__main__":
    main()
