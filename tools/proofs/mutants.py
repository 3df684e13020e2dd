"""Sync broken on purpose, in twenty ways and more: the simulator must notice each time."""

from tools import sim_mutants
from tools.proofs.figure import Figure

CLAIM = "The simulator catches every mistake put into sync on purpose, relaxed durability among them."


def prove(seed: int) -> Figure:
    hunts = sim_mutants.hunt_all(seed)
    caught = [hunt for hunt in hunts if hunt.stories is not None]
    seeds = {hunt.mutant.name: f"in seed {hunt.stories}" if hunt.stories else "NOT CAUGHT" for hunt in hunts}
    return Figure(CLAIM, caught == hunts, {"mutants": str(len(hunts)), "caught": str(len(caught)), **seeds})
