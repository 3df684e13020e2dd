"""Our totals beside beancount's, on small ledgers of every kind; `make prove` takes three large ones."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from beancount.core.amount import Amount
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.people.models import Person
from insights.frames import cubes_of
from tools.ledgers import bean, oracle
from tools.ledgers.booking import Booking, Line, bookings_of, write
from tools.ledgers.cubes import cubes_from
from tools.ledgers.entry import Entry

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST, LAST = date(2026, 9, 1), date(2026, 11, 30)
CATEGORIES = ("Expenses:Food", "Expenses:Rent", "Income:Salary")
LINES = st.builds(
    Line,
    st.sampled_from([*CATEGORIES, "Assets:Cash", "Liabilities:Card"]),
    st.integers(-(10**9), 10**9).filter(bool),
    st.sampled_from(["EUR", "JPY", "KWD"]),
)
BOOKINGS = st.lists(
    st.builds(
        Booking,
        st.dates(FIRST, LAST),
        st.sampled_from(["", "Lidl", 'The "Inn"']),
        st.just("Assets:Bank"),
        st.lists(LINES, min_size=1, max_size=4).map(tuple),
        st.sampled_from(["recorded", "cleared", "planned"]),
    ),
    min_size=1,
    max_size=6,
)


@pytest.fixture
def owner(db: None) -> Person:
    return Person.objects.create_user("asha", password="correct horse battery")


class TestTotals:
    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(bookings=BOOKINGS)
    def test_equal_beancounts_to_the_minor_unit(self, owner: Person, bookings: list[Booking]) -> None:
        theirs = bean.totals(bean.read(bean.text(bookings)))
        ledger = write(owner, bookings, NOW)
        assert oracle.rolled_up(ledger.id) == theirs
        assert oracle.counted(ledger.id, FIRST, LAST) == oracle.of_categories(theirs)

    def test_of_an_employees_example_equal_beancounts(self, owner: Person) -> None:
        example = bean.read(bean.example(date(2026, 9, 1), date(2026, 11, 22), seed=1))
        ledger = write(owner, list(bean.bookings(example)), NOW)
        theirs = oracle.of_categories(bean.totals(example))
        assert len(theirs) > 30
        assert oracle.apart(oracle.of_categories(oracle.rolled_up(ledger.id)), theirs) == 0

    def test_differ_where_a_cent_is_missing(self, owner: Person) -> None:
        bookings = [Booking(FIRST, "", "Assets:Bank", (Line("Expenses:Food", 1000, "EUR"),))]
        ledger = write(owner, [Booking(FIRST, "", "Assets:Bank", (Line("Expenses:Food", 1001, "EUR"),))], NOW)
        assert oracle.apart(oracle.rolled_up(ledger.id), bean.totals(bean.read(bean.text(bookings)))) == 2


class TestBookings:
    def test_take_the_own_account_and_what_was_paid_for_shares(self) -> None:
        text = """
2026-01-01 open Assets:Cash
2026-01-01 open Assets:Shares
2026-01-01 open Expenses:Fees
2026-01-05 * "Broker" ""
  Assets:Cash  -208.95 USD
  Assets:Shares  2 VHT {100.00 USD}
  Expenses:Fees  8.95 USD
"""
        (found,) = bean.bookings(bean.read(text))
        assert (found.payee, found.account) == ("Broker", "Assets:Cash")
        assert found.lines == (Line("Assets:Shares", 20000, "USD"), Line("Expenses:Fees", 895, "USD"))

    def test_leave_hours_and_transactions_without_money_out(self) -> None:
        text = """
2026-01-01 open Assets:Hours
2026-01-01 open Income:Hours
2026-01-05 * "" ""
  Assets:Hours  5 VACHR
  Income:Hours  -5 VACHR
"""
        assert list(bean.bookings(bean.read(text))) == []

    def test_refuse_what_beancount_finds_fault_with(self) -> None:
        with pytest.raises(ValueError, match="Invalid reference to unknown account"):
            bean.read('2026-01-05 * "" ""\n  Assets:A  5 EUR\n  Assets:B  -5 EUR\n')

    def test_refuse_half_a_cent(self) -> None:
        with pytest.raises(bean.NotWhole):
            bean.minor(Amount(Decimal("0.005"), "EUR"))


class TestCubesFrom:
    def test_equal_those_of_the_database(self, owner: Person) -> None:
        entries = [
            Entry(date(2026, 10, 5), "food", "Lidl", 500),
            Entry(date(2026, 11, 5), "food", "Lidl", 700),
            Entry(date(2026, 11, 5), "food", "Lidl", -200),
            Entry(date(2026, 11, 6), "salary", "Employer", -9000, income=True),
            Entry(date(2026, 11, 23), "food", "", 40),
        ]
        ledger = write(owner, [one for one in bookings_of(entries) if one.status == "recorded"], NOW)
        ours = cubes_from(entries, NOW.date()).of("EUR")
        theirs = cubes_of(ledger.id, NOW.date()).of("EUR")
        columns = ["day", "place", "month", "total", "count"]
        for name in ("spent", "earned"):
            pair = [getattr(cube, name)[columns].sort_values(columns) for cube in (ours, theirs)]
            assert pair[0].to_numpy().tolist() == pair[1].to_numpy().tolist()
        assert ours.spent_by_month["total"].tolist() == theirs.spent_by_month["total"].tolist() == [500]
        assert ours.whole_months == theirs.whole_months
