"""A model in Vosk's zip or in a folder, packed anew as the tar.gz that phones and the server read."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from stat import S_ISLNK
from typing import IO

from voice.installer.errors import NotAModel, UnsafeArchive
from voice.speech_models import MODEL_FILES

MOST_FILES = 2_000
MOST_BYTES = 12 * 2**30
MOST_SWELLING = 20
"""A model's zip unpacks to less than three times its length; a bomb to a thousand times."""
TOP = "model"
CHUNK = 2**20
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
"""What zipfile raises for no zip, a cut one, or (RuntimeError) one in another code or with a password."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the model: its path inside of it, its length, and how to read it."""

    path: PurePosixPath
    size: int
    open: Callable[[], IO[bytes]]


@contextmanager
def pieces_of(source: Path) -> Iterator[list[Piece]]:
    """The files of a model, sorted by their paths. Raises NotAModel or UnsafeArchive."""
    if source.is_dir():
        yield checked(source, folder_pieces(source), packed=MOST_BYTES)
        return
    try:
        with zipfile.ZipFile(source) as archive:
            yield checked(source, zip_pieces(archive), packed=source.stat().st_size)
    except UNREADABLE as unreadable:
        raise NotAModel({"name": source.name}) from unreadable


def folder_pieces(folder: Path) -> Iterator[Piece]:
    for path in folder.rglob("*"):
        if path.is_symlink():
            raise UnsafeArchive({"name": folder.name})
        if path.is_file():
            inside = PurePosixPath(TOP, *path.relative_to(folder).parts)
            yield Piece(inside, path.stat().st_size, partial(opened, path))


def opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def zip_pieces(archive: zipfile.ZipFile) -> Iterator[Piece]:
    for entry in archive.infolist():
        if S_ISLNK(entry.external_attr >> 16):
            raise UnsafeArchive({"name": Path(archive.filename or "").name})
        if not entry.is_dir():
            inside = PurePosixPath(entry.filename)
            yield Piece(inside, entry.file_size, partial(archive.open, entry))


def checked(source: Path, found: Iterator[Piece], *, packed: int) -> list[Piece]:
    """The files without their one top folder, sorted; what lies outside of it is no model, or worse."""
    pieces = sorted(found, key=lambda piece: piece.path)
    if not is_safe(pieces, packed):
        raise UnsafeArchive({"name": source.name})
    inside = {str(PurePosixPath(*piece.path.parts[1:])) for piece in pieces}
    if len({piece.path.parts[0] for piece in pieces}) != 1 or not inside & MODEL_FILES:
        raise NotAModel({"name": source.name})
    return pieces


def is_safe(pieces: list[Piece], packed: int) -> bool:
    """No path leads out, no file comes twice, and all together they are no bomb."""
    paths = [piece.path for piece in pieces]
    strays = [path for path in paths if leads_out(path)]
    total = sum(piece.size for piece in pieces)
    small = len(pieces) <= MOST_FILES and total <= min(MOST_BYTES, MOST_SWELLING * packed)
    return small and not strays and len(set(paths)) == len(paths)


def leads_out(path: PurePosixPath) -> bool:
    return not path.parts or path.is_absolute() or ".." in path.parts or "\\" in str(path)


def unpacked_size(pieces: list[Piece]) -> int:
    return sum(piece.size for piece in pieces)


def pack(pieces: list[Piece], target: Path, progress: Callable[[int], None]) -> None:
    """Write the tar.gz: the same bytes for the same model, whoever packs it and when. Raises NotAModel."""
    done = 0
    with (
        target.open("wb") as file,
        gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT, bufsize=CHUNK) as archive,
    ):
        for folder in folders_of(pieces):
            archive.addfile(entry_of(folder, kind=tarfile.DIRTYPE, mode=0o755))
        for piece in pieces:
            add(archive, piece, target)
            done += piece.size
            progress(done)


def add(archive: tarfile.TarFile, piece: Piece, target: Path) -> None:
    entry = entry_of(PurePosixPath(TOP, *piece.path.parts[1:]), kind=tarfile.REGTYPE, mode=0o644)
    entry.size = piece.size
    try:
        with piece.open() as content:
            archive.addfile(entry, content)
    except (*UNREADABLE, tarfile.TarError) as unreadable:
        raise NotAModel({"name": target.name.removesuffix(".tar.gz")}) from unreadable


def folders_of(pieces: list[Piece]) -> list[PurePosixPath]:
    """The folders that the files are in, outer ones first."""
    inside = {parent for piece in pieces for parent in PurePosixPath(TOP, *piece.path.parts[1:]).parents}
    return sorted(inside - {PurePosixPath()})


def entry_of(path: PurePosixPath, *, kind: bytes, mode: int) -> tarfile.TarInfo:
    """An entry without owner or time."""
    entry = tarfile.TarInfo(str(path))
    entry.type, entry.mode, entry.mtime = kind, mode, 0
    return entry
