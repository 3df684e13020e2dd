"""Everything found about a month of a ledger in one currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from insights.findings.anomalies import Anomaly, anomalies
from insights.findings.cash_flow import CashFlow, cash_flow
from insights.findings.compared import Compared, compared
from insights.findings.course import Course, course
from insights.findings.duplicates import Duplicate, duplicates
from insights.findings.history import Months, months
from insights.findings.movers import Movers, movers
from insights.findings.next_month import NextMonth, next_month
from insights.findings.price_rises import PriceRise, price_rises
from insights.findings.projection import Projection, projection
from insights.findings.recurring import Recurring, recurring
from insights.findings.savings import SavingsRate, savings_rate
from insights.findings.streaks import NoSpend, no_spend
from insights.findings.upcoming import Upcoming, upcoming
from insights.findings.week import Week, week
from insights.findings.what_changed import WhatChanged, what_changed

if TYPE_CHECKING:
    from insights.frames import Cube


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to say about one month in one currency; None or empty where there is nothing."""

    currency: str
    what_changed: WhatChanged | None
    compared: Compared | None
    projection: Projection | None
    course: Course | None
    recurring: tuple[Recurring, ...]
    price_rises: tuple[PriceRise, ...]
    upcoming: Upcoming | None
    anomalies: tuple[Anomaly, ...]
    cash_flow: CashFlow | None
    next_month: NextMonth | None
    savings: SavingsRate | None
    movers: Movers | None
    no_spend: NoSpend | None
    duplicates: tuple[Duplicate, ...]
    months: Months | None
    week: Week | None


def findings_of(cube: Cube) -> Findings:
    """Every finding about the month looked at, from one cube."""
    series = recurring(cube)
    return Findings(
        currency=cube.currency,
        what_changed=what_changed(cube),
        compared=compared(cube),
        projection=projection(cube),
        course=course(cube),
        recurring=series,
        price_rises=price_rises(series, cube.until),
        upcoming=upcoming(series, cube.currency, cube.today) if cube.today <= cube.month.last else None,
        anomalies=anomalies(cube),
        cash_flow=cash_flow(cube, series),
        next_month=next_month(cube),
        savings=savings_rate(cube),
        movers=movers(cube),
        no_spend=no_spend(cube, series),
        duplicates=duplicates(cube),
        months=months(cube),
        week=week(cube, series),
    )
