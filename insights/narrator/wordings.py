"""Which sentences of the catalogue tell a finding, in order."""

from collections.abc import Callable
from datetime import date
from typing import Any

from insights.facts import Finding, sign
from insights.facts.of_spending import against_previous, drivers, of_months
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
from insights.periods import Span, whole_month

VARIANTS = 3
"""How many wordings there are where several findings of one kind may stand beside each other."""


def wordings(finding: Finding, today: date, nth: int = 0) -> list[str]:
    """Keys of the catalogue; none where there is nothing to tell."""
    return TELLERS[type(finding)](finding, today, nth % VARIANTS + 1)


def what_changed(finding: WhatChanged, today: date, nth: int) -> list[str]:
    ways = [
        f"insight.what_changed.{place}_{'rose' if one.delta > 0 else 'fell'}"
        for place, one in drivers(finding)
    ]
    return [f"insight.what_changed.{stretch(finding)}_{way(finding.delta)}", *ways]


def stretch(finding: WhatChanged) -> str:
    """The template that fits: which stretch of the month, or a net one where refunds outweigh spending."""
    if finding.now < 0 or finding.before < 0:
        return f"net_{against_previous(finding.before_span)}"
    if finding.now_span == whole_month(finding.now_span.first):
        return "whole"
    if finding.now_span.days == 1:
        return "first_day"
    return "longer" if finding.now_span.days > finding.before_span.days else "running"


def compared(finding: Compared, today: date, nth: int) -> list[str]:
    """The level; against typical months, else the month before; and against a year ago."""
    level = finding.spending
    if level.now < 0:
        return []
    months = "whole" if is_over(finding.span) else "running"
    keys = [f"insight.compared.{months}"]
    if level.typical is not None:
        keys = [f"insight.compared.{months}_typical_{way(level.now - level.typical)}"]
    elif level.previous is not None:
        against = against_previous(finding.previous_span)
        keys.append(f"insight.compared.{against}_{way(level.now - level.previous)}")
    if level.year_ago is not None:
        keys.append(f"insight.compared.year_ago_{months}_{way(level.now - level.year_ago)}")
    return keys


def projection(finding: Projection, today: date, nth: int) -> list[str]:
    typical = finding.typical_by_day[-1] if finding.typical_by_day else 0
    if finding.expected < 0 or finding.low < 0:
        return []
    band = "band" if finding.low < finding.high else "point"
    return [f"insight.projection.{band}", f"insight.projection.{way(finding.expected - typical)}"]


def recurring(finding: Recurring, today: date, nth: int) -> list[str]:
    when = "late" if finding.next_day < today else "next"
    steady = "steady" if finding.steady else "varying"
    return [f"insight.recurring.{finding.direction}_{steady}_{nth}", f"insight.recurring.{when}_{nth}"]


def price_rise(finding: PriceRise, today: date, nth: int) -> list[str]:
    return [f"insight.price_rise.rise_{nth}"]


def upcoming(finding: Upcoming, today: date, nth: int) -> list[str]:
    if not finding.bills:
        return []
    if len(finding.bills) > 1:
        return ["insight.upcoming.several", "insight.upcoming.largest"]
    return ["insight.upcoming.late" if finding.bills[0].late else "insight.upcoming.single"]


def anomaly(finding: Anomaly, today: date, nth: int) -> list[str]:
    months = "whole" if is_over(finding.span) else "running"
    return [f"insight.anomaly.{months}_{way(finding.delta)}_{nth}"] if finding.now > 0 else []


def cash_flow(finding: CashFlow, today: date, nth: int) -> list[str]:
    """The balance may be owed; so may the lowest and the last one."""
    start = "insight.cash_flow.owed" if finding.balance < 0 else "insight.cash_flow.held"
    if finding.lowest < 0:
        return [start, "insight.cash_flow.short"]
    return [start, "insight.cash_flow.lowest", "insight.cash_flow.end"]


def next_month(finding: NextMonth, today: date, nth: int) -> list[str]:
    if finding.expected < 0 or finding.low < 0:
        return []
    return [f"insight.next_month.{way(finding.expected - finding.typical)}"]


def savings(finding: SavingsRate, today: date, nth: int) -> list[str]:
    months = "whole" if is_over(finding.span) else "running"
    if finding.income <= 0 or finding.saved == 0 or finding.spent < 0:
        return []
    if finding.saved < 0:
        return [f"insight.savings.over_{months}"]
    keys = [f"insight.savings.kept_{months}"]
    return [*keys, "insight.savings.typical"] if (finding.typical_percent or 0) > 0 else keys


def movers(finding: Movers, today: date, nth: int) -> list[str]:
    """Where most went, and who rose most."""
    months = "whole" if is_over(finding.span) else "running"
    keys = [f"insight.movers.top_{months}"] if finding.top and finding.top[0].now > 0 else []
    against = against_previous(finding.before_span)
    rose = [f"insight.movers.risen_{against}"] if finding.risen else []
    fell = [f"insight.movers.fallen_{against}"] if finding.fallen else []
    return [*keys, *(rose or fell)]


def no_spend(finding: NoSpend, today: date, nth: int) -> list[str]:
    keys = ["insight.no_spend.streak"] if finding.days else []
    return [*keys, "insight.no_spend.in_month"] if finding.in_month else keys


def duplicate(finding: Duplicate, today: date, nth: int) -> list[str]:
    return [f"insight.duplicate.suggested_{nth}"]


def months(finding: Months, today: date, nth: int) -> list[str]:
    return ["insight.months.ends"] if of_months(finding, "months") else []


def week(finding: Week, today: date, nth: int) -> list[str]:
    """A week with a monthly bill in it is like no other, so that its sum is compared with none."""
    if finding.now < 0 or not finding.moved:
        return []
    own = "insight.week.billed" if finding.billed else f"insight.week.{way(finding.delta)}"
    driver = finding.driver
    return [own, f"insight.week.driver_{way(driver.delta)}"] if driver else [own]


def way(delta: int) -> str:
    return {1: "more", -1: "less", 0: "same"}[sign(delta)]


def is_over(span: Span) -> bool:
    return span == whole_month(span.first)


TELLERS: dict[type, Callable[[Any, date, int], list[str]]] = {
    WhatChanged: what_changed,
    Compared: compared,
    Projection: projection,
    Recurring: recurring,
    PriceRise: price_rise,
    Upcoming: upcoming,
    Anomaly: anomaly,
    CashFlow: cash_flow,
    NextMonth: next_month,
    SavingsRate: savings,
    Movers: movers,
    NoSpend: no_spend,
    Duplicate: duplicate,
    Months: months,
    Week: week,
}
