import errno
from pathlib import Path
from typing import Any

import pytest

from tests.voice.model_site import ModelSite
from voice.installer import download as downloads
from voice.installer.download import Wanted, download
from voice.installer.errors import DownloadBroke, DownloadRefused, DownloadSlow, WrongArchive

FILE = bytes(range(256)) * 400
SIZE = len(FILE)


def wanted(site: ModelSite, tmp_path: Path) -> Wanted:
    site.files["/x.zip"] = FILE
    return Wanted(f"{site.url}/x.zip", SIZE, tmp_path / "x.zip")


def fetch(file: Wanted) -> list[int]:
    told: list[int] = []
    download(file, told.append)
    return told


class TestDownload:
    def test_brings_the_file_and_tells_how_far_it_is(self, site: ModelSite, tmp_path: Path) -> None:
        file = wanted(site, tmp_path)
        told = fetch(file)
        assert file.target.read_bytes() == FILE
        assert told == sorted(told) and told[-1] == SIZE
        assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["x.zip"]

    def test_goes_on_by_itself_where_the_connection_broke_off(self, site: ModelSite, tmp_path: Path) -> None:
        site.cut_after = [30_000, 20_000]
        file = wanted(site, tmp_path)
        fetch(file)
        assert file.target.read_bytes() == FILE
        assert site.ranges() == ["", "bytes=30000-", "bytes=50000-"]

    def test_goes_on_the_next_time_with_what_came(self, site: ModelSite, tmp_path: Path) -> None:
        site.cut_after = [30_000, 0, 0, 0]
        file = wanted(site, tmp_path)
        with pytest.raises(DownloadBroke, match=r"broke off at 0 of 0 MB\. What came is kept"):
            fetch(file)
        assert file.have == 30_000
        site.asked.clear()
        fetch(file)
        assert file.target.read_bytes() == FILE
        assert site.ranges() == [f"bytes={30_000}-", "bytes=30000-"][-len(site.ranges()) :]

    def test_begins_anew_when_the_file_is_another_version_meanwhile(
        self, site: ModelSite, tmp_path: Path
    ) -> None:
        file = wanted(site, tmp_path)
        file.part.write_bytes(b"old" * 100)
        file.mark.write_text('"zero"')
        fetch(file)
        assert file.target.read_bytes() == FILE

    def test_begins_anew_where_the_server_cannot_go_on(self, site: ModelSite, tmp_path: Path) -> None:
        site.takes_ranges = False
        site.cut_after = [60_000]
        file = wanted(site, tmp_path)
        fetch(file)
        assert file.target.read_bytes() == FILE

    def test_gives_up_on_a_server_that_sends_next_to_nothing(self, site: ModelSite, tmp_path: Path) -> None:
        site.drip = 0.2
        with pytest.raises(DownloadSlow, match="too slow"):
            fetch(wanted(site, tmp_path))

    def test_gives_up_on_a_server_that_says_nothing(self, site: ModelSite, tmp_path: Path) -> None:
        site.drip = 1.5
        with pytest.raises(DownloadSlow):
            fetch(wanted(site, tmp_path))

    def test_waits_for_a_server_that_is_slow_but_steady(
        self, site: ModelSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(downloads, "PATIENCE", downloads.Patience(silence=1, window=0.2, least=5000))
        site.drip = 0.01
        file = wanted(site, tmp_path)
        fetch(file)
        assert file.target.read_bytes() == FILE

    @pytest.mark.parametrize("status", [403, 404])
    def test_takes_a_refusal_for_an_answer(self, status: int, site: ModelSite, tmp_path: Path) -> None:
        site.status = status
        with pytest.raises(DownloadRefused, match=f"status {status}"):
            fetch(wanted(site, tmp_path))
        assert len(site.ranges()) == 1

    def test_asks_again_where_the_server_is_only_busy(self, site: ModelSite, tmp_path: Path) -> None:
        site.status = 503
        with pytest.raises(DownloadBroke):
            fetch(wanted(site, tmp_path))
        assert len(site.ranges()) == 2

    @pytest.mark.parametrize("more", [1, -1, 1_000_000])
    def test_refuses_a_file_of_another_length(self, more: int, site: ModelSite, tmp_path: Path) -> None:
        file = wanted(site, tmp_path)
        with pytest.raises(WrongArchive):
            fetch(Wanted(file.url, SIZE + more, file.target))
        assert not file.part.exists()

    def test_begins_anew_when_the_part_is_longer_than_the_servers_file(
        self, site: ModelSite, tmp_path: Path
    ) -> None:
        file = Wanted(f"{site.url}/x.zip", SIZE, tmp_path / "x.zip")
        file.part.write_bytes(bytes(SIZE - 1))
        site.files["/x.zip"] = FILE[:100]
        with pytest.raises(WrongArchive):
            fetch(file)

    def test_does_not_ask_again_when_the_disk_is_full(
        self, site: ModelSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: Any) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(downloads, "copy", full)
        with pytest.raises(OSError, match="No space left"):
            fetch(wanted(site, tmp_path))
        assert len(site.ranges()) == 1
