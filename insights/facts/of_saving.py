"""Facts of what was left of the income, and of days on which nothing was spent."""

from dataclasses import replace

from insights.facts.fact import Fact
from insights.facts.pen import Pen
from insights.findings.savings import SavingsRate
from insights.findings.streaks import NoSpend
from insights.periods import whole_month


def of_savings(finding: SavingsRate, name: str) -> list[Fact]:
    pen = Pen(name, finding.currency, "saving", str(finding.span), "saving")
    whole, typical = pen.during(whole_month(finding.span.first)), finding.typical_percent
    return [
        pen.measuring("income").amount("income", finding.income),
        pen.measuring("spending").amount("spent", finding.spent),
        pen.amount("saved", finding.saved),
        *pen.share("percent", finding.saved, finding.income),
        *(whole.based_on("typical").share("typical_percent", typical, 100) if typical else []),
        pen.month("month", finding.span.month),
    ]


def of_no_spend(finding: NoSpend, name: str) -> list[Fact]:
    pen = Pen(name, finding.currency, "no_spend", str(finding.span), "no_spend")
    facts = [
        pen.about("streak", "total").days("days", finding.days),
        pen.days("in_month", finding.in_month),
        pen.month("month", whole_month(finding.span.first).month),
    ]
    if finding.longest_span is None:
        return facts
    longest = pen.about("streak", "total").during(finding.longest_span).days("longest", finding.longest)
    return [*facts, replace(longest, ranks=("most",))]
