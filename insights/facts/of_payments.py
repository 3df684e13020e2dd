"""Facts of payments that come back, of their prices, and of entries that may be there twice."""

from dataclasses import replace

from insights.facts.fact import Fact, Measure
from insights.facts.pen import Pen
from insights.findings.duplicates import Duplicate
from insights.findings.price_rises import PriceRise
from insights.findings.recurring import Recurring
from insights.periods import Span


def of_recurring(finding: Recurring, name: str) -> list[Fact]:
    span = Span(finding.first_day, finding.last_day)
    measure: Measure = "price" if finding.direction == "expense" else "income"
    pen = Pen(name, finding.currency, finding.payee, str(span), measure, subject="payee")
    due = pen.based_on("due")
    return [
        pen.label("name", finding.name),
        pen.amount("amount", finding.amount),
        pen.cadence("cadence", finding.cadence),
        due.day("next_day", finding.next_day),
        replace(pen.amount("yearly", finding.yearly), basis="expected"),
        pen.count("count", finding.count),
    ]


def of_price_rise(finding: PriceRise, name: str) -> list[Fact]:
    since = Span(finding.since, finding.since)
    pen = Pen(name, finding.currency, finding.payee, str(since), "price", subject="payee")
    delta = finding.now - finding.before
    return [
        pen.label("name", finding.name),
        replace(pen.amount("before", finding.before), baseline="price_before"),
        pen.amount("now", finding.now),
        pen.change("change", delta, "price_before"),
        *pen.percent("percent", delta, finding.before, "price_before"),
        pen.cadence("cadence", finding.cadence),
        pen.day("since", finding.since),
        pen.based_on("expected").change("yearly", finding.yearly, "price_before"),
    ]


def of_duplicate(finding: Duplicate, name: str) -> list[Fact]:
    pen = Pen(name, finding.currency, finding.payee, str(Span(finding.day, finding.day)), subject="payee")
    return [
        pen.label("name", finding.name),
        pen.amount("amount", finding.amount),
        pen.day("day", finding.day),
        pen.count("count", len(finding.transactions)),
    ]
