"""A plausible other recording of the same words: another throat, pace, room, microphone, noise and level.

All of it is done on log-mel spectra, (frames, bins); `rng` decides.
"""

from collections.abc import Sequence

import numpy as np
from scipy.signal import lfilter

from voice.training.features import BINS, DITHER, HIGH, LOW, MFCC, Floats, gaussian, mel

Rng = np.random.Generator
DECIBELS = 10 / np.log(10)


def throat(factor: float) -> Floats:
    """(bins, bins): moves formants by a factor, as a shorter or longer vocal tract does."""
    step = (mel(HIGH) - mel(LOW)) / (BINS + 1)
    centre = mel(LOW) + step * (1 + np.arange(BINS))
    hertz = 700.0 * np.expm1(centre / 1127.0)
    source = np.clip((mel(hertz * factor) - mel(LOW)) / step - 1, 0, BINS - 1.001)
    left = source.astype(int)
    matrix = np.zeros((BINS, BINS), dtype=np.float32)
    rows = np.arange(BINS)
    matrix[left, rows] = 1 - (source - left)
    matrix[left + 1, rows] += source - left
    return matrix


def stretch(x: Floats, factor: float) -> Floats:
    """Another pace: a factor above 1 is slower."""
    where = np.arange(0, len(x) - 1.01, 1 / factor)
    left = where.astype(int)
    part = (where - left)[:, None].astype(np.float32)
    return np.asarray(x[left] * (1 - part) + x[left + 1] * part)


