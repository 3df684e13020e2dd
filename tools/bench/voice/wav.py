"""Samples as the WAV file that a phone records."""

import io
import wave

from voice.recordings import RATE


def wav_of(sound: bytes, *, before: float = 0.0, after: float = 0.0) -> bytes:
    """16-bit samples at 16 kHz, with seconds of silence around them."""
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(silence(before) + sound + silence(after))
    return file.getvalue()


def silence(seconds: float) -> bytes:
    return bytes(2 * round(seconds * RATE))
