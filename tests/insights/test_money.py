"""Amounts in sentences: exact, grouped as people write them."""

import pytest

from insights.money import say_amount, spell


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


class TestSayAmount:
    @pytest.mark.parametrize(
        ("minor", "currency", "spoken"),
        [
            (123456, "EUR", "1,234 euros and 56 cents"),
            (101, "EUR", "1 euro and 1 cent"),
            (-21200, "GBP", "212 pounds"),
            (5, "USD", "5 cents"),
            (0, "EUR", "0 euros"),
            (1250, "JPY", "1,250 yen"),
            (1500, "KWD", "1 Kuwaiti dinar and 500 fils"),
            (1500, "XOF", "1,500 XOF"),
        ],
    )
    def test_reads_well_aloud(self, minor: int, currency: str, spoken: str) -> None:
        assert say_amount(minor, currency, "en") == spoken
