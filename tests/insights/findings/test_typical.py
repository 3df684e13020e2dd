"""What is typical."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insights.findings.typical import median, typical_months
from tests.insights.findings.made import cube, months


class TestMedian:
    @given(st.lists(st.integers(-(2**53), 2**53), min_size=1))
    def test_has_half_of_the_values_on_either_side(self, values: list[int]) -> None:
        middle = median(values)
        assert 2 * sum(value <= middle + 1 for value in values) >= len(values)
        assert 2 * sum(value >= middle for value in values) >= len(values)

    def test_is_exact_where_a_float_is_not(self) -> None:
        assert median([2**60 + 1, 2**60 + 1]) == 2**60 + 1


class TestTypicalMonths:
    @pytest.mark.parametrize(
        ("there", "chosen"), [(2, 0), (3, 3), (5, 3), (6, 6), (11, 6), (12, 12), (14, 12)]
    )
    def test_are_twelve_six_or_three_as_there_are(self, there: int, chosen: int) -> None:
        first = 12 * 2026 + 10 - there
        history = months(f"{first // 12}-{first % 12 + 1:02}", [5] * there)
        assert len(typical_months(cube(history))) == chosen

    def test_are_none_of_more_than_a_year_ago(self) -> None:
        assert typical_months(cube(months("2025-09", [5] * 4))) == ()
        assert len(typical_months(cube(months("2025-11", [5] * 3)))) == 3
