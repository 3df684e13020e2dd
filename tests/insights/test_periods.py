"""Which days may be compared with which."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from insights.periods import Span, same_days, whole_month

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