def uneven(x: Floats, rng: Rng) -> Floats:
    """A pace that wanders within the sentence."""
    knots = max(2, len(x) // 40)
    pace = np.interp(np.linspace(0, knots - 1, len(x)), np.arange(knots), np.exp(rng.normal(0, 0.15, knots)))
    where = np.cumsum(pace)
    where = np.clip(where[where < len(x) - 1.01], 0, None)
    left = where.astype(int)
    part = (where - left)[:, None].astype(np.float32)
    return np.asarray(x[left] * (1 - part) + x[left + 1] * part)


def smooth_curve(rng: Rng, size: float) -> Floats:
    """A random gentle curve over the mel axis: the colour of a microphone or a voice."""
    axis = np.linspace(0, 1, BINS, dtype=np.float32)
    waves = [
        np.float32(rng.normal(0, size / (1 + k)))
        * np.cos(np.float32(np.pi * k) * axis + np.float32(rng.uniform(0, 6.3)))
        for k in range(1, 5)
    ]
    return np.asarray(np.sum(waves, axis=0), dtype=np.float32)


def rendered(x: Floats, rng: Rng, spread: float) -> Floats:
    """Formants sharper or flatter, blurred over frequency or time: as another synthesiser or codec has it."""
    if rng.random() < 0.6:
        mean = x.mean(axis=1, keepdims=True)
        x = mean + (x - mean) * np.float32(np.exp(rng.normal(0, 0.15 * spread)))
    if rng.random() < 0.25 * spread:
        x = blurred(x, np.float32(rng.uniform(0.1, 0.7)))
    if rng.random() < 0.2 * spread:
        x = blurred(x.T, np.float32(rng.uniform(0.1, 0.6))).T
    return x


def blurred(x: Floats, part: np.float32) -> Floats:
    """`part` of each value of a row is taken from its neighbours."""
    edged = np.pad(x, ((0, 0), (1, 1)), mode="edge")
    return np.asarray(
        (1 - part) * x + part * (0.25 * edged[:, :-2] + 0.5 * edged[:, 1:-1] + 0.25 * edged[:, 2:])
    )


def reverberate(x: Floats, rng: Rng) -> Floats:
    decay = np.exp(-13.8 * 0.01 / rng.uniform(0.15, 0.9))
    gain = rng.uniform(0.02, 0.4) * (1 - decay)
    power = np.exp(x)
    tail = lfilter([0, gain], [1, -decay], power, axis=0)
    return np.asarray(np.log(power + tail + np.float32(1e-9)), dtype=np.float32)


def babble(shape: tuple[int, int], rng: Rng, others: Sequence[Floats]) -> Floats:
    """One to four other people talking."""
    total = np.full(shape, -20.0, dtype=np.float32)
    for _ in range(rng.integers(1, 5)):
        other = others[int(rng.integers(len(others)))].astype(np.float32)
        total = np.logaddexp(total, np.resize(other, (shape[0], BINS)))
    return total


def hiss(shape: tuple[int, int], rng: Rng) -> Floats:
    """Noise of a random colour, from hum to white, swelling or steady."""
    spectrum = smooth_curve(rng, 2.5) + np.linspace(0, rng.uniform(-6, 10), BINS)
    knots = shape[0] // 40 + 2
    swell = np.interp(np.arange(shape[0]), 40 * np.arange(knots), rng.normal(0, rng.uniform(0, 0.6), knots))
    return np.asarray(gaussian(rng, shape, 0.45) + spectrum + swell[:, None], dtype=np.float32)


def narrow_band(x: Floats, rng: Rng) -> Floats:
    """A telephone, a cheap headset or a low sampling rate."""
    x = x.copy()
    top = rng.integers(27, BINS)
    x[:, top:] -= rng.uniform(4, 16)
    if rng.random() < 0.5:
        x[:, : rng.integers(1, 6)] -= rng.uniform(1, 6)
    return x


def level(x: Floats) -> float:
    """How loud the louder frames are, in log power."""
    return float(np.percentile(x.mean(axis=1), 90))


def with_noise(x: Floats, rng: Rng, others: Sequence[Floats]) -> Floats:
    """Something between 2 and 35 dB below the speech."""
    loud = level(x)
    shape = (x.shape[0], BINS)
    noise = babble(shape, rng, others) if others and rng.random() < 0.3 else hiss(shape, rng)
    noise += np.float32(loud - level(noise) - rng.uniform(2, 35) / DECIBELS)
    return np.asarray(np.logaddexp(x, noise))


def holes(x: Floats, rng: Rng) -> Floats:
    """A few bands and moments blotted out, so that no single one is relied on."""
    mean = x.mean(axis=0)
    for _ in range(rng.integers(0, 3)):
        width = int(rng.integers(1, 6))
        start = int(rng.integers(0, BINS - width))
        x[:, start : start + width] = mean[start : start + width]
    for _ in range(rng.integers(0, 3)):
        width = int(rng.integers(2, 10))
        start = int(rng.integers(0, max(1, len(x) - width)))
        x[start : start + width] = mean
    return x


def augment(log_mels: Floats, rng: Rng, others: Sequence[Floats] = (), spread: float = 1.0) -> Floats:
    """Another recording, as MFCCs; `spread` is how far its speaker may differ: 1, for people less."""
    x = rendered(log_mels.astype(np.float32), rng, spread)
    x = stretch(x, np.exp(rng.normal(0, 0.12 * spread)).clip(0.75, 1.35))
    if rng.random() < 0.3:
        x = uneven(x, rng)
    x = x @ throat(np.exp(rng.normal(0, 0.125 * spread)).clip(0.73, 1.36))
    if rng.random() < 0.5:
        x = reverberate(x, rng)
    x = x + smooth_curve(rng, 1.4 * spread)
    if rng.random() < 0.25:
        x = narrow_band(x, rng)
    if rng.random() < 0.7:
        before, after = (int(frames) for frames in rng.integers(0, 60, 2))
        x = np.pad(x, ((before, after), (0, 0)), mode="minimum")
    if rng.random() < 0.75:
        x = with_noise(x, rng, others)
    gain = np.float32(rng.uniform(-6, 1.5))
    x = np.logaddexp(x + gain, DITHER + gaussian(rng, x.shape, 0.5))
    return np.asarray(holes(x, rng) @ MFCC, dtype=np.float32)
