"""Little patience with servers that break off or send next to nothing."""

import pytest

from voice.installer import download


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = download.Patience(silence=0.5, window=0.3, least=10_000, tries=2, pause=0)
    monkeypatch.setattr(download, "PATIENCE", quick)
    monkeypatch.setattr(download, "WORTH_COUNTING", 5000)
