"""From a month's summary to the answer of the API, section by section."""

from dataclasses import asdict
from typing import Any

from insights.cards import Card
from insights.findings.month import Findings
from insights.findings.recurring import Recurring
from insights.schemas import (
    BillOut,
    CardOut,
    ComparedOut,
    ContributionOut,
    CourseOut,
    DigestOut,
    FindingOut,
    MonthOut,
    MonthsOut,
    MonthTotalOut,
    ProjectionOut,
    RiseOut,
    SubscriptionOut,
    TotalOut,
    UpcomingOut,
    link_out,
    told_out,
)
from insights.services import MonthSummary


def month_out(summary: MonthSummary) -> MonthOut:
    """The whole answer of GET …/months/{month}."""
    digest = summary.digest
    return MonthOut(
        month=summary.month,
        today=summary.today,
        currency=summary.currency,
        totals=[TotalOut(**{**asdict(total), "category": total.category_id}) for total in summary.totals],
        spent=summary.spent,
        income=summary.income,
        reason_without_finding=summary.reason,
        cards=[card_out(card) for card in summary.cards],
        digest=DigestOut(id=digest.id, told=[told_out(one) for one in digest.narratives]) if digest else None,
        **(sections(summary, summary.findings) if summary.findings else NO_SECTIONS),
    )


NO_SECTIONS: dict[str, Any] = {
    **dict.fromkeys(("finding", "compared", "projection", "course", "months", "upcoming")),
    "subscriptions": [],
}


def sections(summary: MonthSummary, findings: Findings) -> dict[str, Any]:
    return {
        "finding": finding_out(summary, findings),
        "compared": compared_out(summary, findings),
        "projection": projection_out(summary, findings),
        "course": CourseOut(**asdict(findings.course)) if findings.course else None,
        "months": months_out(summary, findings),
        "upcoming": upcoming_out(summary, findings),
        "subscriptions": subscriptions_out(findings),
    }


def finding_out(summary: MonthSummary, findings: Findings) -> FindingOut | None:
    found = findings.what_changed
    if found is None:
        return None
    told = told_out(summary.tell(found))
    return FindingOut(
        kind="what_changed",
        currency=found.currency,
        sentence=told.sentence,
        facts=told.facts,
        contributions=[ContributionOut(**asdict(one)) for one in found.contributions],
        told=told,
    )


def compared_out(summary: MonthSummary, findings: Findings) -> ComparedOut | None:
    found = findings.compared
    if found is None:
        return None
    level = {name: getattr(found.spending, name) for name in ("now", "previous", "typical", "year_ago")}
    return ComparedOut(told=told_out(summary.tell(found)), typical_months=found.typical_months, **level)


def projection_out(summary: MonthSummary, findings: Findings) -> ProjectionOut | None:
    found = findings.projection
    return ProjectionOut(told=told_out(summary.tell(found)), **asdict(found)) if found else None


def months_out(summary: MonthSummary, findings: Findings) -> MonthsOut | None:
    found = findings.months
    if found is None:
        return None
    return MonthsOut(
        told=told_out(summary.tell(found)), months=[MonthTotalOut(**asdict(one)) for one in found.months]
    )


def upcoming_out(summary: MonthSummary, findings: Findings) -> UpcomingOut | None:
    found = findings.upcoming
    if found is None or not found.bills:
        return None
    bills = [BillOut(**asdict(bill)) for bill in found.bills]
    return UpcomingOut(
        told=told_out(summary.tell(found)), last=found.span.last, total=found.total, bills=bills
    )


def subscriptions_out(findings: Findings) -> list[SubscriptionOut]:
    """What is paid again and again, what costs most in a year first."""
    rises = {(one.payee, one.category): RiseOut(**asdict(one)) for one in findings.price_rises}
    paid = [one for one in findings.recurring if one.direction == "expense"]
    ordered = sorted(paid, key=lambda one: (-one.yearly, one.name, one.payee))
    return [subscription_out(one, rises.get((one.payee, one.category))) for one in ordered]


def subscription_out(one: Recurring, rise: RiseOut | None) -> SubscriptionOut:
    known = {name: getattr(one, name) for name in SubscriptionOut.model_fields if name != "rise"}
    return SubscriptionOut(**known, rise=rise)


def card_out(card: Card) -> CardOut:
    return CardOut(
        id=card.id,
        kind=card.kind,
        title=card.title,
        told=told_out(card.narrative),
        link=link_out(card.link),
    )
