from pathlib import Path

import pytest

from tools import run


class TestFirstModel:
    @pytest.mark.parametrize("switch", ["0", "1"], ids=["switched off", "no network"])
    def test_says_nothing_where_nothing_can_be_fetched(
        self,
        switch: str,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setenv("MY_FUNDS_VAR", str(tmp_path))
        monkeypatch.setenv("VOICE_FETCH_MODEL", switch)
        assert run.first_model().wait(timeout=60) == 0
        assert capfd.readouterr() == ("", "")
        assert not (tmp_path / "models").exists()
