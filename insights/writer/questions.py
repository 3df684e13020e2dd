"""The queries that the model may choose among: its arguments are checked, what is counted becomes facts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from finance.counting import Counted, Wanted, counted, counted_by_category
from finance.queries import Balance
from insights.facts import Baseline, Fact
from insights.facts.pen import Pen
from insights.periods import Span, same_days, whole_month
from insights.writer.ledger_names import LedgerNames

CATEGORIES = ("income", "expense")
PLACES = ("asset", "liability")
MOST = 6
"""How many categories or accounts are told."""


class BadArguments(ValueError):
    """What the model is told when it asked for something that cannot be counted."""


@dataclass(slots=True)
class Counter:
    """Counts for one question: `facts` grows with each query, whose facts are named q1.…, q2.…"""

    ledger: UUID
    currency: str
    today: date
    names: LedgerNames
    balances: Callable[[], Sequence[Balance]]
    facts: dict[str, Fact] = field(default_factory=dict)
    queries: int = 0

    def run(self, name: str, arguments: Mapping[str, Any]) -> list[Fact]:
        """The facts of a query. Raises BadArguments for a name or arguments that are not as declared."""
        if name not in QUERIES:
            raise BadArguments(f"There is no function {name[:40]!r}. Choose one of: {', '.join(QUERIES)}.")
        shape, query = QUERIES[name]
        try:
            wanted = shape.model_validate(dict(arguments))
        except ValidationError as wrong:
            first = wrong.errors()[0]
            raise BadArguments(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from wrong
        self.queries += 1
        found = query(self, wanted)
        self.facts |= {fact.id: fact for fact in found}
        return found

    def pen(self, currency: str, measure: Literal["spending", "income", "balance"], period: Span) -> Pen:
        """Names facts after the query; those of another currency than the ledger's after that too."""
        other = "" if currency == self.currency else f"_{currency.lower()}"
        return Pen(f"q{self.queries}{other}", currency, measure, str(period), measure)


