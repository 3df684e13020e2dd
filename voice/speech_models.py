"""The speech models this server has: found on the shelf, described for the page, unpacked once."""

import hashlib
import json
import shutil
import tarfile
import tempfile
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from voice.errors import BrokenModel, NoModel

SHELF = Path(__file__).resolve().parent / "models"
ADDRESS = "/speech/models/"


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """A Vosk model as one tar.gz with one top folder; phone and server use the same file.

    `url` changes with the content, so it may be kept for ever; `folder` is where the server unpacks it.
    """

    name: str
    language: str
    path: Path
    folder: Path
    url: str
    sha256: str
    bytes: int
    starter: bool


def current(language: str, shelf: Path = SHELF) -> SpeechModel | None:
    """The model for a language ("en"), or None when this server has none."""
    found = (model for model in available(shelf) if model.language == language.split("-")[0].lower())
    return next(found, None)


def required(language: str, shelf: Path = SHELF) -> SpeechModel:
    """The model for a language; NoModel when this server has none."""
    if model := current(language, shelf):
        return model
    raise NoModel({"language": language})


def available(shelf: Path = SHELF) -> list[SpeechModel]:
    """Every model on the shelf whose archive is there, by name."""
    cards = sorted(shelf.glob("*.json"))
    return [described(card) for card in cards if archive_of(card).exists()]


def archive_of(card: Path) -> Path:
    return card.with_suffix(".tar.gz")


def described(card: Path) -> SpeechModel:
    """A model from its card, the JSON file beside the archive."""
    written = json.loads(card.read_text())
    archive = archive_of(card)
    changed = archive.stat()
    sha256 = digest(archive, changed.st_mtime_ns, changed.st_size)
    marked = f"{card.stem}-{sha256[:8]}"
    return SpeechModel(
        name=card.stem,
        language=written["language"],
        path=archive,
        folder=settings.VOICE_MODEL_DIR / marked,
        url=f"{ADDRESS}{marked}.tar.gz",
        sha256=sha256,
        bytes=changed.st_size,
        starter=written["starter"],
    )


@cache
def digest(path: Path, changed: int, size: int) -> str:
    """SHA-256 of a file; read again only when its time or its size is another."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpacked(model: SpeechModel) -> Path:
    """The model's folder, unpacked on first use; BrokenModel when the archive cannot be read."""
    if not model.folder.is_dir():
        unpack(model)
    return model.folder


def unpack(model: SpeechModel) -> None:
    """Unpack beside the final place and move it there in one step: the folder is whole or absent."""
    model.folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model.folder.parent) as place:
        top = extracted(model, Path(place))
        try:
            top.rename(model.folder)
        except OSError:
            if not model.folder.is_dir():
                raise


def extracted(model: SpeechModel, place: Path) -> Path:
    """The archive's one top folder, inside `place`."""
    try:
        with tarfile.open(model.path) as archive:
            for member in archive:
                write_member(archive, member, place)
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError) as unreadable:
        raise broken(model) from unreadable
    tops = list(place.iterdir())
    if len(tops) != 1 or not (tops[0] / "am" / "final.mdl").is_file():
        raise broken(model)
    return tops[0]


def write_member(archive: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> None:
    """Plain files and folders inside `place`; ValueError for a link or a way out of it.

    (tarfile's own "data" filter came with Python 3.11.4; Debian 12 has 3.11.2.)
    """
    target = (place / member.name).resolve()
    target.relative_to(place.resolve())
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
    elif content := archive.extractfile(member) if member.isreg() else None:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            shutil.copyfileobj(content, file)
    else:
        raise ValueError(member.name)


def broken(model: SpeechModel) -> BrokenModel:
    return BrokenModel({"name": model.name, "remedy": remedy_for(model.path)})


def remedy_for(archive: Path) -> str:
    """The command that brings a bundled archive back."""
    return f"git checkout -- voice/models/{archive.name}"


def forget(model: SpeechModel) -> None:
    """Drop what was unpacked, so that the next use unpacks it anew."""
    shutil.rmtree(model.folder, ignore_errors=True)
