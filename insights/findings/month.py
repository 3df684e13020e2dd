"""Everything found about a month of a ledger in one currency."""

from dataclasses import dataclass

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
from insights.findings.what_changed import WhatChanged


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to say about one month in one currency; None or empty where there is nothing."""

    currency: str
    what_changed: WhatChanged | None
    compared: Compared | None
    projection: Projection | None
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
