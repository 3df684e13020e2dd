"""(a) Words and amounts heard by each installed model: voices held out from training, clean and in noise."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tools.bench.voice import people
from tools.bench.voice.noise import noisy
from tools.bench.voice.said import Said, drawn, sentences
from tools.bench.voice.scores import Score
from tools.bench.voice.voices import HELD_OUT, Voice, speak
from voice import recognizer, speech_models
from voice.reranking import Word
from voice.speech_models import SpeechModel

LANGUAGE = "en"
GIVEN, OWN = "given_en", "own_en"
NOISES = (20, 10)
# In noise, so many of the sentences; of our own rows, so many a voice.
NOISY, OURS = 20, 20

Hear = Callable[[bytes], Sequence[Word]]


def measure(*, seed: int, count: int, sounds: Path, folder: Path | None) -> dict[str, Any]:
    """Figures by model: voices, our own rows, people, and what of the rows the vocabulary holds."""
    found = [model for model in speech_models.available() if model.language == LANGUAGE]
    return {model.name: measure_model(model, seed, count, sounds, folder) for model in found}


def measure_model(
    model: SpeechModel, seed: int, count: int, sounds: Path, folder: Path | None
) -> dict[str, Any]:
    hear: Hear = partial(recognizer.best, recognizer.loaded(model))
    rows = sentences(GIVEN)
    known = vocabulary(model)
    return {
        "vocabulary": {
            "words": len(known),
            **{file: inside(known, sentences(file)) for file in (GIVEN, OWN)},
        },
        "voices": [
            heard_of(voice, drawn(rows, count, f"{seed}{voice}"), hear, seed, sounds) for voice in HELD_OUT
        ],
        "own rows": shown(own_rows(hear, seed, sounds)),
        "people": dict(by_people(hear, folder, known)) if folder else None,
    }


def vocabulary(model: SpeechModel) -> frozenset[str]:
    lines = (speech_models.unpacked(model) / "graph" / "words.txt").read_text().splitlines()
    return frozenset(line.split()[0] for line in lines if not line.startswith(("<", "#", "[")))


def inside(known: frozenset[str], rows: Sequence[Said]) -> float:
    """The share of sentences all whose words the model has."""
    return sum(known.issuperset(said.words) for said in rows) / len(rows)


def heard_of(voice: Voice, rows: list[Said], hear: Hear, seed: int, sounds: Path) -> dict[str, Any]:
    print(f"  {voice} …", flush=True)
    spoken = speak(voice, rows, seed, sounds)
    found: dict[str, Any] = {"voice": str(voice), "clean": shown(score(rows, spoken, hear))}
    for decibels in NOISES:
        harder = [noisy(sound, decibels, seed + at) for at, sound in enumerate(spoken[:NOISY])]
        found[f"{decibels} dB"] = shown(score(rows[:NOISY], harder, hear))
    return found


def own_rows(hear: Hear, seed: int, sounds: Path) -> Score:
    """Our own rows, each voice some of them."""
    total, rows = Score(), sentences(OWN)
    for voice in HELD_OUT:
        some = drawn(rows, OURS, f"{seed}{voice}")
        total = total.joined(score(some, speak(voice, some, seed, sounds), hear))
    return total


def score(rows: Sequence[Said], sounds: Sequence[bytes], hear: Hear) -> Score:
    """All sentences, as many at once as there are cores."""
    found = Score()
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for said, heard in zip(rows, threads.map(hear, sounds), strict=True):
            found.add(said, heard)
    return found


def by_people(hear: Hear, folder: Path, known: frozenset[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The recordings' sets by name: words wrong, the shares without a mistake and inside the vocabulary."""
    counts: dict[str, list[int]] = {}
    found = list(people.recordings(folder))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        heards = threads.map(hear, [recording.samples() for recording in found])
        for recording, heard in zip(found, heards, strict=True):
            wrong, words = recording.nearest([word.word for word in heard])
            within = any(known.issuperset(wording) for wording in recording.wordings)
            sums = counts.setdefault(recording.group, [0] * 5)
            for at, more in enumerate((1, wrong, words, wrong == 0, within)):
                sums[at] += more
    for group, (number, wrong, words, perfect, inner) in sorted(counts.items()):
        shares = {"word errors": wrong / words, "perfect": perfect / number, "inside": inner / number}
        yield group, {"recordings": number, **shares}


def shown(found: Score) -> dict[str, Any]:
    return {
        "sentences": found.sentences,
        "perfect": found.perfect / max(found.sentences, 1),
        "words": found.words,
        "wrong": found.wrong,
        "amounts": found.with_amount,
        "right": found.amount_right,
        "surely wrong": found.surely_wrong,
    }
