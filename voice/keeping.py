"""Recordings that a person asked the server to keep: files in a folder that is there while they ask for it.

Nobody's are kept until they switch it on, and what was kept is gone when they switch it off. The newest
`MOST` bytes stay.
"""

import shutil
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractUser

from finance.ids import new_id
from voice import recordings
from voice.errors import UnknownRecording

# Half an hour of sound for each person.
MOST = 30 * 60 * recordings.BYTES_PER_SECOND
PCM_16K = struct.pack("<HHIIHH", recordings.PCM, 1, recordings.RATE, recordings.BYTES_PER_SECOND, 2, 16)


@dataclass(frozen=True, slots=True)
class Kept:
    """A recording: when it was heard, how long it lasts, and the words heard in it."""

    id: UUID
    at: datetime
    seconds: float
    words: str


def keeps(person: AbstractUser) -> bool:
    return folder_of(person).is_dir()


def begin(person: AbstractUser) -> None:
    """Keep what the server hears of a person from now on."""
    folder_of(person).mkdir(mode=0o700, parents=True, exist_ok=True)


def end(person: AbstractUser) -> None:
    """Keep nothing any more, and delete what was kept."""
    shutil.rmtree(folder_of(person), ignore_errors=True)


def keep(person: AbstractUser, sound: bytes, words: str) -> None:
    """Keep samples as a WAV with its words, where the person asked for it; older ones make room.

    Raises OSError when the disk takes no more.
    """
    if not keeps(person):
        return
    folder = folder_of(person)
    made, beside = folder / f"{new_id()}.wav", folder / "arriving"
    beside.write_bytes(wav_of(sound, words))
    beside.chmod(0o600)
    beside.replace(made)
    for old in beyond(MOST, newest_first(folder)):
        old.unlink(missing_ok=True)


def kept(person: AbstractUser) -> list[Kept]:
    """What is kept, newest first."""
    return [described(file) for file in newest_first(folder_of(person))]


def sound_of(person: AbstractUser, recording: UUID) -> bytes:
    """The WAV file of a recording. Raises UnknownRecording for one that is not the person's."""
    return file_of(person, recording).read_bytes()


def drop(person: AbstractUser, recording: UUID) -> None:
    """Delete a recording. Raises UnknownRecording for one that is not the person's."""
    file_of(person, recording).unlink(missing_ok=True)


def folder_of(person: AbstractUser) -> Path:
    return Path(settings.VOICE_RECORDINGS) / str(person.pk)


def file_of(person: AbstractUser, recording: UUID) -> Path:
    file = folder_of(person) / f"{recording}.wav"
    if not file.is_file():
        raise UnknownRecording
    return file


def newest_first(folder: Path) -> list[Path]:
    """Their names are UUIDv7s: in the order of making."""
    return sorted(folder.glob("*.wav"), reverse=True)


def beyond(most: int, files: Iterable[Path]) -> list[Path]:
    """The files after the first `most` bytes."""
    total, found = 0, []
    for file in files:
        total += file.stat().st_size
        if total > most:
            found.append(file)
    return found


def described(file: Path) -> Kept:
    found = dict(recordings.chunks(file.read_bytes()))
    recording = UUID(file.stem)
    return Kept(recording, made_at(recording), recordings.seconds(found[b"data"]), words_in(found[b"LIST"]))


def made_at(recording: UUID) -> datetime:
    """A UUIDv7 begins with the milliseconds since 1970 (RFC 9562, section 5.7)."""
    return datetime.fromtimestamp((recording.int >> 80) / 1000, UTC)


def wav_of(sound: bytes, words: str) -> bytes:
    """A WAV whose comment (INFO list, ICMT) is the words."""
    comment = b"INFO" + chunk(b"ICMT", words.encode() + b"\0")
    chunks = chunk(b"fmt ", PCM_16K) + chunk(b"LIST", comment) + chunk(b"data", sound)
    return chunk(b"RIFF", b"WAVE" + chunks)


def words_in(info: bytes) -> str:
    (length,) = struct.unpack_from("<I", info, 8)
    return info[12 : 12 + length].rstrip(b"\0").decode()


def chunk(name: bytes, content: bytes) -> bytes:
    """A RIFF chunk, filled up to an even length."""
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)
