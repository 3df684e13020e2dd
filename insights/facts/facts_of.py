"""The facts of any finding, and of several at once."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from insights.facts.fact import Fact
from insights.facts.of_ahead import of_cash_flow, of_next_month, of_projection, of_upcoming
from insights.facts.of_payments import of_duplicate, of_price_rise, of_recurring
from insights.facts.of_saving import of_no_spend, of_savings
from insights.facts.of_spending import of_anomaly, of_compared, of_months, of_movers, of_what_changed
from insights.facts.of_week import of_week
from insights.findings.anomalies import Anomaly
from insights.findings.cash_flow import CashFlow
from insights.findings.compared import Compared
from insights.findings.duplicates import Duplicate
from insights.findings.history import Months
from insights.findings.movers import Movers
from insights.findings.next_month import NextMonth
from insights.findings.price_rises import PriceRise
from insights.findings.projection import Projection
from insights.findings.recurring import Recurring
from insights.findings.savings import SavingsRate
from insights.findings.streaks import NoSpend
from insights.findings.upcoming import Upcoming
from insights.findings.week import Week
from insights.findings.what_changed import WhatChanged

Finding = (
    WhatChanged
    | Compared
    | Projection
    | Recurring
    | PriceRise
    | Upcoming
    | Anomaly
    | CashFlow
    | NextMonth
    | SavingsRate
    | Movers
    | NoSpend
    | Duplicate
    | Months
    | Week
)

MAKERS: dict[type, tuple[str, Callable[[Any, str], list[Fact]]]] = {
    WhatChanged: ("what_changed", of_what_changed),
    Compared: ("compared", of_compared),
    Projection: ("projection", of_projection),
    Recurring: ("recurring", of_recurring),
    PriceRise: ("price_rise", of_price_rise),
    Upcoming: ("upcoming", of_upcoming),
    Anomaly: ("anomaly", of_anomaly),
    CashFlow: ("cash_flow", of_cash_flow),
    NextMonth: ("next_month", of_next_month),
    SavingsRate: ("savings", of_savings),
    Movers: ("movers", of_movers),
    NoSpend: ("no_spend", of_no_spend),
    Duplicate: ("duplicate", of_duplicate),
    Months: ("months", of_months),
    Week: ("week", of_week),
}


def kind_of(finding: Finding) -> str:
    """The finding's name as it begins its facts' ids: "price_rise"."""
    return MAKERS[type(finding)][0]


def facts_of(finding: Finding, name: str | None = None) -> tuple[Fact, ...]:
    """Every fact of a finding, with ids like "what_changed.now"; `name` stands in for the kind, if given."""
    kind, maker = MAKERS[type(finding)]
    return tuple(maker(finding, name or kind))


def facts_by_id(findings: Iterable[Finding]) -> dict[str, Fact]:
    """The facts of many findings by id; the second anomaly's begin with "anomaly_2."."""
    known: dict[str, Fact] = {}
    met: Counter[str] = Counter()
    for finding in findings:
        kind = kind_of(finding)
        met[kind] += 1
        name = kind if met[kind] == 1 else f"{kind}_{met[kind]}"
        known |= {fact.id: fact for fact in facts_of(finding, name)}
    return known
