"""Every sentence of the narrator holds before the verifier, whatever was found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from finance.wording import catalogue
from insights.facts import Finding, facts_by_id
from insights.facts.facts_of import MAKERS
from insights.findings.week import WeekLevel
from insights.findings.what_changed import Contribution, WhatChanged
from insights.narrator import tell
from insights.narrator.wordings import VARIANTS, wordings
from insights.periods import same_days, whole_month
from insights.verifier import verify
from tools.narratives.months import Draw, household

TELLING = ("insight.none", "card.", "fact.", "month.", "error.", "money.")


def changed(now: int, before: int, month: date, today: date) -> WhatChanged:
    half = (now - before) // 2
    parts = [("Food", "c1", now - before - half), ("Fun", "c2", half)]
    found = tuple(Contribution(key, name, delta, delta, 0) for name, key, delta in parts if delta)
    return WhatChanged("EUR", *same_days(month, today), now, before, found)


def situations() -> Iterator[tuple[Finding, date, str]]:
    """Findings with the day they are told on and the month they are about."""
    for seed in range(12):
        home = household(seed)
        yield from ((finding, home.today, home.month) for finding in home.findings)
        yield from ((one, home.today, home.month) for one in odd(home.today, seed))
        past = home.today.replace(day=1) - timedelta(days=1)
        whole = Draw(Random(seed), past, "EUR")
        kinds = (
            whole.what_changed(),
            whole.compared(whole.what_changed()),
            whole.savings(),
            whole.movers(),
            whole.anomaly("Kids", "c5"),
        )
        yield from ((one, home.today, f"{past:%Y-%m}") for one in kinds)
        yield from ((one, home.today, f"{past:%Y-%m}") for one in odd_whole(whole))


def odd(today: date, seed: int) -> Iterator[Finding]:
    draw = Draw(Random(seed), today, "GBP")
    flow, rate, bills = draw.cash_flow(), draw.savings(), draw.upcoming()
    level = draw.compared(draw.what_changed())
    yield replace(flow, lowest=-500)
    yield replace(flow, balance=-700)
    yield replace(rate, spent=rate.income + 900, percent=-1)
    yield replace(bills, bills=bills.bills[:1], total=bills.bills[0].amount)
    yield replace(bills, bills=(replace(bills.bills[0], late=True),), total=bills.bills[0].amount)
    yield replace(level, spending=replace(level.spending, typical=None))
    yield replace(level, spending=replace(level.spending, typical=level.spending.now))
    same = level.spending.now
    for other in (same, same + 5, same - 5):
        yield replace(level, spending=replace(level.spending, typical=other, year_ago=other))
        yield replace(level, spending=replace(level.spending, typical=None, previous=other))
    ahead, month = draw.next_month(), draw.projection()
    yield replace(ahead, expected=ahead.typical)
    yield replace(month, low=month.expected, high=month.expected)
    yield replace(month, expected=month.typical_by_day[-1])
    for number in range(3):
        series = draw.recurring("Netflix", number)
        for one in (
            series,
            replace(series, steady=False),
            replace(series, next_day=today - timedelta(days=3)),
        ):
            yield one
            yield replace(one, direction="income")
    week = draw.week()
    assert week.driver
    for now, typical in ((week.now, 100), (100, week.now), (week.now, week.now)):
        for driver in (WeekLevel("c1", "Fun", 0, week.now), WeekLevel("c1", "Fun", week.now, 100)):
            yield replace(week, now=now, typical=typical, driver=driver)
            yield replace(week, now=now, typical=typical, driver=driver, billed=True)
    anomaly = draw.anomaly("Health", "c6")
    yield replace(anomaly, now=anomaly.typical // 2)
    first = today.replace(day=1)
    march = date(2026, 3, 1)
    yield changed(600, 500, march, date(2026, 3, 30)) if today.month == 3 else changed(600, 500, first, today)
    for now, before in ((900, 600), (600, 900), (700, 700), (-300, 900), (900, -300), (-300, -300)):
        yield changed(now, before, first, today)


def odd_whole(draw: Draw) -> Iterator[Finding]:
    rate, level, anomaly = draw.savings(), draw.compared(draw.what_changed()), draw.anomaly("Health", "c6")
    yield replace(rate, spent=rate.income + 900, percent=-1)
    same = level.spending.now
    for typical in (same, same + 5, same - 5, None):
        for other in (same, same + 5, same - 5):
            spending = replace(level.spending, typical=typical, previous=other, year_ago=other)
            yield replace(level, spending=spending)
    yield replace(anomaly, now=anomaly.typical // 2)
    whole = whole_month(draw.today)
    for now, before in ((900, 600), (600, 900), (700, 700), (-300, 900), (900, -300), (-300, -300)):
        yield changed(now, before, whole.first, whole.last)


EXTREMES = [
    (changed(now, before, date(2026, 3, 1), today), today, "2026-03")
    for now, before in ((900, 600), (600, 900), (700, 700), (-300, 900), (900, -300), (-300, -300))
    for today in (date(2026, 3, 1), date(2026, 3, 30))
]
SITUATIONS = [*situations(), *EXTREMES]


KINDS = [["insight", kind] for kind, _ in MAKERS.values()]


class TestEveryWording:
    @pytest.mark.parametrize("nth", range(VARIANTS))
    def test_holds_before_the_verifier(self, nth: int) -> None:
        for finding, today, month in SITUATIONS:
            text = tell(finding, today=today, nth=nth).text
            found = verify(text, facts_by_id([finding]), month=month, today=today) if text else ()
            assert found == (), (text, finding, today)

    def test_is_met_here(self) -> None:
        keys = {
            key
            for one, today, _ in SITUATIONS
            for nth in range(VARIANTS)
            for key in wordings(one, today, nth)
        }
        sentences = {key for key in catalogue("en") if key.split(".")[:2] in KINDS}
        assert sentences - keys == set()
