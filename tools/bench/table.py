"""Run every measurement in a scratch database and print the table."""

import importlib
from collections.abc import Iterable

from tools.bench.measure import Measure
from tools.scratch import scratch_database, scratch_folder

PARTS = ("starting", "parsing", "listening", "pushing", "months", "asking")
HEADING = f"{'what':<44} {'ours':>12}   {'against':<44} {'theirs':>12} {'ratio':>7}"


def main() -> None:
    with scratch_folder("bench") as var:
        scratch_database(var)
        print(HEADING)
        for part in PARTS:
            found: Iterable[Measure] = importlib.import_module(f"tools.bench.{part}").measure()
            for one in found:
                print(line(one), flush=True)
    print("Medians; ratio = ours / theirs: below 1 is faster than the peer, or within the limit.")


def line(one: Measure) -> str:
    ours, theirs = f"{one.ours:.2f} ms", f"{one.theirs:.2f} ms"
    return f"{one.name:<44} {ours:>12}   {one.against:<44} {theirs:>12} {one.ratio:>7.2f}"


if __name__ == "__main__":
    main()
