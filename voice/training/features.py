"""Sound to what the network sees: log-mel spectra, and the one linear map from them to Kaldi's MFCCs.

A 40-bin log-mel spectrum and Kaldi's 40-coefficient MFCC are that map apart, so everything random is done
on stored log-mels and the map is applied last. Checked against kaldi-native-fbank: within 0.003.
"""

from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import resample_poly

Floats = NDArray[Any]
"""Of 32 bits."""
BINS = 40
LOW, HIGH = 20.0, 7600.0
LIFTER = 22.0
RATE, FRAME, SHIFT, FFT = 16_000, 400, 160, 512
MFCC_CONF = """--sample-frequency=16000
--use-energy=false
--num-mel-bins=40
--num-ceps=40
--low-freq=20
--high-freq=7600
"""


def mel(hertz: NDArray[np.float64] | float) -> NDArray[np.float64]:
    return np.asarray(1127.0 * np.log1p(np.asarray(hertz) / 700.0))


def mel_filters() -> Floats:
    """(FFT bins, mel bins): triangles, evenly spaced and linear on Kaldi's mel scale."""
    edges = np.linspace(mel(LOW), mel(HIGH), BINS + 2)
    bins = mel(np.arange(FFT // 2) * RATE / FFT)[:, None]
    rise = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    fall = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    return np.maximum(0, np.minimum(rise, fall)).astype(np.float32)


def mfcc_matrix() -> Floats:
    """(mel bins, coefficients): a log-mel spectrum times this is Kaldi's MFCC."""
    k = np.arange(BINS)
    dct = np.sqrt(2.0 / BINS) * np.cos(np.pi / BINS * np.outer(k + 0.5, k))
    dct[:, 0] = np.sqrt(1.0 / BINS)
    return (dct * (1 + 0.5 * LIFTER * np.sin(np.pi * k / LIFTER))).astype(np.float32)


FILTERS = mel_filters()
MFCC = mfcc_matrix()
WINDOW = ((0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / (FRAME - 1))) ** 0.85).astype(np.float32)


def log_mel(samples: NDArray[np.floating]) -> Floats:
    """Samples in 16-bit units at 16 kHz to (frames, bins), as Kaldi computes it."""
    sound = np.asarray(samples, dtype=np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(sound, FRAME)[::SHIFT]
    frames = frames - frames.mean(axis=1, keepdims=True)
    frames = frames - 0.97 * np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    power = np.abs(np.fft.rfft(frames * WINDOW, FFT)[:, : FFT // 2]) ** 2
    return np.asarray(np.log(np.maximum(power.astype(np.float32) @ FILTERS, np.finfo(np.float32).eps)))


def read_sound(path: str | Path) -> Floats:
    """A recording of any rate as 16 kHz mono, in -1 to 1."""
    samples, rate = soundfile.read(path, dtype="float32")
    if samples.ndim > 1:
        samples = samples[:, 0]
    if rate != RATE:
        divisor = np.gcd(rate, RATE)
        samples = resample_poly(samples, RATE // divisor, rate // divisor)
    return np.asarray(samples, dtype=np.float32)


def read_log_mel(path: str | Path) -> Floats:
    return log_mel(read_sound(path) * 32768)


def gaussian(rng: np.random.Generator, shape: tuple[int, ...], size: float = 1.0) -> Floats:
    return rng.standard_normal(shape, dtype=np.float32) * np.float32(size)


# The log-mel level of the noise of size one that Kaldi adds to every sample.
DITHER = log_mel(gaussian(np.random.default_rng(0), (64_000,))).mean(axis=0)


def plain(log_mels: NDArray[np.floating], rng: np.random.Generator) -> Floats:
    """What the recogniser will see of a recording: MFCCs, with Kaldi's dither."""
    x = log_mels.astype(np.float32)
    return np.asarray(np.logaddexp(x, DITHER + gaussian(rng, x.shape, 0.5)) @ MFCC, dtype=np.float32)
