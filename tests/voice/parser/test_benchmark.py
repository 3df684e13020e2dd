"""The shares of the benchmark below which no change may fall; docs/understanding.md states the figures."""

import pytest

from tools.score.rows import files, rows
from tools.score.scoring import EXACT, Answer, answers, by_kind, by_split, grouped, tally_of
from voice.parser import read

SHARES = (EXACT, "amount", "category")
FLOORS = {
    ("en", "heldout"): (0.92, 0.96, 0.89),
    ("en", "dev"): (0.98, 0.99, 0.98),
    ("es", "heldout"): (0.98, 0.98, 0.97),
    ("fr", "heldout"): (0.98, 0.98, 0.97),
    ("de", "heldout"): (0.98, 0.98, 0.97),
    ("pt", "heldout"): (0.98, 0.98, 0.97),
    ("hi", "heldout"): (0.98, 0.98, 0.95),
    ("amend", "dev"): (0.98,),
    ("amend", "heldout"): (0.91,),
    ("query", "dev"): (0.98,),
    ("query", "heldout"): (0.92,),
    ("set", "heldout"): (0.98,),
}
NEVER_CONFIDENTLY_WRONG = 0.995
NO_FALSE_DRAFT = 0.98


@pytest.fixture(scope="module")
def given() -> list[Answer]:
    return answers(read, rows(files()))


class TestSentences:
    @pytest.mark.parametrize(("kind", "split"), FLOORS)
    def test_are_read_as_well_as_ever(self, given: list[Answer], kind: str, split: str) -> None:
        tally = tally_of(grouped(grouped(given, by_split)[split], by_kind)[kind])
        floors = dict(zip(SHARES, FLOORS[kind, split], strict=False))
        assert {name: tally.counted(name) for name in floors if tally.share(name) < floors[name]} == {}

    @pytest.mark.parametrize("split", ["seen", "dev", "heldout"])
    def test_are_hardly_ever_surely_misread(self, given: list[Answer], split: str) -> None:
        tally = tally_of(grouped(given, by_split)[split])
        assert tally.share("not confidently wrong") >= NEVER_CONFIDENTLY_WRONG
        assert tally.share("no false draft") >= NO_FALSE_DRAFT
