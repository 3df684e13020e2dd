"""Both shipped sides of sync with everything that goes wrong between them, a million steps long.

`STEPS=20000 make prove` makes it shorter; the report says how many steps were told.
"""

import os

from tools import setup, sim
from tools.proofs.figure import Figure

STEPS = int(os.environ.get("STEPS", "1000000"))
CLAIM = (
    "In the simulator the phones' code and the server's own keep I1-I8 of the protocol through lost, "
    "doubled, late and garbled messages, crashes, cut batches, poison, wrong clocks, two tabs and restores."
)


def prove(seed: int) -> Figure:
    sim.build(setup.ROOT)
    told = sim.simulate(seed, STEPS)
    for report in filter(None, (one.report for one in told)):
        print(report, flush=True)
    counts, steps = sim.counted(told), sum(one.steps for one in told)
    seconds = max(1, *(one.seconds for one in told))
    numbers = {
        "steps": f"{steps:,}",
        "a second": f"{steps / seconds:.0f}",
        "broken promises": str(sum(one.report is not None for one in told)),
        **{kind: f"{times:,}" for kind, times in counts.items()},
    }
    whole = steps >= STEPS and set(sim.KINDS) <= {kind for kind, times in counts.items() if times}
    return Figure(CLAIM, whole and all(one.report is None for one in told), numbers)
