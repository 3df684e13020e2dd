import io
import tarfile
import warnings
import zipfile
from pathlib import Path

import pytest

from tests.voice.model_site import SMALL, starter_files, zipped
from voice.installer import archive
from voice.installer.errors import NotAModel, UnsafeArchive

MODEL = {"m/am/final.mdl": b"weights", "m/conf/model.conf": b"--beam=13\n", "m/ivector/a/b": b"x"}


def packed(source: Path, target: Path) -> bytes:
    with archive.pieces_of(source) as pieces:
        archive.pack(pieces, target, lambda done: None)
    return target.read_bytes()


def zip_at(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "some.zip"
    path.write_bytes(content)
    return path


def with_entry(name: str, mode: int = 0o100644) -> bytes:
    held = io.BytesIO(zipped(MODEL))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(held, "a") as made:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode << 16
        made.writestr(entry, "/etc/passwd")
    return held.getvalue()


def with_password() -> bytes:
    """The first file's flag says it is encrypted."""
    content = bytearray(zipped(MODEL))
    content[6] |= 1
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    return bytes(content)


class TestPack:
    def test_makes_one_top_folder_with_every_file(self, tmp_path: Path) -> None:
        packed(zip_at(tmp_path, zipped(MODEL)), tmp_path / "x.tar.gz")
        with tarfile.open(tmp_path / "x.tar.gz") as made:
            names = [member.name for member in made]
            content = made.extractfile("model/conf/model.conf")
            assert content and content.read() == b"--beam=13\n"
        assert names == [
            "model",
            "model/am",
            "model/conf",
            "model/ivector",
            "model/ivector/a",
            "model/am/final.mdl",
            "model/conf/model.conf",
            "model/ivector/a/b",
        ]

    def test_makes_the_same_bytes_of_a_zip_and_of_its_folder_at_any_time(self, tmp_path: Path) -> None:
        for name, content in MODEL.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        of_zip = packed(zip_at(tmp_path, zipped(MODEL)), tmp_path / "a.tar.gz")
        assert packed(tmp_path / "m", tmp_path / "b.tar.gz") == of_zip

    def test_tells_how_many_bytes_it_packed(self, tmp_path: Path) -> None:
        told: list[int] = []
        with archive.pieces_of(zip_at(tmp_path, zipped(MODEL))) as pieces:
            archive.pack(pieces, tmp_path / "x.tar.gz", told.append)
            assert told[-1] == archive.unpacked_size(pieces) == sum(map(len, MODEL.values()))

    def test_takes_the_older_layout_too(self, tmp_path: Path) -> None:
        assert packed(zip_at(tmp_path, zipped({"m/final.mdl": b"x"})), tmp_path / "x.tar.gz")

    def test_takes_a_real_model(self, tmp_path: Path) -> None:
        content = zipped({f"x/{path}": file for path, file in starter_files().items()})
        assert len(packed(zip_at(tmp_path, content), tmp_path / "x.tar.gz")) > 3_000_000


class TestPiecesOf:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"<html>not found</html>",
            SMALL[:-200],
            zipped({}),
            zipped({"m/readme.txt": b"x"}),
            zipped({"final.mdl": b"x"}),
            zipped({"one/am/final.mdl": b"x", "two/am/final.mdl": b"x"}),
            with_password(),
        ],
        ids=["empty", "page", "cut", "no files", "no model", "no top", "two tops", "password"],
    )
    def test_refuses_what_is_no_model(self, content: bytes, tmp_path: Path) -> None:
        with pytest.raises(NotAModel, match=r"is no speech model of Vosk's.*Choose another file"):
            packed(zip_at(tmp_path, content), tmp_path / "x.tar.gz")

    @pytest.mark.parametrize(
        "content",
        [
            with_entry("m/../../escaped"),
            with_entry("../escaped"),
            with_entry("/etc/cron.d/escaped"),
            with_entry("m\\..\\escaped"),
            with_entry("m/link", mode=0o120777),
            with_entry("m/am/final.mdl"),
            zipped({"m/am/final.mdl": bytes(50_000_000)}),
            zipped({"m/am/final.mdl": b"x", **{f"m/{n}": b"" for n in range(2_000)}}),
        ],
        ids=["way out", "above", "absolute", "backslashes", "link", "twice", "bomb", "too many"],
    )
    def test_refuses_what_might_do_harm(self, content: bytes, tmp_path: Path) -> None:
        with pytest.raises(UnsafeArchive, match="was not unpacked"):
            packed(zip_at(tmp_path, content), tmp_path / "x.tar.gz")
        assert not list(tmp_path.parent.rglob("escaped*"))

    def test_refuses_a_folder_with_a_link_in_it(self, tmp_path: Path) -> None:
        (tmp_path / "m" / "am").mkdir(parents=True)
        (tmp_path / "m" / "am" / "final.mdl").symlink_to("/etc/passwd")
        with pytest.raises(UnsafeArchive):
            packed(tmp_path / "m", tmp_path / "x.tar.gz")

    def test_refuses_a_damaged_file_inside_of_a_sound_zip(self, tmp_path: Path) -> None:
        content = bytearray(SMALL)
        content[200:240] = bytes(40)
        with pytest.raises(NotAModel):
            packed(zip_at(tmp_path, bytes(content)), tmp_path / "x.tar.gz")
