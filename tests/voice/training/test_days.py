from random import Random

from voice.parser import read
from voice.training.days import SHAPES, day

CONTEXT = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Cash"]}


class TestDay:
    def test_has_every_shape(self) -> None:
        assert all(shape(Random(3)).strip() for shape, _ in SHAPES)

    def test_is_often_a_day_the_parser_knows(self) -> None:
        said = [day(Random(seed)) for seed in range(300)]
        dated = [
            words
            for words in said
            if any(item["date"] for item in read(f"spent five dollars on tea {words}", CONTEXT)["items"])
        ]
        assert len(dated) > 0.5 * len(said)
