"""(b) and (d) on the server: how long hearing takes, memory, and eight people at once."""

import http.client
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tools.bench.voice import memory
from tools.bench.voice.home import TOKEN, Home, open_home
from tools.bench.voice.said import drawn, sentences
from tools.bench.voice.voices import HELD_OUT, speak
from tools.bench.voice.wav import wav_of
from voice import recognizer, recordings, speech_models

AT_ONCE, TIMED = 8, 20


def measure(*, seed: int, sounds: Path) -> dict[str, Any]:
    spoken = speak(HELD_OUT[0], drawn(sentences("given_en"), TIMED, f"server{seed}"), seed, sounds)
    with open_home() as home:
        before = memory.resident(home.pid)
        say(home, wav_of(spoken[0]))
        loaded = memory.resident(home.pid)
        together = at_once(home, [wav_of(sound) for sound in spoken[:AT_ONCE]])
        after = {"memory before": before, "memory with a model": loaded, "memory peak": memory.peak(home.pid)}
    return {"real-time factor": real_time_factor(spoken), **together, **after}


def real_time_factor(spoken: Sequence[bytes]) -> float:
    """Seconds of work for a second of sound, on one core, the model in memory."""
    model = recognizer.loaded(speech_models.required("en"))
    recognizer.best(model, spoken[0])
    begun = time.perf_counter()
    for sound in spoken:
        recognizer.best(model, sound)
    return (time.perf_counter() - begun) / sum(map(recordings.seconds, spoken))


def at_once(home: Home, wavs: Sequence[bytes]) -> dict[str, Any]:
    """Everybody posts in the same moment: how many were heard, and how long the last waited."""
    with ThreadPoolExecutor(len(wavs)) as threads:
        answers = list(threads.map(partial(say, home), wavs))
    heard = [took for status, took in answers if status == 200]
    return {"at once": len(wavs), "heard": len(heard), "the last waited": max(heard, default=0.0)}


def say(home: Home, wav: bytes) -> tuple[int, float]:
    """(status, seconds) of one recording posted."""
    connection = http.client.HTTPConnection("127.0.0.1", home.server.port, timeout=60)
    cookies = "; ".join(f"{name}={value}" for name, value in home.cookies.items())
    headers = {"Content-Type": "audio/wav", "Cookie": cookies, "X-CSRFToken": TOKEN}
    begun = time.perf_counter()
    connection.request("POST", f"/api/voice/utterances?ledger={home.ledger}", wav, headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status != 200 or "transcript" in json.loads(body)
    return response.status, time.perf_counter() - begun
