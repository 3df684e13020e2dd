"""Insight cards: which findings are worth a person's attention, in what order; and the week's digest."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from finance.wording import say
from insights.facts import Finding, facts_of, kind_of
from insights.findings.duplicates import Duplicate
from insights.findings.month import Findings
from insights.findings.price_rises import PriceRise
from insights.findings.upcoming import Upcoming
from insights.findings.week import last_week
from insights.links import Filter, link_of
from insights.narrator import Narrative, tell
from insights.periods import Span, whole_month

MOST_CARDS = 6
MOST_OF_A_KIND = 2
DIGEST_LINES = 3
LATELY = timedelta(days=62)
WEEK = timedelta(days=7)
QUIET_DAYS = 3
SAVING_POINTS = 10


@dataclass(frozen=True, slots=True)
class Card:
    """A finding told on a card; `id` stays the same for what was found, so that it can be dismissed."""

    id: str
    kind: str
    title: str
    narrative: Narrative
    link: Filter | None


def cards_of(
    findings: Findings, *, today: date, language: str = "en", away: Collection[str] = ()
) -> tuple[Card, ...]:
    """At most six cards, the most pressing first; none where nothing moved.

    Those put `away`, by their ids, are left out, and leave their places to others.
    Not on a card is what the month's screen shows by itself: what changed, the projection, upcoming bills.
    """
    met: Counter[str] = Counter()
    cards: list[Card] = []
    for finding, subject in worth_telling(findings, today):
        kind, name = kind_of(finding), f"{kind_of(finding)}:{subject}"
        if name not in away and met[kind] < MOST_OF_A_KIND and len(cards) < MOST_CARDS:
            cards.append(card_of(finding, name, today, language, met[kind]))
            met[kind] += 1
    return tuple(cards)


def digest_of(findings: Findings, *, today: date, language: str = "en") -> tuple[Card, ...]:
    """The week in at most three lines: what moved in the last whole one, what is new, what falls due.

    None where nothing moved and nothing is new, though bills fall due in every other week.
    """
    met: Counter[str] = Counter()
    lines: list[Card] = []
    for finding, subject in news(findings, today):
        kind = kind_of(finding)
        lines.append(card_of(finding, f"{kind}:{subject}", today, language, met[kind]))
        met[kind] += 1
    bills = due_soon(findings.upcoming, today)
    if lines and bills:
        lines = [*lines[: DIGEST_LINES - 1], card_of(bills, f"upcoming:{today}", today, language, 0)]
    return tuple(lines[:DIGEST_LINES])


def news(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    """What happened since the last whole week began, and what is pressing: no state of the month."""
    since = last_week(today).first
    if findings.week and findings.week.moved and findings.week.now >= 0:
        yield findings.week, str(findings.week.span)
    yield from short_of_money(findings, today)
    for choose in (price_rises, duplicates):
        yield from (found for found in choose(findings, today) if day_of(found[0]) >= since)
    yield from quiet_days(findings, today)


def day_of(finding: Finding) -> date:
    """When a price rose, or when something was recorded twice."""
    assert isinstance(finding, PriceRise | Duplicate)
    return finding.since if isinstance(finding, PriceRise) else finding.day


def due_soon(bills: Upcoming | None, today: date) -> Upcoming | None:
    """The bills of the seven days from today on, and those that are late; None where there is none."""
    span = Span(today, today + WEEK - timedelta(days=1))
    soon = tuple(bill for bill in bills.bills if bill.day <= span.last) if bills else ()
    return (
        replace(bills, span=span, bills=soon, total=sum(bill.amount for bill in soon))
        if bills and soon
        else None
    )


def card_of(finding: Finding, name: str, today: date, language: str, nth: int) -> Card:
    """One finding as a card; the link is that of the first figure which counted transactions."""
    kind = kind_of(finding)
    narrative = tell(finding, today=today, language=language, nth=nth)
    links = (link_of(fact) for fact in narrative.facts or facts_of(finding))
    title = say(f"card.{kind}", language=language)
    return Card(name, kind, title, narrative, next((link for link in links if link), None))


def worth_telling(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    """Findings with what they are about, the most pressing first."""
    for choose in CHOICES:
        yield from choose(findings, today)


def short_of_money(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    flow = findings.cash_flow
    if flow and flow.lowest < 0:
        yield flow, f"{flow.currency}:{flow.lowest_day:%Y-%m}"


def anomalies(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    for one in sorted(findings.anomalies, key=lambda one: (-abs(one.delta), one.name)):
        yield one, f"{one.category}:{one.span.month}"


def price_rises(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    for one in sorted(findings.price_rises, key=lambda one: (-one.yearly, one.name)):
        if one.since >= today - LATELY:
            yield one, f"{one.payee}:{one.since}"


def duplicates(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    for one in sorted(findings.duplicates, key=lambda one: (-one.day.toordinal(), -one.amount, one.name)):
        yield one, min(one.transactions)


def overspending_or_saving(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    """More spent than came in, in a month that is over; or a rate far from the typical one."""
    rate = findings.savings
    if rate is None or rate.income <= 0 or rate.span != whole_month(rate.span.first):
        return
    usual = rate.typical_percent
    if rate.saved < 0 or (usual is not None and abs(rate.percent - usual) >= SAVING_POINTS):
        yield rate, rate.span.month


def moved_payees(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    movers = findings.movers
    if movers is None or not movers.top:
        return
    largest = max((abs(one.delta) for one in movers.risen[:1] + movers.fallen[:1]), default=0)
    if largest and largest * 4 >= movers.top[0].now:
        yield movers, movers.span.month


def season(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    ahead = findings.next_month
    if ahead and abs(ahead.expected - ahead.typical) * 10 >= max(ahead.typical, 1):
        yield ahead, ahead.span.month


def quiet_days(findings: Findings, today: date) -> Iterator[tuple[Finding, str]]:
    quiet = findings.no_spend
    if quiet and quiet.days >= QUIET_DAYS:
        yield quiet, quiet.span.month


CHOICES: tuple[Callable[[Findings, date], Iterator[tuple[Finding, str]]], ...] = (
    short_of_money,
    anomalies,
    price_rises,
    duplicates,
    overspending_or_saving,
    moved_payees,
    season,
    quiet_days,
)
