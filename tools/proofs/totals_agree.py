"""Three ledgers in our tables and in beancount: every total of every month, to the cent."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.contrib.auth import get_user_model

from finance.audit import audit
from tools.ledgers import bean, booking, oracle
from tools.ledgers.bean import Totals
from tools.ledgers.booking import Booking
from tools.ledgers.life import lived
from tools.ledgers.table import TODAY
from tools.proofs.figure import Figure

CLAIM = "The totals of every month, category and currency equal beancount's to the cent."
BEGUN = TODAY.replace(year=TODAY.year - 2, month=1, day=1)


def prove(seed: int) -> Figure:
    """`bean-example`, and two made-up ledgers with two currencies, refunds, transfers and planned ones."""
    numbers, wrong = {}, 0
    for name, bookings, theirs in ledgers(seed):
        cells, differing = compared(name, bookings, theirs)
        numbers[name] = f"{len(bookings):,} transactions, {cells:,} totals, {differing} apart"
        wrong += differing
    return Figure(CLAIM, not wrong, numbers)


def ledgers(seed: int) -> Iterator[tuple[str, list[Booking], Totals]]:
    example = bean.read(bean.example(BEGUN, TODAY, seed))
    yield "bean-example", list(bean.bookings(example)), oracle.of_categories(bean.totals(example))
    for profile, name in ((1, "a family"), (3, "a retired couple")):
        made = list(booking.bookings_of(lived(5 * seed + profile, TODAY).entries))
        yield name, made, bean.totals(bean.read(bean.text(made)))


def compared(name: str, bookings: list[Booking], theirs: Totals) -> tuple[int, int]:
    """How many totals there are and how many differ in either of our cubes; and what the audit finds."""
    owner = get_user_model()._default_manager.create(username=f"oracle-{name}")
    ledger = booking.write(owner, bookings, datetime.now(UTC))
    rolled, counted = oracle.rolled_up(ledger.id), oracle.counted(ledger.id, date(1900, 1, 1), TODAY)
    of_categories = oracle.of_categories(theirs)
    whole = theirs != of_categories
    apart = oracle.apart(rolled if whole else oracle.of_categories(rolled), theirs)
    return len(theirs), apart + oracle.apart(counted, of_categories) + len(audit(ledger))
