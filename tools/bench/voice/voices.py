"""Synthesisers' voices that no model was trained on, and how they are made to speak: as in voice/training."""

import hashlib
import random
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bench.voice.said import Said

ACCENTS = ("en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-029")
PROGRAMS = ("espeak-ng", "flite", "festival", "sox")
SOUND = ("-r", "16000", "-c", "1", "-b", "16", "-e", "signed-integer")
# A tenth of a second and more of silence around each sentence, and its peak at half of full scale.
EDGES = ("gain", "-n", "-6", "pad", "0.2", "0.3")


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of "espeak", "flite" or "festival"."""

    engine: str
    name: str

    def __str__(self) -> str:
        return f"{self.engine} {self.name}"


HELD_OUT = (
    *(Voice("espeak", name) for name in ("belinda", "Iven2", "f3", "m4", "paul", "klatt3", "Annie", "max")),
    Voice("flite", "awb"),
    Voice("festival", "ked_diphone"),
)


def missing_programs() -> list[str]:
    return [program for program in PROGRAMS if shutil.which(program) is None]


def speak(voice: Voice, said: Sequence[Said], seed: int, folder: Path) -> list[bytes]:
    """The sentences as samples (16-bit, 16 kHz), kept in the folder; pace and pitch follow from the seed."""
    folder.mkdir(parents=True, exist_ok=True)
    places = [folder / f"{name_of(voice, one, seed)}.raw" for one in said]
    silent = [(one, place) for one, place in zip(said, places, strict=True) if not place.exists()]
    if voice.engine == "festival":
        speak_festival(voice, silent)
    for one, place in silent:
        if voice.engine != "festival":
            speak_one(voice, one.text, random.Random(place.stem), place)
    return [place.read_bytes() for place in places]


def name_of(voice: Voice, said: Said, seed: int) -> str:
    return hashlib.sha256(f"{voice}|{seed}|{said.text}".encode()).hexdigest()[:20]


def speak_one(voice: Voice, text: str, chance: random.Random, place: Path) -> None:
    raw = place.with_suffix(".wav")
    command = espeak(voice, chance) if voice.engine == "espeak" else flite(voice, chance)
    subprocess.run(
        [*command, str(raw), text] if voice.engine == "espeak" else [*command, "-t", text, "-o", str(raw)],
        check=True,
        capture_output=True,
    )
    to_samples(raw, place)


def espeak(voice: Voice, chance: random.Random) -> list[str]:
    pace, pitch = chance.randint(120, 200), chance.randint(5, 95)
    accent = f"{chance.choice(ACCENTS)}+{voice.name}"
    return ["espeak-ng", "-v", accent, "-s", str(pace), "-p", str(pitch), "-w"]


def flite(voice: Voice, chance: random.Random) -> list[str]:
    pace, pitch = chance.uniform(0.85, 1.15), chance.uniform(85, 150)
    settings = [f"duration_stretch={pace:.2f}", f"int_f0_target_mean={pitch:.0f}"]
    return ["flite", "-voice", voice.name, "--setf", settings[0], "--setf", settings[1]]


def speak_festival(voice: Voice, silent: Sequence[tuple[Said, Path]]) -> None:
    """All in one process: it takes a second to start."""
    if not silent:
        return
    script = silent[0][1].with_suffix(".scm")
    lines = [f"(voice_{voice.name})"]
    for said, place in silent:
        lines.append(
            f'(utt.save.wave (utt.synth (Utterance Text "{said.text}")) "{place.with_suffix(".wav")}")'
        )
    script.write_text("\n".join(lines))
    subprocess.run(["festival", "-b", str(script)], check=True, capture_output=True)
    script.unlink()
    for _, place in silent:
        to_samples(place.with_suffix(".wav"), place)


def to_samples(raw: Path, place: Path) -> None:
    """What a synthesiser wrote, at our rate."""
    command = ["sox", "-R", str(raw), *SOUND, "-t", "raw", str(place), "rate", "16000", *EDGES]
    subprocess.run(command, check=True, capture_output=True)
    raw.unlink()
