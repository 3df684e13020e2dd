"""What a microphone hears in a story: committed recordings one after the other, with silence between."""

import wave
from itertools import chain
from pathlib import Path

FOLDERS = tuple(Path(__file__).resolve().parent.parent / "data" / name for name in ("speech", "answers"))
RATE = 16_000


def compose(path: Path, *parts: str | float) -> Path:
    """Write a WAV of recordings by name and seconds of silence: compose(p, "lidl", 2.0, "yes")."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        for part in parts:
            sound.writeframes(recording(part) if isinstance(part, str) else bytes(2 * int(RATE * part)))
    return path


def recording(name: str) -> bytes:
    [path] = chain.from_iterable(folder.glob(f"{name}.wav") for folder in FOLDERS)
    with wave.open(str(path)) as sound:
        frames: bytes = sound.readframes(sound.getnframes())
    return frames


def seconds(name: str) -> float:
    return len(recording(name)) / 2 / RATE
