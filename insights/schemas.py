"""The month as JSON; amounts in whole minor units, as everywhere on the wire."""

from dataclasses import asdict
from datetime import date
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from finance.schemas import Given
from insights.facts import Fact
from insights.findings.cadence import Cadence
from insights.links import FIGURES, Filter, link_of
from insights.narrator import Narrative, Shown


class TotalOut(Schema):
    """`total` as the lines sum: an expense is positive, income negative, a refund lowers its category."""

    category: UUID
    key: str | None
    name: str
    kind: str
    currency: str
    total: int
    count: int


class FactOut(Schema):
    id: str
    kind: str
    value: int | str
    currency: str | None
    sign: int
    entity: str
    period: str
    measure: str
    baseline: str | None
    basis: str


class LinkOut(Schema):
    """Which transactions a figure counted; days both included."""

    first: str | None = None
    last: str | None = None
    category: str | None = None
    payee: str | None = None
    kind: str | None = None


class PartOut(Schema):
    """A piece of a sentence; `fact` is the place of its fact among the narrative's, None for plain words."""

    text: str
    fact: int | None
    link: LinkOut | None


class ToldOut(Schema):
    """A sentence whose every figure is a fact; `parts` join to `sentence`, `spoken` is for the ear."""

    sentence: str
    spoken: str
    parts: list[PartOut]
    facts: list[FactOut]


class ContributionOut(Schema):
    category: UUID
    name: str
    delta: int
    now: int
    before: int


class FindingOut(Schema):
    """`contributions` sum to the change exactly; each figure of `sentence` is one of `facts`."""

    kind: str
    currency: str
    sentence: str
    facts: list[FactOut]
    contributions: list[ContributionOut]
    told: ToldOut


class ComparedOut(Schema):
    """Spending so far against other stretches; None where a baseline is missing."""

    told: ToldOut
    now: int
    previous: int | None
    typical: int | None
    year_ago: int | None
    typical_months: int


class CourseOut(Schema):
    """Running sums by day."""

    so_far_by_day: list[int]
    typical_by_day: list[int]
    months: int


class ProjectionOut(CourseOut):
    told: ToldOut
    known: int
    expected: int
    low: int
    high: int
    low_by_day: list[int]
    high_by_day: list[int]


class MonthTotalOut(Schema):
    """None where the month has no entries: missing, not zero."""

    month: str
    income: int | None
    spent: int | None
    complete: bool


class MonthsOut(Schema):
    told: ToldOut
    months: list[MonthTotalOut]


class BillOut(Schema):
    day: date
    payee: str
    name: str
    category: str
    category_name: str
    cadence: Cadence
    amount: int
    late: bool


class UpcomingOut(Schema):
    told: ToldOut
    last: date
    total: int
    bills: list[BillOut]


class RiseOut(Schema):
    before: int
    now: int
    since: date
    yearly: int


class SubscriptionOut(Schema):
    """A payment that comes back; `rise` where its price went up."""

    payee: str
    name: str
    category: str
    category_name: str
    cadence: Cadence
    amount: int
    steady: bool
    yearly: int
    next_day: date
    rise: RiseOut | None


class CardOut(Schema):
    id: str
    kind: str
    title: str
    told: ToldOut
    link: LinkOut | None


class DigestOut(Schema):
    """The week in at most three narratives; `id` is the same all week, and may be judged like a card's."""

    id: str
    told: list[ToldOut]


class MonthOut(Schema):
    """`spent` and `income` per currency, positive as people say them; a finding, or why there is none.

    What was found is of one `currency`; a section is None (or empty) where there is nothing to say.
    """

    month: str
    today: date
    currency: str
    totals: list[TotalOut]
    spent: dict[str, int]
    income: dict[str, int]
    finding: FindingOut | None
    reason_without_finding: str | None
    compared: ComparedOut | None
    projection: ProjectionOut | None
    course: CourseOut | None
    months: MonthsOut | None
    upcoming: UpcomingOut | None
    subscriptions: list[SubscriptionOut]
    cards: list[CardOut]
    digest: DigestOut | None


class JudgeIn(Given):
    card: str = Field(min_length=1, max_length=200)
    verdict: Literal["dismissed", "not_useful", "shown"]


class DigestMailIn(Schema):
    """Where the weekly digest goes; "" for nowhere."""

    address: str = Field(max_length=254)


class DigestMailOut(DigestMailIn):
    """`possible` on a server that was told of a mail host."""

    possible: bool


def told_out(narrative: Narrative) -> ToldOut:
    """Every part with the place of its fact, and with the transactions of those that are figures."""
    places = {fact: place for place, fact in enumerate(narrative.facts)}
    return ToldOut(
        sentence=narrative.sentence,
        spoken=narrative.spoken,
        parts=[part_out(part, places) for part in narrative.parts],
        facts=[fact_out(fact) for fact in narrative.facts],
    )


def part_out(part: str | Shown, places: dict[Fact, int]) -> PartOut:
    if isinstance(part, str):
        return PartOut(text=part, fact=None, link=None)
    link = link_of(part.fact) if part.fact.kind in FIGURES else None
    return PartOut(text=part.text, fact=places[part.fact], link=link_out(link))


def fact_out(fact: Fact) -> FactOut:
    return FactOut(**{name: getattr(fact, name) for name in FactOut.model_fields})


def link_out(link: Filter | None) -> LinkOut | None:
    return LinkOut(**{name: value or None for name, value in asdict(link).items()}) if link else None
