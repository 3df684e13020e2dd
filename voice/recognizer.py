"""From a recording to words: the one place that imports vosk, on first use."""

import json
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from voice import recordings, speech_models
from voice.reranking import Path, Word, preferred
from voice.second_look import renamed
from voice.speech_models import SpeechModel

if TYPE_CHECKING:
    from vosk import KaldiRecognizer, Model

ALTERNATIVES = 4
# Of so many paths the household's names choose one.
PATHS = 10
# Where every word is as sure as this, nothing else can have been said.
CERTAIN = 0.99
# 0.2 s of sound.
PIECE = recordings.BYTES_PER_SECOND // 5


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
    return hear(recordings.samples(wav), language)


def hear(sound: bytes, language: str = "en", names: Collection[str] = ()) -> Hypothesis:
    """The words of samples (16-bit, 16 kHz); where it is in doubt, rather one of the household's `names`.

    Raises NoModel or BrokenModel.
    """
    speech_model = speech_models.required(language)
    model = loaded(speech_model)
    words = best(model, sound)
    others = paths(model, sound) if any(word.conf < CERTAIN for word in words) else []
    chosen = preferred(words, others, names, language).words
    if names and has_runtime_graph(speech_model):
        known = [name for name in names if knows(model, name)]
        chosen = renamed(chosen, sound, known, partial(best, model), language)
    transcript = " ".join(word.word for word in chosen)
    texts = dict.fromkeys(path.text for path in others if path.text not in ("", transcript))
    return Hypothesis(transcript, chosen, tuple(texts)[:ALTERNATIVES])


def has_runtime_graph(speech_model: SpeechModel) -> bool:
    """Whether the model's grammar may be another for each recogniser: Vosk's small models."""
    return (speech_models.unpacked(speech_model) / "graph" / "HCLr.fst").is_file()


def knows(model: "Model", name: str) -> bool:
    """Whether every word of a name is in the model's vocabulary; a grammar can hold no others."""
    return all(model.vosk_model_find_word(word) >= 0 for word in name.split())


_models: dict[str, tuple[str, "Model"]] = {}
_loading = threading.Lock()


def loaded(speech_model: SpeechModel) -> "Model":
    """Vosk's model, read into memory once for all threads; another one of its language takes its place."""
    with _loading:
        sha256, model = _models.get(speech_model.language, ("", None))
        if model is None or sha256 != speech_model.sha256:
            model = load(speech_model)
            _models[speech_model.language] = speech_model.sha256, model
        return model


def load(speech_model: SpeechModel) -> "Model":
    from vosk import Model, SetLogLevel

    SetLogLevel(-1)
    folder = speech_models.unpacked(speech_model)
    try:
        return Model(str(folder))
    except Exception as unreadable:
        speech_models.forget(speech_model)
        raise speech_models.broken(speech_model) from unreadable


def best(model: "Model", sound: bytes, grammar: Sequence[str] = ()) -> list[Word]:
    """Words with time and confidence; with a grammar, only its phrases can be heard."""
    from vosk import KaldiRecognizer

    recognizer = KaldiRecognizer(model, recordings.RATE, *([json.dumps(grammar)] if grammar else []))
    recognizer.SetWords(True)
    found = segments(recognizer, sound)
    return [Word(**word) for segment in found for word in segment.get("result", [])]


def paths(model: "Model", sound: bytes) -> list[Path]:
    """What else it may have been. Vosk gives confidences or alternatives, never both: a second pass.

    None where pauses cut the sound into several segments: their alternatives are not of one sentence.
    """
    from vosk import KaldiRecognizer

    recognizer = KaldiRecognizer(model, recordings.RATE)
    recognizer.SetWords(True)
    recognizer.SetMaxAlternatives(PATHS)
    ranked = [found for segment in segments(recognizer, sound) if (found := paths_of(segment))]
    return ranked[0] if len(ranked) == 1 else []


def paths_of(segment: dict[str, Any]) -> list[Path]:
    """The alternatives of a segment that have words; their confidence is in nats."""
    found = [(each.get("result", []), each["confidence"]) for each in segment["alternatives"]]
    return [Path(tuple(Word(**word, conf=1.0) for word in words), score) for words, score in found if words]


def segments(recognizer: "KaldiRecognizer", sound: bytes) -> Iterator[dict[str, Any]]:
    """What was heard between longer pauses. Fed a piece at a time: in one piece Vosk takes quadratic time."""
    for start in range(0, len(sound), PIECE):
        if recognizer.AcceptWaveform(sound[start : start + PIECE]):
            yield json.loads(recognizer.Result())
    yield json.loads(recognizer.FinalResult())
