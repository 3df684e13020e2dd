from random import Random

from voice.training.voices import HELD_OUT, espeak, festival, flite


class TestVoices:
    def test_never_train_on_a_voice_that_is_held_out(self) -> None:
        drawn = {str(draw(Random(seed))) for draw in (espeak, flite, festival) for seed in range(3000)}
        names = {voice.split(":")[1].split("+")[-1] for voice in drawn}
        assert len(names) > 60
        assert not names & HELD_OUT
