import struct
from io import BytesIO

import numpy as np

from voice.training.kaldi_format import compressed_matrix, int_vector, vector


def expanded(written: bytes) -> np.ndarray:
    """Kaldi's own way back from a compressed matrix."""
    low, span, rows, columns = struct.unpack("<ffii", written[3:19])
    levels = np.frombuffer(written[19 : 19 + 8 * columns], "<u2").reshape(columns, 4)
    p0, p25, p75, p100 = (low + span * levels / 65535.0).T[:, :, None]
    codes = np.frombuffer(written[19 + 8 * columns :], np.uint8).reshape(columns, rows).astype(float)
    below = p0 + (p25 - p0) * codes / 64
    middle = p25 + (p75 - p25) * (codes - 64) / 128
    above = p75 + (p100 - p75) * (codes - 192) / 63
    levelled: np.ndarray = np.where(codes <= 64, below, np.where(codes <= 192, middle, above)).T
    return levelled


class TestCompressedMatrix:
    def test_keeps_elements_to_a_hundredth_of_their_spread(self) -> None:
        values = np.random.default_rng(1).normal(0, 1, (60, 20))
        out = BytesIO()
        compressed_matrix(out, values)
        assert np.abs(expanded(out.getvalue()) - values).max() < 0.06


class TestVectors:
    def test_state_their_length_before_their_values(self) -> None:
        out = BytesIO()
        vector(out, [1.0, 2.0])
        int_vector(out, [7])
        assert out.getvalue() == b"FV \x04\x02\0\0\0" + struct.pack("<ff", 1, 2) + b"\x04\x01\0\0\0\x07\0\0\0"
