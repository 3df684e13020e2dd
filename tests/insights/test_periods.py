"""Which days may be compared with which."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from insights.periods import Span, as_long, months_before, same_days, whole_month

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1))


def spans(month: date, today: date) -> tuple[str, str]:
    now, before = same_days(month, today)
    return str(now), str(before)


class TestSameDays:
    def test_compares_a_running_month_with_as_many_days_of_the_month_before(self) -> None:
        assert spans(date(2026, 11, 1), date(2026, 11, 22)) == (
            "2026-11-01/2026-11-22",
            "2026-10-01/2026-10-22",
        )

    def test_compares_a_month_that_is_over_whole(self) -> None:
        assert spans(date(2026, 10, 1), date(2026, 11, 22)) == (
            "2026-10-01/2026-10-31",
            "2026-09-01/2026-09-30",
        )

    def test_compares_the_last_day_whole(self) -> None:
        assert spans(date(2026, 11, 1), date(2026, 11, 30)) == (
            "2026-11-01/2026-11-30",
            "2026-10-01/2026-10-31",
        )

    def test_takes_all_of_a_shorter_february(self) -> None:
        assert spans(date(2026, 3, 1), date(2026, 3, 30)) == (
            "2026-03-01/2026-03-30",
            "2026-02-01/2026-02-28",
        )

    def test_knows_the_29th_of_february(self) -> None:
        assert spans(date(2024, 2, 1), date(2024, 2, 28)) == (
            "2024-02-01/2024-02-28",
            "2024-01-01/2024-01-28",
        )
        assert spans(date(2024, 2, 1), date(2024, 2, 29)) == (
            "2024-02-01/2024-02-29",
            "2024-01-01/2024-01-31",
        )

    def test_crosses_the_year(self) -> None:
        assert spans(date(2026, 1, 1), date(2026, 1, 1)) == ("2026-01-01/2026-01-01", "2025-12-01/2025-12-01")

    @given(today=DAYS)
    def test_never_looks_past_today_nor_overlaps(self, today: date) -> None:
        now, before = same_days(today.replace(day=1), today)
        assert now.last == today or now == whole_month(today)
        assert now.last <= today
        assert before.last < now.first
        assert before.days <= now.days or now == whole_month(today)


class TestWholeMonth:
    @given(day=DAYS)
    def test_begins_on_the_first_and_ends_before_the_next(self, day: date) -> None:
        span = whole_month(day)
        assert span.first.day == 1
        assert (span.last + timedelta(days=1)).day == 1
        assert span.first <= day <= span.last
        assert 28 <= span.days <= 31


class TestSpan:
    def test_counts_both_ends(self) -> None:
        assert Span(date(2026, 11, 1), date(2026, 11, 1)).days == 1


class TestMonthsThatBeginOnAnotherDay:
    def test_run_from_their_start_to_the_day_before_the_next(self) -> None:
        assert str(whole_month(date(2026, 11, 22), start=25)) == "2026-10-25/2026-11-24"
        assert str(whole_month(date(2026, 11, 25), start=25)) == "2026-11-25/2026-12-24"
        assert str(whole_month(date(2024, 2, 29), start=28)) == "2024-02-28/2024-03-27"

    def test_are_compared_by_their_own_first_days(self) -> None:
        now, before = same_days(date(2026, 11, 1), date(2026, 11, 3), start=25)
        assert (str(now), str(before)) == ("2026-10-25/2026-11-03", "2026-09-25/2026-10-04")

    @given(day=DAYS, start=st.integers(1, 28))
    def test_cover_every_day_once(self, day: date, start: int) -> None:
        span = whole_month(day, start)
        assert span.first <= day <= span.last
        assert (span.first.day, (span.last + timedelta(days=1)).day) == (start, start)
        assert months_before(span, 1, start).last == span.first - timedelta(days=1)


class TestMonthsBefore:
    def test_cross_years_both_ways(self) -> None:
        span = whole_month(date(2026, 1, 15))
        assert str(months_before(span, 1)) == "2025-12-01/2025-12-31"
        assert str(months_before(span, 13)) == "2024-12-01/2024-12-31"
        assert str(months_before(span, -12)) == "2027-01-01/2027-01-31"


class TestAsLong:
    def test_takes_as_many_first_days_or_all(self) -> None:
        february = whole_month(date(2026, 2, 1))
        assert str(as_long(february, Span(date(2026, 3, 1), date(2026, 3, 10)))) == "2026-02-01/2026-02-10"
        assert as_long(february, Span(date(2026, 3, 1), date(2026, 3, 30))) == february
        assert as_long(february, whole_month(date(2025, 4, 1))) == february
