"""Amounts as a sentence shows them, and as a voice reads them well."""

from finance.amounts import DECIMALS
from finance.wording import catalogue, say

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "INR": "₹", "JPY": "¥", "KRW": "₩"}


def spell(minor: int, currency: str) -> str:
    """The magnitude in units: spell(123456, "EUR") → "€1,234.56", spell(12345600, "INR") → "₹1,23,456.00"."""
    places = DECIMALS[currency]
    whole, part = divmod(abs(minor), 10**places)
    grouped = lakhs(whole) if currency == "INR" else f"{whole:,}"
    figure = f"{grouped}.{part:0{places}}" if places else grouped
    return f"{SIGNS[currency]}{figure}" if currency in SIGNS else f"{figure} {currency}"


def lakhs(whole: int) -> str:
    """Indian grouping: the last three digits, then pairs: 12345678 → "1,23,45,678"."""
    rest, last = divmod(whole, 1000)
    return f"{pairs(rest)},{last:03}" if rest else str(last)


def pairs(whole: int) -> str:
    rest, last = divmod(whole, 100)
    return f"{pairs(rest)},{last:02}" if rest else str(last)


def say_amount(minor: int, currency: str, language: str) -> str:
    """The magnitude for the ear: say_amount(123456, "EUR", "en") → "1,234 euros and 56 cents".

    A currency that the catalogue has no words for is said as it is shown.
    """
    if f"currency.{currency}.other" not in catalogue(language):
        return spell(minor, currency)
    whole, part = divmod(abs(minor), 10 ** DECIMALS[currency])
    units = [(whole, f"currency.{currency}")] if whole or not part else []
    units += [(part, f"currency.{currency}.part")] if part else []
    return say("money.joint", language=language).join(counted(number, key, language) for number, key in units)


def counted(number: int, key: str, language: str) -> str:
    form = "one" if number == 1 else "other"
    return say(f"{key}.{form}", {"number": f"{number:,}"}, language=language)
