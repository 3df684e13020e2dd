from collections.abc import Callable
from itertools import pairwise
from time import monotonic

import pytest

from tests.voice.conftest import SENTENCES, wav_of
from voice.errors import NoModel
from voice.recognizer import transcribe


class TestTranscribe:
    @pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["file"])
    def test_hears_what_was_said_as_far_as_it_knows_the_words(
        self, sentence: dict[str, str], spoken: Callable[[str], bytes]
    ) -> None:
        wav = spoken(sentence["file"].removesuffix(".wav"))
        assert transcribe(wav).transcript == sentence["heard"]

    def test_tells_when_and_how_surely_each_word_was_said(self, spoken: Callable[[str], bytes]) -> None:
        words = transcribe(spoken("pause")).words
        assert [word.word for word in words] == ["twelve", "fifty", "at", "lidl", "yesterday"]
        assert all(0 <= word.start < word.end <= 4.4 for word in words)
        assert all(earlier.end <= later.start for earlier, later in pairwise(words))
        assert all(0 < word.conf <= 1 for word in words)

    def test_offers_what_else_it_may_have_been(self, spoken: Callable[[str], bytes]) -> None:
        heard = transcribe(spoken("transfer"))
        assert 0 < len(heard.alternatives) <= 4
        assert heard.transcript not in heard.alternatives

    @pytest.mark.parametrize("name", ["silence", "noise"])
    def test_hears_nothing_where_nobody_speaks(self, name: str, spoken: Callable[[str], bytes]) -> None:
        heard = transcribe(spoken(name))
        assert (heard.transcript, heard.words, heard.alternatives) == ("", (), ())

    def test_hears_nothing_in_no_sound_at_all(self) -> None:
        assert transcribe(wav_of(b"")).transcript == ""

    def test_takes_no_longer_than_a_recording_of_noise_lasts(self, spoken: Callable[[str], bytes]) -> None:
        begun = monotonic()
        transcribe(wav_of(spoken("noise")[44:] * 10))
        assert monotonic() - begun < 30

    def test_refuses_a_language_without_a_model(self, spoken: Callable[[str], bytes]) -> None:
        with pytest.raises(NoModel):
            transcribe(spoken("lidl"), "hi")
