import pytest

from finance.amounts import DECIMALS, LARGEST, Amount


class TestAmount:
    @pytest.mark.parametrize(
        ("minor", "currency", "written"),
        [
            (1250, "EUR", "12.50 EUR"),
            (-5, "USD", "-0.05 USD"),
            (-123456, "USD", "-1,234.56 USD"),
            (1250, "JPY", "1,250 JPY"),
            (1250, "KWD", "1.250 KWD"),
            (5_000_000_000, "INR", "50,000,000.00 INR"),
            (LARGEST, "EUR", "90,071,992,547,409.91 EUR"),
        ],
    )
    def test_is_written_in_units(self, minor: int, currency: str, written: str) -> None:
        assert str(Amount(minor, currency)) == written

    def test_adds_within_a_currency_only(self) -> None:
        assert Amount(1, "EUR") + -Amount(3, "EUR") == Amount(-2, "EUR")
        with pytest.raises(ValueError, match="do not add up"):
            Amount(1, "EUR") + Amount(1, "USD")

    def test_refuses_what_is_no_currency(self) -> None:
        with pytest.raises(ValueError, match="not an ISO-4217"):
            Amount(1, "EURO")


class TestDecimals:
    def test_knows_the_currencies_that_do_not_have_two(self) -> None:
        assert (DECIMALS["JPY"], DECIMALS["KWD"], DECIMALS["EUR"], DECIMALS["CLF"]) == (0, 3, 2, 4)

    def test_holds_codes_of_three_letters(self) -> None:
        assert all(len(code) == 3 and code.isupper() for code in DECIMALS)
        assert len(DECIMALS) > 160
