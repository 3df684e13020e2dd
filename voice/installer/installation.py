"""Install a model: fetch it, verify it, pack it, put it on the shelf and use it; and take one away again."""

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from voice import model_cards, speech_models
from voice.installer import archive, official
from voice.installer.download import FULL, Wanted, download
from voice.installer.errors import (
    NoSpace,
    NotAModel,
    NotWritable,
    StarterStays,
    UnknownModel,
    WrongArchive,
    WrongModelName,
)
from voice.installer.official import OfficialModel
from voice.installer.standing import Installation, ended, folder, only_one, recorded, tell
from voice.model_cards import SpeechModel

Report = Callable[[Installation], None]
ROOM_FOR_ALL = 4
"""A zip, the tar.gz made of it (as long) and what that unpacks to (twice as long)."""
OFTEN = 0.25
"""Seconds between two lines in the file that tells how an installation stands."""


def install(name: str, report: Report) -> SpeechModel:
    """Install an official model and use it for its language; goes on where an earlier attempt broke off.

    Raises the errors of `voice.installer.errors`; what had arrived stays unless it was wrong.
    """
    with only_one():
        return bring(name, report)


def install_from(source: Path, name: str, language: str, report: Report) -> SpeechModel:
    """Install a model from a zip or a folder of this machine and use it. Raises as `install`."""
    check_name(name)
    if not os.access(source, os.R_OK):
        raise NotAModel({"name": str(source)})
    with only_one(), disk_errors():
        return shelved(source, name, language, report)


def bring(name: str, report: Report) -> SpeechModel:
    """`install` for who holds the lock already."""
    check_name(name)
    with recorded(name), disk_errors():
        told = told_to_all(report)
        told(Installation(name))
        wanted = official.named(name)
        arrived = fetched(wanted, told)
        model = shelved(arrived, name, wanted.language, told)
        clear_arrivals()
        return model


def fetched(wanted: OfficialModel, report: Report) -> Path:
    """The model's zip, verified against the list's checksum."""
    zipped = folder() / f"{wanted.name}.zip"
    file = Wanted(wanted.url, wanted.bytes, zipped)
    if not zipped.exists():
        need(ROOM_FOR_ALL * wanted.bytes - file.have)
        download(file, lambda done: report(Installation(wanted.name, "fetching", done, wanted.bytes)))
    if md5_of(zipped) != wanted.md5:
        zipped.unlink()
        raise WrongArchive({"size": wanted.bytes})
    return zipped


def shelved(source: Path, name: str, language: str, report: Report) -> SpeechModel:
    """Packed, with its card, on the shelf of installed models, and in use."""
    packed = folder() / f"{name}.tar.gz"
    with archive.pieces_of(source) as pieces:
        total = archive.unpacked_size(pieces)
        need(2 * total)
        archive.pack(pieces, packed, lambda done: report(Installation(name, "packing", done, total)))
    shelf = speech_models.installed_shelf()
    shelf.mkdir(parents=True, exist_ok=True)
    drop_unpacked(name)
    card = model_cards.write(packed.replace(shelf / packed.name), language)
    model = model_cards.read(card)
    speech_models.choose(model)
    return model


def remove(name: str) -> None:
    """Take an installed model away; its language goes to the next. Raises UnknownModel, StarterStays."""
    check_name(name)
    card = speech_models.installed_shelf() / f"{name}.json"
    with only_one(), disk_errors():
        if not card.exists() and not model_cards.archive_of(card).exists():
            raise UnknownModel({"name": name})
        card.unlink(missing_ok=True)
        model_cards.archive_of(card).unlink(missing_ok=True)
        drop_unpacked(name)
        speech_models.forget_choice(name)


def drop_unpacked(name: str) -> None:
    for place in speech_models.installed_shelf().parent.glob(f"{name}-{'[0-9a-f]' * 8}"):
        shutil.rmtree(place, ignore_errors=True)


def check_name(name: str) -> None:
    """Raises WrongModelName for what no file may be called, StarterStays for a bundled model."""
    if not model_cards.NAME.fullmatch(name):
        raise WrongModelName({"name": name})
    if (speech_models.SHELF / f"{name}.json").exists():
        raise StarterStays({"name": name})


def need(room: int) -> None:
    """Raises NoSpace when the disk has less than `room` bytes free."""
    free = shutil.disk_usage(folder()).free
    if free < room:
        raise no_space(room, free)


def no_space(room: int, free: int) -> NoSpace:
    return NoSpace({"needed": -(-room // 1_000_000), "free": free // 1_000_000, "folder": folder().parent})


@contextmanager
def disk_errors() -> Iterator[None]:
    """What the disk refuses, as NoSpace or NotWritable."""
    try:
        yield
    except OSError as refused:
        if refused.errno in FULL and refused.errno != errno.EROFS:
            free = shutil.disk_usage(folder()).free
            raise no_space(free + 1, free) from refused
        raise NotWritable({"folder": folder().parent, "why": refused.strerror or refused}) from refused


def told_to_all(report: Report) -> Report:
    """Reports to the caller each time, and into the standing's file a few times a second."""
    last = Installation("")
    at = 0.0

    def told(now: Installation) -> None:
        nonlocal last, at
        report(now)
        if now.step != last.step or now.name != last.name or time.monotonic() - at > OFTEN:
            tell(now)
            last, at = now, time.monotonic()

    return told


def clear_arrivals() -> None:
    """All is on the shelf: drop what it came in, and what other attempts left."""
    ended()
    for left in folder().iterdir():
        if left.name != "lock":
            left.unlink()


def md5_of(path: Path) -> str:
    """The checksum that Vosk's list gives: against damage on the way, not against a forger."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
