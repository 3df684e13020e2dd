import pytest

from tools.check import CHECKS
from tools.proofs.checks_bite import BREAKS, Break
from tools.setup import ROOT


class TestABreak:
    @pytest.mark.parametrize("one", BREAKS, ids=lambda one: f"{one.check}, {one.path}")
    def test_is_put_into_a_file_that_stands_there(self, one: Break) -> None:
        assert (ROOT / one.path).is_file()
        assert one.check in dict(CHECKS)
