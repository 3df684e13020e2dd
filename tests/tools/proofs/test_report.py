"""docs/proof.md as `make prove` writes it."""

from tools.proofs.__main__ import Run, report
from tools.proofs.figure import Figure, share


class TestReport:
    def test_has_seed_claim_verdict_figures_and_duration(self) -> None:
        written = report([Run("one", Figure("It holds.", True, {"pushes": "12", "lost": "0"}), 3.4)], seed=7)
        assert "seed 7" in written
        assert "| `one` | It holds. | holds | pushes 12, lost 0 | 3 |" in written

    def test_says_loudly_what_does_not_hold(self) -> None:
        assert "**does not hold**" in report([Run("one", Figure("It holds.", False), 1.0)], seed=1)


class TestShare:
    def test_shows_parts_and_percent(self) -> None:
        assert share(3, 8) == "3/8 (37.5 %)"
        assert share(0, 0) == "0/0"
