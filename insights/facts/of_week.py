"""Facts of the last whole week."""

from insights.facts.fact import Fact
from insights.facts.pen import Pen
from insights.findings.week import Week


def of_week(finding: Week, name: str) -> list[Fact]:
    """The week's sum, its change against a typical week where they are alike, and what moved most."""
    pen = Pen(name, finding.currency, "spending", str(finding.span))
    facts = [
        pen.amount("now", finding.now),
        pen.day("first_day", finding.span.first),
        pen.day("last_day", finding.span.last),
    ]
    if not finding.billed:
        facts.append(pen.change("change", finding.delta, "typical_week"))
        facts += pen.percent("percent", finding.delta, finding.typical, "typical_week")
    if finding.driver is None:
        return facts
    about = pen.about(finding.driver.category, "category")
    return [
        *facts,
        about.label("driver_name", finding.driver.name),
        about.amount("driver_now", finding.driver.now),
        about.change("driver", finding.driver.delta, "typical_week"),
    ]
