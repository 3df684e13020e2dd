"""From a recording to words: the one place that imports vosk, on first use."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voice import recordings, speech_models
from voice.speech_models import SpeechModel

if TYPE_CHECKING:
    from vosk import KaldiRecognizer, Model

ALTERNATIVES = 4
# 0.2 s of sound.
PIECE = recordings.BYTES_PER_SECOND // 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word heard, when (seconds from the start) and how surely (0 to 1)."""

    word: str
    start: float
    end: float
    conf: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What the recogniser thinks was said; `alternatives` are other whole transcripts, best first.

    A word the model does not know is `[unk]`. Silence has an empty transcript.
    """

    transcript: str
    words: tuple[Word, ...]
    alternatives: tuple[str, ...]


def transcribe(wav: bytes, language: str = "en") -> Hypothesis:
    """The words of a WAV recording (see `recordings`); blocks for about a twentieth of its length.

    Raises what `recordings.samples` raises, NoModel or BrokenModel.
    """
    sound = recordings.samples(wav)
    model = loaded(speech_models.required(language))
    words = tuple(Word(**word) for word in best(model, sound))
    transcript = " ".join(word.word for word in words)
    return Hypothesis(transcript, words, tuple(others(model, sound, transcript)) if words else ())


_models: dict[str, "Model"] = {}
_loading = threading.Lock()


def loaded(speech_model: SpeechModel) -> "Model":
    """Vosk's model, read into memory once for all threads."""
    with _loading:
        if speech_model.sha256 not in _models:
            _models[speech_model.sha256] = load(speech_model)
        return _models[speech_model.sha256]


def load(speech_model: SpeechModel) -> "Model":
    from vosk import Model, SetLogLevel

    SetLogLevel(-1)
    folder = speech_models.unpacked(speech_model)
    try:
        return Model(str(folder))
    except Exception as unreadable:
        speech_models.forget(speech_model)
        raise speech_models.broken(speech_model) from unreadable


def best(model: "Model", sound: bytes) -> list[dict[str, Any]]:
    """Words with time and confidence."""
    from vosk import KaldiRecognizer

    recognizer = KaldiRecognizer(model, recordings.RATE)
    recognizer.SetWords(True)
    return [word for segment in segments(recognizer, sound) for word in segment.get("result", [])]


def others(model: "Model", sound: bytes, transcript: str) -> list[str]:
    """Other transcripts, best first. Vosk gives confidences or alternatives, never both: a second pass.

    None where pauses cut the sound into several segments: their alternatives are not of one sentence.
    """
    from vosk import KaldiRecognizer

    recognizer = KaldiRecognizer(model, recordings.RATE)
    recognizer.SetMaxAlternatives(ALTERNATIVES + 1)
    ranked = [texts for segment in segments(recognizer, sound) if any(texts := texts_of(segment))]
    if len(ranked) != 1:
        return []
    distinct = dict.fromkeys(text for text in ranked[0] if text not in ("", transcript))
    return list(distinct)[:ALTERNATIVES]


def texts_of(segment: dict[str, Any]) -> list[str]:
    return [found["text"].strip() for found in segment["alternatives"]]


def segments(recognizer: "KaldiRecognizer", sound: bytes) -> Iterator[dict[str, Any]]:
    """What was heard between longer pauses. Fed a piece at a time: in one piece Vosk takes quadratic time."""
    for start in range(0, len(sound), PIECE):
        if recognizer.AcceptWaveform(sound[start : start + PIECE]):
            yield json.loads(recognizer.Result())
    yield json.loads(recognizer.FinalResult())
