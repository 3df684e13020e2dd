"""What a phone sends: a WAV of 16-bit PCM, one channel, 16 kHz, at most a minute; all else is refused."""

import struct
from collections.abc import Iterator

from voice.errors import CutRecording, NotWav, RecordingTooLong, WrongRecording

RATE = 16_000
LONGEST = 60
BYTES_PER_SECOND = 2 * RATE
# A minute of sound and the longest plausible header.
LARGEST = LONGEST * BYTES_PER_SECOND + 4096
MEDIA_TYPES = frozenset({"audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"})
PCM = 1


def samples(wav: bytes) -> bytes:
    """The samples of a recording, 16-bit little-endian at 16 kHz.

    Raises NotWav, WrongRecording, CutRecording or RecordingTooLong.
    """
    if len(wav) > LARGEST:
        raise RecordingTooLong({"limit": LONGEST})
    found = dict(chunks(wav))
    if b"fmt " not in found or b"data" not in found:
        raise NotWav
    require_our_format(found[b"fmt "])
    sound = found[b"data"]
    if len(sound) % 2:
        raise CutRecording
    if len(sound) > LONGEST * BYTES_PER_SECOND:
        raise RecordingTooLong({"limit": LONGEST})
    return sound


def seconds(sound: bytes) -> float:
    """How long samples last."""
    return len(sound) / BYTES_PER_SECOND


def chunks(wav: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each RIFF chunk (Microsoft, Multimedia Programming Interface 1.0, 1991)."""
    if wav[:4] != b"RIFF" or wav[8:12] != b"WAVE":
        raise NotWav
    place = 12
    while place + 8 <= len(wav):
        name, length = struct.unpack_from("<4sI", wav, place)
        content = wav[place + 8 : place + 8 + length]
        if len(content) < length:
            raise CutRecording
        yield name, content
        place += 8 + length + length % 2


def require_our_format(fmt: bytes) -> None:
    if len(fmt) < 16:
        raise NotWav
    coding, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", fmt)
    if coding != PCM:
        raise NotWav
    if (channels, rate, bits) != (1, RATE, 16):
        raise WrongRecording({"channels": channels, "rate": rate, "bits": bits})
