"""The month as JSON; amounts in whole minor units, as everywhere on the wire."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from ninja import Schema

from insights.services import MonthSummary, Told


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


class MonthOut(Schema):
    """`spent` and `income` per currency, positive as people say them; a finding, or why there is none."""

    month: str
    today: date
    totals: list[TotalOut]
    spent: dict[str, int]
    income: dict[str, int]
    finding: FindingOut | None
    reason_without_finding: str | None


def month_out(summary: MonthSummary) -> MonthOut:
    return MonthOut(
        month=summary.month,
        today=summary.today,
        totals=[TotalOut(**{**asdict(total), "category": total.category_id}) for total in summary.totals],
        spent=summary.spent,
        income=summary.income,
        finding=finding_out(summary.told) if summary.told else None,
        reason_without_finding=summary.reason_without_finding,
    )


def finding_out(told: Told) -> FindingOut:
    return FindingOut(
        kind="what_changed",
        currency=told.finding.currency,
        sentence=told.narrative.sentence,
        facts=[FactOut(**asdict(fact)) for fact in told.narrative.facts],
        contributions=[ContributionOut(**asdict(one)) for one in told.finding.contributions],
    )
