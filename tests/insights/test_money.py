"""Amounts in sentences: exact, grouped as people write them."""

import pytest

from insights.money import spell


class TestSpell:
    @pytest.mark.parametrize(
        ("minor", "currency", "text"),
        [
            (123456, "EUR", "€1,234.56"),
            (-5, "USD", "$0.05"),
            (0, "GBP", "£0.00"),
            (1250, "JPY", "¥1,250"),
            (1500, "KWD", "1.500 KWD"),
            (500000000000, "INR", "₹5,00,00,00,000.00"),
            (12345678, "INR", "₹1,23,456.78"),
            (99900, "INR", "₹999.00"),
            (100000, "INR", "₹1,000.00"),
            (9007199254740991, "USD", "$90,071,992,547,409.91"),
        ],
    )
    def test_shows_the_magnitude_exactly(self, minor: int, currency: str, text: str) -> None:
        assert spell(minor, currency) == text
