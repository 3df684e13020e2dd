"""Folders for measurements and proofs."""

from pathlib import Path

import pytest

from tools import scratch


class TestScratchFolder:
    def test_is_made_where_the_app_never_ran_and_goes_away(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(scratch, "ROOT", tmp_path)
        with scratch.scratch_folder("proof") as folder:
            assert folder.is_dir()
            assert folder.parent == tmp_path / "var"
        assert list((tmp_path / "var").iterdir()) == []
