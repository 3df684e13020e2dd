"""What changed: contributions that sum to the change, to the cent."""

from datetime import date
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from finance.summaries import CubeCell
from insights.findings.what_changed import WhatChanged, what_changed
from insights.frames import cube_frame
from insights.periods import same_days

SPANS = same_days(date(2026, 11, 1), date(2026, 11, 22))
GROCERIES, TRANSPORT, SALARY = (UUID(int=number) for number in (1, 2, 3))


def cell(
    category: UUID, total: int, *, kind: str = "expense", currency: str = "EUR", payee: str | None = None
) -> CubeCell:
    names = {GROCERIES: "Groceries", TRANSPORT: "Transport", SALARY: "Salary"}
    name = names.get(category, f"Category {category.int}")
    return CubeCell("2026-11", category, name.lower(), name, kind, payee, currency, total, 1)


def found(now: list[CubeCell], before: list[CubeCell], currency: str = "EUR") -> WhatChanged | None:
    return what_changed(cube_frame(now), cube_frame(before), currency, SPANS)


CELLS = st.lists(
    st.builds(
        cell,
        st.integers(1, 6).map(lambda number: UUID(int=number)),
        st.integers(-(2**53) + 1, 2**53 - 1),
        kind=st.sampled_from(["expense", "income"]),
        currency=st.sampled_from(["EUR", "USD"]),
    ),
    max_size=12,
)


class TestWhatChanged:
    @settings(deadline=None)  # the first example imports pandas
    @given(now=CELLS, before=CELLS)
    def test_contributions_sum_to_the_change_exactly(
        self, now: list[CubeCell], before: list[CubeCell]
    ) -> None:
        spent = [
            [cell.total for cell in side if cell.kind == "expense" and cell.currency == "EUR"]
            for side in (now, before)
        ]
        finding = found(now, before)
        assert (finding is not None) == all(spent)
        if finding:
            assert (finding.now, finding.before) == (sum(spent[0]), sum(spent[1]))
            assert sum(one.delta for one in finding.contributions) == finding.delta
            assert all(one.delta == one.now - one.before for one in finding.contributions)

    @settings(deadline=None)
    @given(now=CELLS, before=CELLS)
    def test_does_not_depend_on_the_order_of_the_cells(
        self, now: list[CubeCell], before: list[CubeCell]
    ) -> None:
        assert found(now, before) == found(now[::-1], before[::-1])

    def test_names_the_largest_contribution_first(self) -> None:
        finding = found(
            [cell(GROCERIES, 5000), cell(TRANSPORT, 1000)], [cell(GROCERIES, 4900), cell(TRANSPORT, 3000)]
        )
        assert finding is not None
        assert [(one.name, one.delta) for one in finding.contributions] == [
            ("Transport", -2000),
            ("Groceries", 100),
        ]

    def test_counts_a_category_of_one_side_as_nothing_on_the_other(self) -> None:
        finding = found([cell(GROCERIES, 5000)], [cell(TRANSPORT, 3000)])
        assert finding is not None
        assert [(one.name, one.now, one.before) for one in finding.contributions] == [
            ("Groceries", 5000, 0),
            ("Transport", 0, 3000),
        ]

    def test_nets_a_refund_inside_its_category(self) -> None:
        finding = found([cell(GROCERIES, 5000), cell(GROCERIES, -5000)], [cell(GROCERIES, 1000)])
        assert finding is not None
        assert finding.now == 0
        assert [one.delta for one in finding.contributions] == [-1000]

    def test_leaves_income_and_other_currencies_out(self) -> None:
        finding = found(
            [
                cell(GROCERIES, 5000),
                cell(SALARY, -300000, kind="income"),
                cell(TRANSPORT, 700, currency="GBP"),
            ],
            [cell(GROCERIES, 4000)],
        )
        assert finding is not None
        assert (finding.now, finding.before) == (5000, 4000)

    def test_takes_a_span_without_entries_as_missing(self) -> None:
        assert found([cell(GROCERIES, 5000)], []) is None
        assert found([], [cell(GROCERIES, 5000)]) is None
        assert found([], []) is None

    def test_adds_what_a_float_could_not(self) -> None:
        finding = found([cell(GROCERIES, 2**53 - 1), cell(GROCERIES, 2)], [cell(TRANSPORT, 1)])
        assert finding is not None
        assert finding.now == 2**53 + 1
