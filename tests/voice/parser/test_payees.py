"""Who was paid, or who paid us."""

import pytest

from voice.parser import read

HOME = {"locale": "en-GB", "currency": "GBP", "today": "2026-03-18", "accounts": ["Cash"]}


class TestPayees:
    @pytest.mark.parametrize(
        ("text", "payee", "category"),
        [
            ("tfl refunded me six pounds eighty", "TfL", "transport"),
            ("ten pounds at bt", "BT", "utilities"),
            ("forty pounds at what a burger", "Whataburger", "dining"),
        ],
    )
    def test_are_written_as_the_lexicon_writes_them(self, text: str, payee: str, category: str) -> None:
        item = read(text, HOME)["items"][0]
        assert (item["payee"], item["category"]) == (payee, category)
