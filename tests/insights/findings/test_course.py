"""The course of a month that is over."""

from datetime import date

from insights.findings.course import Course, course
from tests.insights.findings.made import TODAY, cube, months, spent

OCTOBER = date(2026, 10, 1)


class TestCourse:
    def test_adds_up_day_by_day_beside_the_median_of_the_months_before(self) -> None:
        before = months("2026-06", [1000, 2000, 6000, 4000])
        found = course(cube(before, spent("2026-10-03", 700), spent("2026-10-31", 50), month=OCTOBER))
        assert isinstance(found, Course)
        assert found.so_far_by_day == (0, 0, *[700] * 28, 750)
        assert found.typical_by_day == (*[0] * 4, *[4000] * 27)
        assert (found.months, str(found.span)) == (3, "2026-10-01/2026-10-31")

    def test_is_the_projections_while_the_month_runs(self) -> None:
        before = months("2026-06", [1000] * 5)
        assert course(cube(before, spent("2026-11-03", 700))) is None
        assert course(cube(before, spent("2026-11-03", 700), today=date(2026, 11, 30)))
        assert TODAY.month == 11

    def test_needs_three_whole_months(self) -> None:
        assert course(cube(months("2026-08", [1000, 1000]), spent("2026-10-03", 700), month=OCTOBER)) is None
