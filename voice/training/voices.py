"""The synthesisers' voices, and which of them are never trained on."""

from dataclasses import dataclass
from random import Random

from voice.training.phrases import phrases

ACCENTS = phrases("accents")
VARIANTS = phrases("throats")
HELD_OUT = frozenset(("belinda", "Iven2", "f3", "m4", "paul", "klatt3", "Annie", "max", "awb", "ked_diphone"))
# Of flite's and festival's voices, what is trained on; kal16 and kal_diphone are the same man twice.
FLITE = ("slt", "rms", "kal16", "rms", "slt", "kal16", "kal")
FESTIVAL = ("kal_diphone", "kal_diphone", "cmu_us_slt_arctic_hts")
# Hz: the mean pitches a flite voice can be moved between.
PITCH = {"slt": (140, 230), "rms": (75, 130), "kal16": (80, 150), "kal": (80, 150), "awb": (85, 150)}


@dataclass(frozen=True, slots=True)
class Voice:
    """A synthesiser and its voice: `str` is "espeak:en-us+f1"."""

    engine: str
    name: str

    def __str__(self) -> str:
        return f"{self.engine}:{self.name}"


def espeak(rng: Random) -> Voice:
    throat = rng.choice([variant for variant in VARIANTS if variant not in HELD_OUT])
    return Voice("espeak", f"{rng.choice(ACCENTS)}+{throat}")


def flite(rng: Random) -> Voice:
    return Voice("flite", rng.choice(FLITE))


def festival(rng: Random) -> Voice:
    return Voice("festival", rng.choice(FESTIVAL))
