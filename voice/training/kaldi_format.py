"""Kaldi's binary file format, as far as a small nnet3 model needs it."""

import struct
from typing import BinaryIO

import numpy as np
from numpy.typing import ArrayLike, NDArray


def token(out: BinaryIO, text: str) -> None:
    out.write(text.encode() + b" ")


def int32(out: BinaryIO, value: int) -> None:
    out.write(b"\x04" + struct.pack("<i", value))


def float32(out: BinaryIO, value: float) -> None:
    out.write(b"\x04" + struct.pack("<f", value))


def float64(out: BinaryIO, value: float) -> None:
    out.write(b"\x08" + struct.pack("<d", value))


def int_vector(out: BinaryIO, values: ArrayLike) -> None:
    """The size of an element, their number, then the raw values."""
    listed = np.asarray(values, dtype="<i4")
    out.write(b"\x04" + struct.pack("<i", len(listed)) + listed.tobytes())


def vector(out: BinaryIO, values: ArrayLike) -> None:
    listed = np.asarray(values, dtype="<f4")
    token(out, "FV")
    int32(out, len(listed))
    out.write(listed.tobytes())


def column_levels(values: NDArray[np.float64], low: float, span: float) -> NDArray[np.int64]:
    """The four 16-bit quantile levels that describe each column, each above the one before."""
    rows = values.shape[0]
    picks = np.sort(values, axis=0)[[0, rows // 4, 3 * (rows // 4), rows - 1]]
    levels = np.clip((picks - low) / span * 65535 + 0.499, 0, 65535).astype(np.int64)
    levels[0] = np.minimum(levels[0], 65532)
    levels[1] = np.clip(levels[1], levels[0] + 1, 65533)
    levels[2] = np.clip(levels[2], levels[1] + 1, 65534)
    levels[3] = np.maximum(levels[3], levels[2] + 1)
    return levels


def codes(values: NDArray[np.float64], levels: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Each element as a byte between its column's quantiles."""
    p0, p25, p75, p100 = levels
    below = np.clip((values - p0) / (p25 - p0) * 64, 0, 64)
    middle = np.clip(64 + (values - p25) / (p75 - p25) * 128, 64, 192)
    above = np.clip(192 + (values - p75) / (p100 - p75) * 63, 192, 255)
    chosen = np.where(values < p25, below, np.where(values < p75, middle, above))
    return np.floor(chosen + 0.5).astype(np.uint8)


def compressed_matrix(out: BinaryIO, values: NDArray[np.float64]) -> None:
    """One byte an element, with the quantiles of each column (Kaldi's "CM")."""
    rows, columns = values.shape
    low, high = float(values.min()), float(values.max())
    span = high - low if high > low else 1.0 + abs(low)
    levels = column_levels(values, low, span)
    token(out, "CM")
    out.write(struct.pack("<ffii", low, span, rows, columns))
    out.write(levels.T.astype("<u2").tobytes())
    out.write(
        np.ascontiguousarray(codes(values, np.asarray(low + span * levels / 65535.0, np.float64)).T).tobytes()
    )
