"""Findings of made-up households: every kind, consistent in itself, drawn by a seed."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from insights.facts import Fact, Finding, facts_by_id
from insights.findings.anomalies import Anomaly
from insights.findings.cadence import Cadence
from insights.findings.cash_flow import CashFlow
from insights.findings.compared import Compared, Level
from insights.findings.duplicates import Duplicate
from insights.findings.history import Months, MonthTotal
from insights.findings.movers import Mover, Movers
from insights.findings.next_month import NextMonth
from insights.findings.price_rises import PriceRise
from insights.findings.projection import Projection
from insights.findings.recurring import TIMES_A_YEAR, Payment, Recurring
from insights.findings.savings import SavingsRate
from insights.findings.streaks import NoSpend
from insights.findings.upcoming import Bill, Upcoming
from insights.findings.week import Week, WeekLevel, last_week
from insights.findings.what_changed import Contribution, WhatChanged
from insights.periods import Span, first_of_next, same_days, whole_month

CATEGORIES = ("Groceries", "Transport", "Dining out", "Rent", "Utilities", "Kids", "Health", "Leisure")
PAYEES = ("Netflix", "Lidl", "Vattenfall", "Corner Bakery", "Spotify", "Gym 24", "Blue Cab", "Cinema One")
CURRENCIES = ("EUR", "USD", "GBP", "JPY", "INR")


@dataclass(frozen=True, slots=True)
class Household:
    """What was found about a month, told on `today`, and the facts of it by id."""

    today: date
    month: str
    findings: tuple[Finding, ...]
    facts: dict[str, Fact]


def household(seed: int) -> Household:
    """The running month of a household, some way into it; every finding is there."""
    dice = Random(seed)
    today = date(2026, dice.randrange(1, 13), dice.randrange(3, 28))
    currency = dice.choice(CURRENCIES)
    findings = tuple(Draw(dice, today, currency).findings())
    return Household(today, f"{today:%Y-%m}", findings, facts_by_id(findings))


@dataclass(frozen=True, slots=True)
class Draw:
    dice: Random
    today: date
    currency: str

    def findings(self) -> list[Finding]:
        return [
            changed := self.what_changed(),
            self.compared(changed),
            self.projection(),
            *(self.recurring(name, 10 + n) for n, name in enumerate(PAYEES[:2])),
            self.price_rise(),
            self.upcoming(),
            self.anomaly("Garden", "c8"),
            self.anomaly("Books", "c9"),
            self.cash_flow(),
            self.next_month(),
            self.savings(),
            self.movers(),
            self.no_spend(),
            self.duplicate(),
            self.months(),
            self.week(),
        ]

    def spans(self) -> tuple[Span, Span]:
        return same_days(self.today.replace(day=1), self.today)

    def money(self, least: int = 900, most: int = 90000) -> int:
        return self.dice.randrange(least, most)

    def what_changed(self) -> WhatChanged:
        now = [self.money() for _ in CATEGORIES]
        before = [self.money() for _ in CATEGORIES]
        rows = zip(CATEGORIES, now, before, strict=True)
        found = [Contribution(f"c{n}", name, a - b, a, b) for n, (name, a, b) in enumerate(rows)]
        moved = sorted((one for one in found if one.delta), key=lambda one: (-abs(one.delta), one.name))
        return WhatChanged(self.currency, *self.spans(), sum(now), sum(before), tuple(moved))

    def compared(self, changed: WhatChanged) -> Compared:
        now, before = changed.now_span, changed.before_span
        year = now.first.year - 1
        year_ago = Span(now.first.replace(year=year), now.last.replace(year=year))
        levels = tuple(self.level(one) for one in changed.contributions)
        total = Level("spending", "", changed.now, changed.before, self.money(), self.money())
        return Compared(self.currency, now, before, year_ago, 6, total, levels, (), ())

    def level(self, one: Contribution) -> Level:
        return Level(one.category, one.name, one.now, one.before, self.money(), self.money())

    def projection(self) -> Projection:
        whole = whole_month(self.today)
        expected = self.money(50000, 400000)
        low, high = expected - self.money(100, 9000), expected + self.money(100, 9000)
        typical = self.money(50000, 400000)
        lived = tuple(range(1, self.today.day + 1))
        days = (typical,) * whole.days
        return Projection(
            self.currency, whole, lived[-1], expected, low, high, lived, days, days, days, 6
        )  # fmt: skip

    def recurring(self, name: str, number: int) -> Recurring:
        last = self.today - timedelta(days=self.dice.randrange(2, 20))
        paid = tuple(Payment(last - timedelta(days=30 * back), self.money()) for back in (2, 1, 0))
        return Recurring(
            self.currency, "expense", f"p{number}", name, "c7", "Leisure", "a0", "monthly",
            paid[-1].amount, True, last + timedelta(days=30), paid,
        )  # fmt: skip

    def price_rise(self) -> PriceRise:
        before = self.money()
        now = before + self.money(100, 900)
        cadence: Cadence = self.dice.choice(("weekly", "monthly", "quarterly"))
        since = self.today - timedelta(days=self.dice.randrange(0, 40))
        yearly = (now - before) * TIMES_A_YEAR[cadence]
        return PriceRise(
            self.currency, "p14", PAYEES[4], "c7", "Leisure", cadence, before, now, since, yearly
        )  # fmt: skip

    def upcoming(self) -> Upcoming:
        days = sorted(self.dice.sample(range(30), 3))
        bills = tuple(
            Bill(self.today + timedelta(days=day), f"p{12 + n}", PAYEES[2 + n], "c4", "Utilities", "monthly",
                 self.money(), late=False)
            for n, day in enumerate(days)
        )  # fmt: skip
        span = Span(self.today, self.today + timedelta(days=30))
        return Upcoming(self.currency, span, bills, sum(bill.amount for bill in bills))

    def anomaly(self, name: str, category: str) -> Anomaly:
        typical = self.money(2000, 20000)
        return Anomaly(
            self.currency, self.spans()[0], category, name, typical * 2 + self.money(), typical, 5.0, 12
        )

    def cash_flow(self) -> CashFlow:
        span = Span(self.today + timedelta(days=1), self.today + timedelta(days=30))
        path = tuple(self.dice.randrange(1000, 900000) for _ in range(span.days))
        low = min(path)
        day = span.first + timedelta(days=path.index(low))
        return CashFlow(
            self.currency, span, self.money(1000, 900000), path,
            self.money(), self.money(), self.money(), low, day,
        )  # fmt: skip

    def next_month(self) -> NextMonth:
        first = first_of_next(self.today.replace(day=1))
        expected, typical = self.money(50000, 400000), self.money(50000, 400000)
        low, high = expected - self.money(100, 9000), expected + self.money(100, 9000)
        return NextMonth(self.currency, whole_month(first), expected, low, high, typical, 110, 12)

    def savings(self) -> SavingsRate:
        income = self.money(200000, 500000)
        spent = self.dice.randrange(10000, income - 2000)
        percent = round(100 * (income - spent) / income)
        return SavingsRate(self.currency, self.spans()[0], income, spent, percent, 17, 12)

    def movers(self) -> Movers:
        now, before = self.spans()
        some = [Mover(f"p{16 + n}", PAYEES[6 + n], self.money(), self.money()) for n in range(2)]
        risen = sorted((one for one in some if one.delta > 0), key=lambda one: -one.delta)
        fallen = sorted((one for one in some if one.delta < 0), key=lambda one: one.delta)
        top = sorted(some, key=lambda one: -one.now)
        return Movers(self.currency, now, before, tuple(top), tuple(risen), tuple(fallen))

    def no_spend(self) -> NoSpend:
        days = self.dice.randrange(1, 4)
        first = self.today - timedelta(days=90)
        return NoSpend(
            self.currency, self.spans()[0], days, 9, Span(first, first + timedelta(days=8)), days + 5
        )

    def duplicate(self) -> Duplicate:
        return Duplicate(
            self.currency, self.today, "p13", PAYEES[3], "c2", CATEGORIES[2], "a0", self.money(), ("t1", "t2")
        )

    def week(self) -> Week:
        driver = WeekLevel("c1", CATEGORIES[1], self.money(), self.money())
        typical = self.money(2000, 9000)
        return Week(
            self.currency, last_week(self.today), self.money(12000, 60000), typical, 12, False, driver
        )  # fmt: skip

    def months(self) -> Months:
        first = self.today.replace(day=1)
        rows: list[MonthTotal] = []
        for _ in range(12):
            rows.append(MonthTotal(f"{first:%Y-%m}", self.money(), self.money(), complete=bool(rows)))
            first = (first - timedelta(days=1)).replace(day=1)
        return Months(self.currency, tuple(reversed(rows)))