class Days(BaseModel):
    """A stretch of days, both included."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["spent", "received"]
    first_day: date
    last_day: date

    def span(self) -> Span:
        if self.last_day < self.first_day:
            raise BadArguments("last_day lies before first_day.")
        return Span(self.first_day, self.last_day)


class Figures(Days):
    """What was spent or received: the total, how many entries, the largest, and the last day."""

    about: str | None = Field(None, description="The id of one category or payee; all of them without it.")
    compare_first_day: date | None = Field(None, description="To compare with other days: their first.")
    compare_last_day: date | None = Field(None, description="And their last.")

    def other(self) -> Span | None:
        if self.compare_first_day is None or self.compare_last_day is None:
            return None
        return Span(self.compare_first_day, self.compare_last_day)


class Categories(Days):
    """The categories with the largest totals, largest first."""


class Balances(BaseModel):
    """What accounts hold today."""

    model_config = ConfigDict(extra="forbid")
    account: str | None = Field(None, description="The id of one account; all of them without it.")


def figures(counter: Counter, asked: Figures) -> list[Fact]:
    span, other = asked.span(), asked.other()
    wanted, subject, name = narrowed(counter, asked)
    now = counted(counter.ledger, wanted) or [nothing(counter.currency, span)]
    before = compared(counter, wanted, other)
    facts: list[Fact] = []
    for one in now:
        pen = counter.pen(one.currency, measure_of(asked.kind), span)
        about = pen.about(str(wanted.category or wanted.payee), subject) if name else pen
        facts += calendar(pen, span, counter.today)
        facts += [about.label("name", name)] if name else []
        facts += [about.amount("total", one.total), about.count("count", one.count)]
        if one.count:
            facts += [
                replace(about.amount("largest", one.largest), ranks=("most",)),
                about.day("last", one.last_day),
            ]
        if other:
            facts += comparison(about, one.total, before.get(one.currency, 0), (span, other), counter.today)
    return facts


def narrowed(counter: Counter, asked: Figures) -> tuple[Wanted, Literal["category", "payee"], str]:
    """What to count, whether it is a category's or a payee's, and its name ("" for everything)."""
    kind = "income" if asked.kind == "received" else "expense"
    wanted = Wanted(kind=kind, first_day=asked.first_day, last_day=asked.last_day)
    if asked.about is None:
        return wanted, "category", ""
    found = counter.names.of(asked.about, (kind, "payee"))
    if found is None:
        raise BadArguments(f"about: no {kind} category or payee has the id {asked.about[:40]!r}.")
    if found.kind == "payee":
        return replace(wanted, payee=found.id), "payee", found.name
    return replace(wanted, category=found.id), "category", found.name


def nothing(currency: str, span: Span) -> Counted:
    return Counted(currency, 0, 0, 0, span.first, span.last)


def compared(counter: Counter, wanted: Wanted, other: Span | None) -> dict[str, int]:
    """The same of other days, by currency."""
    if other is None:
        return {}
    then = replace(wanted, first_day=other.first, last_day=other.last)
    return {one.currency: one.total for one in counted(counter.ledger, then)}


def comparison(pen: Pen, now: int, then: int, spans: tuple[Span, Span], today: date) -> list[Fact]:
    """What it was in the other days; the change only where the two stretches may be compared."""
    span, other = spans
    facts = [
        pen.during(other).amount("before", then),
        *(
            replace(fact, id=f"{pen.name}.before_{fact.id.partition('.')[2]}")
            for fact in calendar(pen.during(other), other, today)
        ),
    ]
    baseline = baseline_of(span, other)
    return [*facts, pen.change("change", now - then, baseline)] if baseline else facts


def baseline_of(now: Span, before: Span) -> Baseline | None:
    """What the second stretch is to the first; None for two that tell nothing of each other."""
    if (now, before) == same_days(now.last, now.last):
        return "previous_month" if now == whole_month(now.first) else "same_days"
    year = (now.first.year - 1, now.first.month)
    if now == whole_month(now.first) and before == whole_month(before.first):
        return "year_ago" if (before.first.year, before.first.month) == year else None
    return None


def categories(counter: Counter, asked: Categories) -> list[Fact]:
    span = asked.span()
    kind = "income" if asked.kind == "received" else "expense"
    found = counted_by_category(counter.ledger, Wanted(kind=kind, first_day=span.first, last_day=span.last))
    own = [one for one in found if one.currency == counter.currency][:MOST]
    pen = counter.pen(counter.currency, measure_of(asked.kind), span)
    facts = calendar(pen, span, counter.today)
    for place, one in enumerate(own, 1):
        about = pen.about(str(one.category), "category")
        told = [about.label(f"name_{place}", one.name), about.amount(f"total_{place}", one.total)]
        facts += [replace(fact, ranks=("most",)) for fact in told] if place == 1 else told
    return facts


def balances(counter: Counter, asked: Balances) -> list[Fact]:
    wanted = None
    if asked.account is not None:
        wanted = counter.names.of(asked.account, PLACES)
        if wanted is None:
            raise BadArguments(f"account: no account has the id {asked.account[:40]!r}.")
    today = Span(counter.today, counter.today)
    known = {one.id: one.name for one in counter.names.by_alias.values()}
    held = [one for one in counter.balances() if wanted is None or one.account_id == wanted.id]
    facts: list[Fact] = []
    for place, one in enumerate(held[:MOST], 1):
        pen = counter.pen(one.amount.currency, "balance", today).about(str(one.account_id), "account")
        facts += [
            pen.label(f"name_{place}", known[one.account_id]),
            pen.amount(f"balance_{place}", one.amount.minor),
        ]
    return facts


def calendar(pen: Pen, span: Span, today: date) -> list[Fact]:
    """The month, where the days are a month's (so far); the first and the last day."""
    month = whole_month(span.first)
    days = [pen.day("first_day", span.first), pen.day("last_day", span.last)]
    facts = [replace(day, entity="calendar", measure="calendar") for day in days]
    is_month = span == month or (span.first == month.first and span.last == today)
    return [pen.month("month", span.month), *facts] if is_month else facts


def measure_of(kind: str) -> Literal["spending", "income"]:
    return "income" if kind == "received" else "spending"


QUERIES: dict[str, tuple[type[BaseModel], Callable[[Counter, Any], list[Fact]]]] = {
    "figures": (Figures, figures),
    "categories": (Categories, categories),
    "balances": (Balances, balances),
}
