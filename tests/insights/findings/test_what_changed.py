"""What changed: contributions that sum to the change, to the cent."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from insights.findings.what_changed import WhatChanged, what_changed
from tests.insights.findings.made import abroad, cube, earned, spent
from tools.ledgers.entry import Entry

ENTRIES = st.lists(
    st.builds(
        Entry,
        st.sampled_from([date(2026, month, day) for month in (10, 11) for day in (1, 22, 23)]),
        st.sampled_from(["groceries", "transport", "dining", "rent"]),
        st.sampled_from(["", "Lidl"]),
        st.integers(-(2**53) + 1, 2**53 - 1),
        currency=st.sampled_from(["EUR", "USD"]),
    ),
    max_size=12,
)


def found(*entries: Entry | list[Entry]) -> WhatChanged:
    finding = what_changed(cube(*entries))
    assert finding is not None
    return finding


class TestWhatChanged:
    @settings(deadline=None)  # the first example imports pandas
    @given(entries=ENTRIES)
    def test_contributions_sum_to_the_change_exactly(self, entries: list[Entry]) -> None:
        lived = [one for one in entries if one.currency == "EUR" and one.day.day <= 22]
        sides = [[one.amount for one in lived if one.day.month == month] for month in (11, 10)]
        finding = what_changed(cube(entries))
        assert (finding is not None) == all(sides)
        if finding:
            assert (finding.now, finding.before) == (sum(sides[0]), sum(sides[1]))
            assert sum(one.delta for one in finding.contributions) == finding.delta
            assert all(one.delta == one.now - one.before for one in finding.contributions)

    @settings(deadline=None)
    @given(entries=ENTRIES)
    def test_does_not_depend_on_the_order_of_the_entries(self, entries: list[Entry]) -> None:
        assert what_changed(cube(entries)) == what_changed(cube(entries[::-1]))

    def test_names_the_largest_contribution_first(self) -> None:
        finding = found(
            spent("2026-11-05", 5000), spent("2026-11-05", 1000, "transport"),
            spent("2026-10-05", 4900), spent("2026-10-05", 3000, "transport"),
        )  # fmt: skip
        assert [(one.name, one.delta) for one in finding.contributions] == [
            ("transport", -2000),
            ("groceries", 100),
        ]

    def test_counts_a_category_of_one_side_as_nothing_on_the_other(self) -> None:
        finding = found(spent("2026-11-05", 5000), spent("2026-10-05", 3000, "transport"))
        assert [(one.name, one.now, one.before) for one in finding.contributions] == [
            ("groceries", 5000, 0),
            ("transport", 0, 3000),
        ]

    def test_nets_a_refund_inside_its_category(self) -> None:
        finding = found(spent("2026-11-05", 5000), spent("2026-11-05", -5000), spent("2026-10-05", 1000))
        assert finding.now == 0
        assert [one.delta for one in finding.contributions] == [-1000]

    def test_leaves_income_and_other_currencies_out(self) -> None:
        finding = found(
            spent("2026-11-05", 5000),
            earned("2026-11-05", 300000),
            abroad("2026-11-05", 700),
            spent("2026-10-05", 4000),
        )
        assert (finding.now, finding.before) == (5000, 4000)

    def test_takes_a_span_without_entries_as_missing(self) -> None:
        assert what_changed(cube(spent("2026-11-05", 5000))) is None
        assert what_changed(cube(spent("2026-10-05", 5000))) is None
        assert what_changed(cube(spent("2026-10-23", 1), spent("2026-11-05", 5000))) is None

    def test_adds_what_a_float_could_not(self) -> None:
        large = spent("2026-11-05", 2**53 - 1)
        assert found(large, replace(large, amount=2), spent("2026-10-05", 1)).now == 2**53 + 1
