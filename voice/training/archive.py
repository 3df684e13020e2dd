"""A model's folder as one archive, always the same bytes for the same files, and the card beside it."""

import gzip
import hashlib
import json
import tarfile
from pathlib import Path


def pack(folder: Path, archive: Path) -> None:
    """The folder as `model/` in a .tar.gz without names, times or owners of this machine."""
    with (
        archive.open("wb") as out,
        gzip.GzipFile("", "wb", 9, out, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.USTAR_FORMAT) as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, Path("model") / path.relative_to(folder), recursive=False, filter=anonymous)


def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = 0
    member.mode = 0o755 if member.isdir() else 0o644
    return member


def write_card(archive: Path) -> None:
    """The card beside an archive, `starter-en.json` for `starter-en.tar.gz`: language, checksum, that it is
    a starter.
    """
    card = archive.with_name(archive.name.removesuffix(".tar.gz") + ".json")
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    card.write_text(json.dumps({"language": "en", "sha256": checksum, "starter": True}, indent=2) + "\n")
