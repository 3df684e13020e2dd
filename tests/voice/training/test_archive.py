import json
import tarfile
from hashlib import sha256
from pathlib import Path

from voice.training.archive import pack, write_card


def model(folder: Path) -> Path:
    (folder / "am").mkdir(parents=True)
    (folder / "am" / "final.mdl").write_bytes(b"\0B weights")
    (folder / "words.txt").write_text("yes 1\n")
    return folder


class TestPack:
    def test_packs_the_same_files_to_the_same_bytes(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            pack(model(tmp_path / name), tmp_path / f"{name}.tar.gz")
        assert (tmp_path / "one.tar.gz").read_bytes() == (tmp_path / "two.tar.gz").read_bytes()

    def test_says_nothing_of_who_packed_it(self, tmp_path: Path) -> None:
        pack(model(tmp_path / "one"), tmp_path / "one.tar.gz")
        with tarfile.open(tmp_path / "one.tar.gz") as tar:
            owners = {(member.uid, member.uname, member.mtime) for member in tar}
            names = tar.getnames()
        assert owners == {(0, "", 0)}
        assert names == ["model", "model/am", "model/am/final.mdl", "model/words.txt"]


class TestWriteCard:
    def test_puts_the_checksum_beside_the_archive(self, tmp_path: Path) -> None:
        archive = tmp_path / "starter-en.tar.gz"
        archive.write_bytes(b"packed")
        write_card(archive)
        card = json.loads((tmp_path / "starter-en.json").read_text())
        assert card == {"language": "en", "sha256": sha256(b"packed").hexdigest(), "starter": True}
