from zoneinfo import available_timezones

import pytest

from config.people.places import currencies, places, present_name
from finance.amounts import DECIMALS


class TestPlaces:
    def test_have_time_zones_and_currencies_that_the_ledger_knows(self) -> None:
        assert len(places()) > 400
        assert {place.time_zone for place in places()} <= available_timezones()
        assert set(currencies()) <= set(DECIMALS)

    @pytest.mark.parametrize(
        ("time_zone", "currency"),
        [("Europe/Berlin", "EUR"), ("Asia/Kolkata", "INR"), ("Asia/Tokyo", "JPY"), ("Africa/Lagos", "NGN")],
    )
    def test_name_the_currency_used_there(self, time_zone: str, currency: str) -> None:
        assert [place.currency for place in places() if place.time_zone == time_zone] == [currency]


class TestPresentName:
    @pytest.mark.parametrize(
        ("given", "present"),
        [
            ("Asia/Calcutta", "Asia/Kolkata"),
            ("Europe/Kiev", "Europe/Kyiv"),
            ("UTC", "UTC"),
            ("Mars/Base", None),
        ],
    )
    def test_follows_what_was_renamed(self, given: str, present: str | None) -> None:
        assert present_name(given) == present
