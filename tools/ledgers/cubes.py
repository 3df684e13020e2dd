"""A made-up ledger as the findings see it, without a database in between."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID, uuid5

from finance.summaries import DayCell, MonthCell, Named
from insights.frames import LOOKS_BACK, Cube, Cubes, days_frame, months_frame
from insights.periods import lived, months_before, whole_month
from tools.ledgers.entry import Entry

NAMESPACE = UUID(int=1)


def cube_from(entries: Sequence[Entry], today: date, month: date | None = None) -> Cube:
    """The cube in euros of entries, as `insights.frames.cubes_of` would make it of a ledger that has them."""
    return cubes_from(entries, today, month).of("EUR")


def cubes_from(entries: Sequence[Entry], today: date, month: date | None = None) -> Cubes:
    """Every account ends at nothing, and without what is recorded twice: entries have no transactions."""
    span = whole_month(month or today)
    until, since = lived(span.first, today).last, months_before(span, LOOKS_BACK).first
    categories = {(one.category, kind(one)) for one in entries}
    accounts = named(categories | {(one.account, "asset") for one in entries})
    payees = named({(one.payee, "payee") for one in entries if one.payee})
    numbers = {one.name: ref for refs in (accounts, payees) for ref, one in refs.items()}
    days = day_cells((one for one in entries if since <= one.day <= until), numbers)
    months = month_cells((one for one in entries if one.day < span.first), numbers)
    frames = days_frame(days), months_frame(months, set(accounts))
    held = {one.currency: 0 for one in entries}
    return Cubes(today, span, *frames, held, [], accounts, payees)


def kind(one: Entry) -> str:
    return "income" if one.income else "expense"


def named(names: Iterable[tuple[str, str]]) -> dict[int, Named]:
    """Numbers from 1 for (name, kind) pairs; names are not shared between kinds."""
    return {
        number: Named(uuid5(NAMESPACE, f"{kind}:{name}"), name, kind)
        for number, (name, kind) in enumerate(sorted(names), start=1)
    }


def day_cells(entries: Iterable[Entry], numbers: dict[str, int]) -> Iterator[DayCell]:
    totals: Counter[tuple[str, int, int | None, int, str]] = Counter()
    counts: Counter[tuple[str, int, int | None, int, str]] = Counter()
    for one in entries:
        names = (numbers[one.category], numbers.get(one.payee), numbers[one.account])
        cell = (one.day.isoformat(), *names, one.currency)
        totals[cell] += one.amount
        counts[cell] += 1
    return ((*cell, totals[cell], count) for cell, count in counts.items())


def month_cells(entries: Iterable[Entry], numbers: dict[str, int]) -> Iterator[MonthCell]:
    totals: Counter[tuple[str, int, str]] = Counter()
    counts: Counter[tuple[str, int, str]] = Counter()
    for one in entries:
        cell = (f"{one.day:%Y-%m}", numbers[one.category], one.currency)
        totals[cell] += one.amount
        counts[cell] += 1
    return ((*cell, totals[cell], count) for cell, count in counts.items())
