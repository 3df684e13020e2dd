"""Speaks sentences with espeak-ng, flite and festival: 16 kHz WAV files and a manifest of them."""

import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import soundfile
from scipy.signal import resample_poly

from voice.training import voices
from voice.training.features import RATE
from voice.training.pronunciations import dictionary_words, pronunciations
from voice.training.texts import Texts
from voice.training.voices import PITCH, Voice

LONGEST = 22
AT_ONCE = 100
LOUDNESS = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """What a voice is to say, and into which file."""

    words: str
    voice: Voice
    path: Path


def sentences(texts: Texts, rng: Random) -> Iterator[list[str]]:
    """Mostly what people say to the app; else loose words of the vocabulary or, for the sounds, of the
    dictionary.
    """
    known, others = sorted(texts.vocabulary), dictionary_words()
    while True:
        draw = rng.random()
        pool = others if draw < 0.1 else known
        words = texts.sentence(rng) if draw > 0.33 else rng.choices(pool, k=rng.randint(2, 7))
        if 1 <= len(words) <= LONGEST and all(map(pronunciations, words)):
            yield words


def speak_corpus(folder: Path, counts: dict[str, int], texts: Texts, rng: Random) -> Path:
    """Speaks so many sentences with each engine's training voices; returns the manifest."""
    source = sentences(texts, rng)
    chosen = {"espeak": voices.espeak, "flite": voices.flite, "festival": voices.festival}
    planned = [(chosen[engine](rng), next(source)) for engine, count in counts.items() for _ in range(count)]
    lines = [
        Line(" ".join(words), voice, folder / f"{at:06d}.wav") for at, (voice, words) in enumerate(planned)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    speak(lines, rng)
    return write_manifest(folder / "manifest.jsonl", lines)


def write_manifest(path: Path, lines: Iterable[Line]) -> Path:
    """One JSON line a file that was spoken: festival refuses a sentence now and then."""
    spoken = [line for line in lines if line.path.exists()]
    entries = [
        {"path": str(line.path), "words": line.words.split(), "voice": str(line.voice), "split": "train"}
        for line in spoken
    ]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    return path


def speak(lines: Iterable[Line], rng: Random) -> None:
    by_festival: dict[str, list[Line]] = {}
    for line in lines:
        if line.voice.engine == "festival":
            by_festival.setdefault(line.voice.name, []).append(line)
        else:
            speak_line(line, rng)
    for name, waiting in by_festival.items():
        for start in range(0, len(waiting), AT_ONCE):
            speak_by_festival(name, waiting[start : start + AT_ONCE])


def speak_line(line: Line, rng: Random) -> None:
    """One sentence at a random pace and pitch."""
    command = espeak_command(line, rng) if line.voice.engine == "espeak" else flite_command(line, rng)
    with tempfile.NamedTemporaryFile(suffix=".wav") as wav:
        subprocess.run([*command, wav.name], check=True, capture_output=True)
        save(line.path, wav.name)


def espeak_command(line: Line, rng: Random) -> list[str]:
    pace, pitch = str(rng.randint(120, 200)), str(rng.randint(5, 95))
    return ["espeak-ng", "-v", line.voice.name, "-s", pace, "-p", pitch, line.words, "-w"]


def flite_command(line: Line, rng: Random) -> list[str]:
    pace, pitch = rng.uniform(0.85, 1.15), rng.uniform(*PITCH[line.voice.name])
    moved = ["--setf", f"duration_stretch={pace:.2f}", "--setf", f"int_f0_target_mean={pitch:.0f}"]
    return ["flite", "-voice", line.voice.name, *moved, "-t", line.words, "-o"]


def speak_by_festival(name: str, lines: Iterable[Line]) -> None:
    """One process speaks them all: it takes seconds to start."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = [(line, f"{folder}/{at}.wav") for at, line in enumerate(lines)]
        steps = [
            f'(utt.save.wave (utt.synth (Utterance Text "{line.words}")) "{wav}")' for line, wav in wanted
        ]
        script = Path(folder, "speak.scm")
        script.write_text("\n".join([f"(voice_{name})", *steps]))
        subprocess.run(["festival", "-b", str(script)], check=False, capture_output=True)
        for line, wav in wanted:
            if Path(wav).exists():
                save(line.path, wav)


def save(path: Path, wav: str) -> None:
    """The sound at 16 kHz, half as loud as can be."""
    samples, rate = soundfile.read(wav, dtype="float64")
    if rate != RATE:
        divisor = np.gcd(rate, RATE)
        samples = resample_poly(samples, RATE // divisor, rate // divisor)
    peak = np.abs(samples).max(initial=0) or 1.0
    soundfile.write(path, (samples / peak * LOUDNESS).astype(np.float32), RATE, subtype="PCM_16")
