"""Sixty sentences in a row in one browser: none cut at a pause, no request, no memory kept."""

import array
import json
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tools.bench.voice.browser import ENDED, MARKS, QUIET_START
from tools.bench.voice.home import open_home
from tools.bench.voice.memory import renderers, resident
from tools.bench.voice.wav import silence, wav_of
from tools.proofs.chromium import arrive, chromium
from tools.proofs.figure import Figure, share
from tools.scratch import scratch_folder
from tools.setup import ROOT

SPEECH = ROOT / "tests" / "data" / "speech"
SENTENCES, PAUSED, SETTLED = 60, 30, 5
"""After so many sentences everything is loaded: memory is compared with what it is then."""
PAUSE, EDGE, AFTER = 0.7, 0.35, 2.0
"""Seconds: inside a sentence, around each recording, after it."""
GROWTH = 0.2
LEFT_OUT = ("question.wav", "pause.wav")
"""One becomes no draft, the other has pauses already."""
FRAME = 640
"""Bytes of 20 ms."""


ASKED = """() => {
  const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? Infinity;
  return performance.getEntriesByType("resource")
    .filter(({ startTime }) => startTime > at("ear:asked") && startTime < at("draft:final"))
    .filter(({ initiatorType, transferSize }) => /fetch|xml|beacon/.test(initiatorType) || transferSize > 0)
    .map(({ name }) => new URL(name).pathname);
}"""
"""What left the page between the tap and the draft; files that the service worker kept do not."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Seconds from the first sample to the end decision, and the addresses asked for meanwhile."""

    heard_for: float
    asked: tuple[str, ...]


def prove(seed: int) -> Figure:
    with scratch_folder("session") as folder:
        spoken, memory = session(folder)
    cut = sum(one.heard_for < length for one, length in spoken)
    asked = [address for one, _ in spoken for address in one.asked]
    growth = memory[-1] / memory[0] - 1
    numbers = {
        "cut": share(cut, len(spoken)),
        "with an inner pause of 0.7 s": str(PAUSED),
        "requests while listening": " ".join([str(len(asked)), *sorted(set(asked))]),
        "the page's memory": f"{memory[0]:.0f} MB → {memory[-1]:.0f} MB ({100 * growth:+.0f} %)",
    }
    claim = "Sixty sentences in one page: none is cut, none asks the network, memory grows by at most 20 %."
    return Figure(claim, cut == 0 and not asked and growth <= GROWTH, numbers)


def session(folder: Path) -> tuple[list[tuple[Spoken, float]], list[float]]:
    """Each sentence with the seconds it lasts, and MB of the page's process after those that count."""
    found: list[tuple[Spoken, float]] = []
    memory: list[float] = []
    with open_home() as home, chromium(folder) as context:
        page = arrive(context, home)
        page.reload()
        page.locator("ear-line").get_by_text("Tap to talk").wait_for(timeout=60_000)
        page.evaluate(QUIET_START)
        for sound in sentences():
            (folder / "microphone.wav").write_bytes(wav_of(sound, after=AFTER))
            found.append((speak(page), len(sound) / 32_000 - EDGE - 0.1))
            if len(found) in (SETTLED, SENTENCES):
                memory.append(max(map(resident, renderers(folder / "profile")), default=0.0))
    return found, memory


def speak(page: Page) -> Spoken:
    """Tap, wait until the draft is drawn, drop it."""
    page.evaluate("performance.clearResourceTimings()")
    page.get_by_role("button", name="Speak", exact=True).click()
    page.locator(ENDED).first.wait_for(timeout=60_000)
    marks, asked = page.evaluate(MARKS), page.evaluate(ASKED)
    page.keyboard.press("Escape")
    page.locator("[data-turn=idle]").wait_for()
    return Spoken((marks["ear:ended"] - marks["ear:live"]) / 1000, tuple(asked))


def sentences() -> Iterator[bytes]:
    """Every other one with a pause in the middle."""
    said = json.loads((SPEECH / "sentences.json").read_text())
    sounds = [samples(SPEECH / one["file"]) for one in said if one["file"] not in LEFT_OUT]
    for number in range(SENTENCES):
        sound = sounds[number // 2 % len(sounds)]
        yield paused(sound) if number % 2 else sound


def samples(path: Path) -> bytes:
    with wave.open(str(path)) as sound:
        frames: bytes = sound.readframes(sound.getnframes())
    return frames


def paused(sound: bytes) -> bytes:
    """With a pause where it is quietest in its middle half, between two words or two sounds of one."""
    frames = [sound[place : place + FRAME] for place in range(0, len(sound), FRAME)]
    middle = range(len(frames) // 4, 3 * len(frames) // 4)
    gap = min(middle, key=lambda place: loudness(frames[place]))
    return b"".join(frames[:gap]) + silence(PAUSE) + b"".join(frames[gap:])


def loudness(frame: bytes) -> int:
    return sum(sample * sample for sample in array.array("h", frame))
