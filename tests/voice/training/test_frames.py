from random import Random

import pytest

from voice.training.frames import BadFrame, parse

CLASSES = {"amount": lambda _: "twelve fifty", "thing": lambda rng: rng.choice(["milk", "bread"])}


def drawn(frame: str) -> set[str]:
    choice = parse(frame)
    return {" ".join(choice.words(CLASSES, Random(seed))) for seed in range(60)}


class TestParse:
    def test_takes_one_of_the_choices(self) -> None:
        assert drawn("(spent|paid) two") == {"spent two", "paid two"}

    def test_leaves_out_what_may_be_left_out(self) -> None:
        assert drawn("[i] spent [a lot]") == {"spent", "i spent", "spent a lot", "i spent a lot"}

    def test_reads_brackets_within_brackets(self) -> None:
        assert drawn("a (b [c]|d)") == {"a b", "a b c", "a d"}

    def test_draws_from_classes(self) -> None:
        assert drawn("{amount} for {thing}") == {"twelve fifty for milk", "twelve fifty for bread"}

    @pytest.mark.parametrize("frame", ["(a|b", "[a", "a)", "(a]"])
    def test_refuses_brackets_that_do_not_match(self, frame: str) -> None:
        with pytest.raises(BadFrame):
            parse(frame)

    def test_refuses_a_class_nobody_knows(self) -> None:
        with pytest.raises(BadFrame, match="no class"):
            parse("{weather}").words(CLASSES, Random(1))
