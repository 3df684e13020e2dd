"""Our own calendar against Python's."""

import calendar
import datetime

from hypothesis import given
from hypothesis import strategies as st

from voice.parser import civil

EPOCH = datetime.date(1970, 1, 1)
DATES = st.dates(datetime.date(1600, 3, 1), datetime.date(2400, 12, 31))


class TestCivil:
    @given(DATES)
    def test_counts_days_as_datetime_does(self, date: datetime.date) -> None:
        assert civil.to_days(date.year, date.month, date.day) == (date - EPOCH).days

    @given(DATES)
    def test_finds_back_from_day_numbers(self, date: datetime.date) -> None:
        days = (date - EPOCH).days
        assert civil.from_days(days) == (date.year, date.month, date.day)
        assert civil.weekday(days) == date.weekday()
        assert civil.to_text(days) == date.isoformat()
        assert civil.from_text(date.isoformat()) == days

    @given(st.integers(1600, 2400), st.integers(1, 12))
    def test_knows_how_long_a_month_is(self, year: int, month: int) -> None:
        assert civil.month_length(year, month) == calendar.monthrange(year, month)[1]

    def test_ends_a_month_where_there_is_no_such_day(self) -> None:
        assert civil.to_text(civil.add_months(civil.to_days(2026, 3, 31), -1)) == "2026-02-28"

    def test_knows_easter(self) -> None:
        assert [civil.to_text(civil.easter(year)) for year in (2024, 2025, 2026)] == [
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
        ]

    def test_counts_weekdays_of_a_month_from_both_ends(self) -> None:
        assert civil.to_text(civil.nth_weekday(2025, 11, 3, 4)) == "2025-11-27"
        assert civil.to_text(civil.nth_weekday(2026, 5, 0, -1)) == "2026-05-25"

    def test_refuses_what_is_no_date(self) -> None:
        assert [civil.from_text(text) for text in ("2026-02-30", "yesterday", "2026-3", "")] == [None] * 4
