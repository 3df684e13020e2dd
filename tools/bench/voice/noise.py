"""White noise under speech, at a ratio of loudness."""

import numpy as np


def noisy(sound: bytes, decibels: int, seed: int) -> bytes:
    """Samples (16-bit) with noise so many decibels below the mean power of them all."""
    samples = np.frombuffer(sound, "<i2").astype(np.float64)
    loudness = np.sqrt(np.mean(samples**2)) / 10 ** (decibels / 20)
    noise = np.random.default_rng(seed).normal(0, loudness, len(samples))
    return np.clip(samples + noise, -32768, 32767).astype("<i2").tobytes()
