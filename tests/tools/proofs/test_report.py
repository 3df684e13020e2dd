"""docs/proof.md as `make prove` writes it."""

from tools.proofs.figure import Figure, share
from tools.proofs.report import Run, merged

HELD = Figure("It holds.", True, {"pushes": "12", "lost": "0"})


def told(name: str, figure: Figure = HELD, *, commit: str = "abc1234") -> Run:
    return Run(name, figure, 3.4, seed=7, commit=commit)


def rows(report: str) -> list[str]:
    return [line for line in report.splitlines() if line.startswith("| `")]


class TestTheReport:
    def test_has_claim_verdict_figures_seed_commit_and_duration(self) -> None:
        (row,) = rows(merged("", [told("one")], ["one"]))
        assert row.startswith("| `one` | It holds. | holds | pushes 12, lost 0 | 7 | abc1234 | 20")
        assert row.endswith(" | 3 |")

    def test_says_loudly_what_does_not_hold(self) -> None:
        assert "**does not hold**" in merged("", [told("one", Figure("It holds.", False))], ["one"])

    def test_keeps_rows_of_other_runs_with_their_commits(self) -> None:
        order = ["one", "two", "three"]
        before = merged("", [told("three"), told("one", Figure("No figures.", True))], order)
        after = merged(before, [told("two"), told("three", commit="def5678")], order)
        assert [row.split("|")[1].strip() for row in rows(after)] == ["`one`", "`two`", "`three`"]
        assert ["def5678" in row for row in rows(after)] == [False, False, True]

    def test_forgets_a_proof_that_is_no_more(self) -> None:
        assert rows(merged(merged("", [told("one")], ["one"]), [], ["two"])) == []

    def test_keeps_a_row_whole_whatever_a_figure_says(self) -> None:
        odd = merged("", [told("one", Figure("a | b", True, {"x": "|"}))], ["one"])
        assert rows(merged(odd, [], ["one"])) == rows(odd)


class TestShare:
    def test_shows_parts_and_percent(self) -> None:
        assert share(3, 8) == "3/8 (37.5 %)"
        assert share(0, 0) == "0/0"
