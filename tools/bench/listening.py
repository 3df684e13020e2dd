"""The server's ear: time to recognise beside the length of the recording (the real-time factor)."""

import wave
from collections.abc import Iterator
from pathlib import Path

from tools.bench.measure import Measure, milliseconds
from tools.setup import ROOT
from voice.recognizer import transcribe

RECORDINGS = ROOT / "tests" / "data" / "speech"


def measure() -> Iterator[Measure]:
    recordings = sorted(RECORDINGS.glob("*.wav"))[:10]
    length = sum(seconds(path) for path in recordings) * 1000
    ours = milliseconds(lambda: [transcribe(path.read_bytes()) for path in recordings], times=3)
    yield Measure(f"starter model: {len(recordings)} recordings", ours, "the recordings' own length", length)


def seconds(path: Path) -> float:
    with wave.open(str(path)) as sound:
        length: float = sound.getnframes() / sound.getframerate()
    return length
