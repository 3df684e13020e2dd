"""A speech model's card: the JSON file beside its archive, which tells what the archive is."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

ADDRESS = "/speech/models/"
PIECE = 2**20
"""Bytes that a phone fetches and verifies at once; the last piece of a model is shorter."""
NAME = re.compile(r"[A-Za-z0-9][\w.+-]{0,99}", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}")
SHA256 = re.compile(r"[0-9a-f]{64}")


class SpoiltCard(Exception):
    """The card is no JSON, or not of a card's shape; `speech_model check` names it with the remedy."""


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """A Vosk model as one tar.gz with one top folder; phone and server use the same file.

    `url` changes with the content, so it may be kept for ever; `folder` is where the server unpacks it;
    `pieces` are the SHA-256 of each `piece_bytes` of the archive, in order.
    """

    name: str
    language: str
    path: Path
    folder: Path
    url: str
    sha256: str
    bytes: int
    starter: bool
    piece_bytes: int
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hashes:
    """SHA-256 of a whole archive and of its pieces."""

    whole: str
    pieces: tuple[str, ...]


def read(card: Path) -> SpeechModel:
    """The model that a card describes. Raises SpoiltCard; OSError when the archive is not there."""
    written = fields_of(card)
    archive = archive_of(card)
    seen = archive.stat()
    found = promised(written, seen.st_size) or hashes(archive, seen.st_mtime_ns, seen.st_size)
    marked = f"{card.stem}-{found.whole[:8]}"
    return SpeechModel(
        name=card.stem,
        language=written["language"],
        path=archive,
        folder=settings.VOICE_MODEL_DIR / marked,
        url=f"{ADDRESS}{marked}.tar.gz",
        sha256=found.whole,
        bytes=seen.st_size,
        starter=written["starter"],
        piece_bytes=PIECE,
        pieces=found.pieces,
    )


def write(archive: Path, language: str) -> Path:
    """The card of an archive that was just packed, beside it; in one step."""
    seen = archive.stat()
    found = hashes(archive, seen.st_mtime_ns, seen.st_size)
    card = card_of(archive)
    fields = {
        "name": card.stem,
        "language": language,
        "starter": False,
        "sha256": found.whole,
        "bytes": seen.st_size,
        "piece_bytes": PIECE,
        "pieces": found.pieces,
    }
    written = card.with_suffix(".json.new")
    written.write_text(json.dumps(fields, indent=2) + "\n")
    written.replace(card)
    return card


def archive_of(card: Path) -> Path:
    return card.with_suffix(".tar.gz")


def card_of(archive: Path) -> Path:
    return archive.with_name(archive.name.removesuffix(".tar.gz") + ".json")


def fields_of(card: Path) -> dict[str, Any]:
    """What is written on a card; SpoiltCard where it is not what a card holds."""
    try:
        fields = json.loads(card.read_bytes())
        known = bool(LANGUAGE.fullmatch(fields["language"]) and SHA256.fullmatch(fields["sha256"]))
        if not (known and NAME.fullmatch(card.stem) and isinstance(fields["starter"], bool)):
            raise SpoiltCard(card)
    except (ValueError, KeyError, TypeError, OSError) as unreadable:
        raise SpoiltCard(card) from unreadable
    return dict(fields)


def promised(written: dict[str, Any], size: int) -> Hashes | None:
    """The hashes on the card, if they are of this size: a large archive is not read at each start."""
    pieces = written.get("pieces")
    if written.get("bytes") != size or written.get("piece_bytes") != PIECE or not isinstance(pieces, list):
        return None
    whole = len(pieces) == -(-size // PIECE)
    sound = all(isinstance(piece, str) and SHA256.fullmatch(piece) for piece in pieces)
    return Hashes(written["sha256"], tuple(pieces)) if whole and sound else None


@cache
def hashes(path: Path, changed: int, size: int) -> Hashes:
    """Of a file; read again only when its time or its size is another."""
    return hashed(path)


def hashed(path: Path) -> Hashes:
    """Of a file as it is on the disk now."""
    whole, pieces = hashlib.sha256(), []
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            whole.update(piece)
            pieces.append(hashlib.sha256(piece).hexdigest())
    return Hashes(whole.hexdigest(), tuple(pieces))
