"""Typed text as tokens."""

import pytest

from voice.parser.tokens import tokenise, words_of


class TestTokenise:
    @pytest.mark.parametrize(("text", "value"), [(".99", 9900), ("$.99", 9900), ("€12.5", 125000)])
    def test_reads_a_typed_number_in_ten_thousandths(self, text: str, value: int) -> None:
        assert [token.value for token in tokenise(text) if token.kind == "number"] == [value]

    def test_takes_no_full_stop_for_a_decimal_point(self) -> None:
        assert [token.value for token in tokenise("rs.500") if token.kind == "number"] == [5000000]

    def test_says_per_for_a_stroke_between_a_price_and_a_word(self) -> None:
        assert words_of("netflix 15.49/month") == "netflix 15.49 per month"
        assert words_of("3/15 lunch") == "3/15 lunch"
        assert words_of("500/- petrol") == "500 petrol"
