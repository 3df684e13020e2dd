"""Both shipped sides of sync under everything that goes wrong, in short; `make sim` tells longer stories."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import setup, sim, sim_mutants

SEED, STEPS = 1, 1200
RELAXED, *_ = sim_mutants.mutants()


@pytest.fixture(scope="module")
def told() -> sim.Told:
    sim.build(setup.ROOT)
    return sim.tell(SEED, STEPS, setup.ROOT, "whole")


@pytest.fixture
def copy() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    yield sim_mutants.copy_of_the_tree(folder)
    shutil.rmtree(folder)


class TestTheWorld:
    def test_breaks_no_promise(self, told: sim.Told) -> None:
        assert told.report is None
        assert told.steps >= STEPS

    def test_has_every_fault(self, told: sim.Told) -> None:
        assert set(sim.KINDS) <= {kind for kind, times in sim.counted([told]).items() if times}


class TestTheMutants:
    def test_are_caught(self) -> None:
        assert sim_mutants.hunt(RELAXED).stories is not None

    def test_stand_where_they_were_found(self, copy: Path) -> None:
        for mutant in sim_mutants.mutants():
            for edit in mutant.edits:
                assert (copy / edit[0]).read_text().count(edit[1]) == 1, mutant.name

    def test_are_refused_where_the_source_has_moved_on(self, copy: Path) -> None:
        with pytest.raises(ValueError, match=r"push\.py holds 0 times"):
            sim_mutants.break_in(copy / "finance/sync/push.py", "what nobody wrote", "")
