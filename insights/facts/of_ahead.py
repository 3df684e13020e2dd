"""Facts of what lies ahead: the month's end, bills, the balance, next month."""

from dataclasses import replace
from datetime import timedelta

from insights.facts.fact import Fact
from insights.facts.pen import Pen
from insights.findings.cash_flow import CashFlow
from insights.findings.next_month import NextMonth
from insights.findings.projection import Projection
from insights.findings.upcoming import Bill, Upcoming
from insights.periods import Span, whole_month

NAMED_BILLS = 6


def of_projection(finding: Projection, name: str) -> list[Fact]:
    """The typical month's end is the last of `typical_by_day`."""
    days = max(len(finding.so_far_by_day), 1)
    lived = Span(finding.span.first, finding.span.first + timedelta(days=days - 1))
    whole = whole_month(finding.span.first)
    pen = Pen(name, finding.currency, "spending", str(whole))
    typical = finding.typical_by_day[-1] if finding.typical_by_day else 0
    expected = pen.based_on("expected")
    return [
        pen.during(lived).amount("known", finding.known),
        expected.amount("expected", finding.expected),
        pen.based_on("low").amount("low", finding.low),
        pen.based_on("high").amount("high", finding.high),
        pen.based_on("typical").amount("typical", typical),
        expected.change("change", finding.expected - typical, "typical"),
        pen.month("month", finding.span.month),
    ]


def of_upcoming(finding: Upcoming, name: str) -> list[Fact]:
    if not finding.bills:
        return []
    pen = Pen(name, finding.currency, "bills", str(finding.span), "bills", "due")
    largest = max(finding.bills, key=lambda bill: bill.amount)
    return [
        pen.amount("total", finding.total),
        pen.count("count", len(finding.bills)),
        pen.calendar_days("days", finding.span.days),
        *(
            fact
            for place, bill in enumerate(finding.bills[:NAMED_BILLS], 1)
            for fact in bill_facts(pen, f"bill_{place}", bill)
        ),
        *(replace(fact, ranks=("most",)) for fact in bill_facts(pen, "largest", largest)),
    ]


def bill_facts(pen: Pen, stem: str, bill: Bill) -> list[Fact]:
    about = pen.about(bill.payee, "payee")
    return [
        about.label(f"{stem}_name", bill.name),
        about.amount(stem, bill.amount),
        about.day(f"{stem}_day", bill.day),
    ]


def of_cash_flow(finding: CashFlow, name: str) -> list[Fact]:
    """Today's balance, the lowest it is expected to fall to and when, and the one at the end."""
    today = finding.span.first - timedelta(days=1)
    pen = Pen(name, finding.currency, "balance", str(Span(today, today)), "balance")
    ahead = pen.during(finding.span).based_on("expected")
    lowest = ahead.during(Span(finding.lowest_day, finding.lowest_day))
    last = ahead.during(Span(finding.span.last, finding.span.last))
    return [
        pen.amount("balance", finding.balance),
        replace(lowest.amount("lowest", finding.lowest), ranks=("least",)),
        replace(lowest.day("lowest_day", finding.lowest_day), ranks=("least",)),
        last.amount("end", finding.expected_by_day[-1]),
        last.day("end_day", finding.span.last),
        ahead.measuring("income").amount("income", finding.income),
        ahead.measuring("spending").amount("everyday", finding.everyday),
        ahead.calendar_days("days", finding.span.days),
    ]


def of_next_month(finding: NextMonth, name: str) -> list[Fact]:
    pen = Pen(name, finding.currency, "spending", str(finding.span))
    expected = pen.based_on("expected")
    return [
        pen.month("month", finding.span.month),
        expected.amount("expected", finding.expected),
        pen.based_on("low").amount("low", finding.low),
        pen.based_on("high").amount("high", finding.high),
        pen.based_on("typical").amount("typical", finding.typical),
        expected.change("change", finding.expected - finding.typical, "typical"),
    ]
