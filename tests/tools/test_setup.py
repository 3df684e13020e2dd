from pathlib import Path

import pytest

from tools import setup


class TestDigest:
    def test_changes_with_a_name_and_with_a_content(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(setup, "ROOT", tmp_path)
        one, two = tmp_path / "one", tmp_path / "two"
        one.write_text("a")
        before = setup.digest([one])
        two.write_text("a")
        assert setup.digest([two]) != before
        one.write_text("b")
        assert setup.digest([one]) != before

    def test_passes_over_files_that_are_not_there(self, tmp_path: Path) -> None:
        assert setup.digest([tmp_path / "missing"]) == setup.digest([])


class TestRun:
    def test_stops_with_the_remedy_when_a_step_fails(self) -> None:
        with pytest.raises(setup.SetupFailed, match="Check the network"):
            setup.run(["false"], "Check the network.")
