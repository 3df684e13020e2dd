import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voice.conftest import wav_of
from voice import recordings
from voice.errors import CutRecording, NotWav, RecordingTooLong, VoiceError, WrongRecording

MINUTE = bytes(recordings.LONGEST * recordings.BYTES_PER_SECOND)


class TestSamples:
    def test_are_what_the_data_chunk_holds(self) -> None:
        assert recordings.samples(wav_of(b"\x01\x02\x03\x04")) == b"\x01\x02\x03\x04"

    def test_are_found_behind_other_chunks(self) -> None:
        wav = wav_of(b"\x01\x02")
        note = b"LIST" + struct.pack("<I", 3) + b"abc\0"
        assert recordings.samples(wav[:36] + note + wav[36:]) == b"\x01\x02"

    def test_of_a_whole_minute_are_taken(self) -> None:
        assert recordings.samples(wav_of(MINUTE)) == MINUTE

    @pytest.mark.parametrize("wav", [b"", b"RIFF", b"\xff\xfb\x90\x00" * 50, b"OggS" + bytes(60)])
    def test_refuses_what_is_not_a_wav(self, wav: bytes) -> None:
        with pytest.raises(NotWav):
            recordings.samples(wav)

    @pytest.mark.parametrize("coding", [2, 3, 6, 0xFFFE])
    def test_refuses_another_coding_than_pcm(self, coding: int) -> None:
        with pytest.raises(NotWav):
            recordings.samples(wav_of(b"\0\0", coding=coding))

    @pytest.mark.parametrize("wrong", [{"channels": 2}, {"rate": 44_100}, {"rate": 0}, {"bits": 8}])
    def test_refuses_another_rate_width_or_channel_count(self, wrong: dict[str, int]) -> None:
        with pytest.raises(WrongRecording) as refusal:
            recordings.samples(wav_of(bytes(48), **wrong))
        assert str(next(iter(wrong.values()))) in refusal.value.sentence()

    def test_refuses_more_than_a_minute(self) -> None:
        with pytest.raises(RecordingTooLong):
            recordings.samples(wav_of(MINUTE + b"\0\0"))

    def test_refuses_a_header_that_fills_a_huge_body(self) -> None:
        with pytest.raises(RecordingTooLong):
            recordings.samples(wav_of(MINUTE)[:36] + bytes(recordings.LARGEST))

    @pytest.mark.parametrize("wav", [wav_of(bytes(100))[:-2], wav_of(b"")[:20], wav_of(bytes(99))])
    def test_refuses_one_that_breaks_off(self, wav: bytes) -> None:
        with pytest.raises(CutRecording):
            recordings.samples(wav)

    @given(st.binary(max_size=80), st.integers(0, 60))
    def test_never_fails_in_another_way(self, noise: bytes, place: int) -> None:
        wav = wav_of(bytes(20))
        for broken in (noise, wav[:place] + noise, wav[:place] + noise + wav[place + len(noise) :]):
            try:
                recordings.samples(broken)
            except VoiceError:
                continue

    def test_are_those_of_a_synthesiser(self, spoken: Callable[[str], bytes]) -> None:
        assert len(recordings.samples(spoken("silence"))) == 2 * recordings.BYTES_PER_SECOND
