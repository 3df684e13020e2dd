"""Both shipped sides of sync under everything that goes wrong, in short; `make sim` tells longer stories."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import setup, sim, sim_mutants

STEPS = 800
RELAXED, *_ = sim_mutants.mutants()


@pytest.fixture(scope="module")
def built() -> None:
    sim.build(setup.ROOT)


@pytest.fixture
def copy() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    yield sim_mutants.copy_of_the_tree(folder)
    shutil.rmtree(folder)


@pytest.mark.usefixtures("built")
class TestTheWorld:
    def test_breaks_no_promise(self) -> None:
        told = sim.tell(1, STEPS, setup.ROOT, "whole")
        assert told.report is None
        assert told.steps >= STEPS

    def test_sees_crashes_losses_doubles_deaths_and_restores(self) -> None:
        counts = sim.tell(2, STEPS, setup.ROOT, "whole").counts
        kinds = {
            "edit",
            "carry",
            "lose",
            "swallow",
            "double",
            "late",
            "garble",
            "crash",
            "die",
            "restore",
            "tab",
        }
        assert kinds <= counts.keys()


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
