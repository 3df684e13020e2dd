"""Facts of what was spent: what changed, how it compares, anomalies, movers, the last twelve months."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from insights.facts.fact import Baseline, Fact, Rank
from insights.facts.pen import Pen
from insights.findings.anomalies import Anomaly
from insights.findings.compared import Compared, Level
from insights.findings.history import Months
from insights.findings.movers import Mover, Movers
from insights.findings.what_changed import Contribution, WhatChanged
from insights.periods import Span, whole_month

NAMED = 5
"""How many categories or payees are named."""


def of_what_changed(finding: WhatChanged, name: str) -> list[Fact]:
    pen = Pen(name, finding.currency, "spending", str(finding.now_span))
    before = pen.during(finding.before_span)
    against = against_previous(finding.before_span)
    return [
        pen.amount("now", finding.now),
        before.amount("before", finding.before),
        pen.change("change", finding.delta, against),
        *pen.percent("percent", finding.delta, finding.before, against),
        pen.calendar_days("days", finding.now_span.days),
        pen.month("month", finding.now_span.month),
        before.month("previous", finding.before_span.month),
        *first_days(pen, before, finding),
        *(fact for place, one in drivers(finding) for fact in driver_facts(pen, place, one, finding)),
    ]


def first_days(pen: Pen, before: Pen, finding: WhatChanged) -> list[Fact]:
    """The days themselves, where single ones are compared."""
    if finding.now_span.days != 1:
        return []
    first, previous = finding.now_span.first, finding.before_span.first
    return [pen.day("first_day", first), before.day("previous_first_day", previous)]


def drivers(finding: WhatChanged) -> list[tuple[str, Contribution]]:
    """The largest contribution in the change's direction, and one against it if at least half as large."""
    with_it = [one for one in finding.contributions if one.delta * finding.delta >= 0]
    against = [one for one in finding.contributions if with_it and one.delta * with_it[0].delta < 0]
    named = [("driver", one) for one in with_it[:1]]
    return named + [("counter", one) for one in against[:1] if abs(one.delta) * 2 >= abs(named[0][1].delta)]


def driver_facts(pen: Pen, place: str, one: Contribution, finding: WhatChanged) -> list[Fact]:
    """Either is the largest of its direction; the driver alone explains the change."""
    about = pen.about(one.category, "category")
    against = against_previous(finding.before_span)
    rank: Rank = "largest_rise" if one.delta > 0 else "largest_drop"
    facts = [
        replace(about.label(f"{place}_name", one.name), sign=1 if one.delta > 0 else -1),
        about.change(place, one.delta, against),
        *about.percent(f"{place}_percent", one.delta, one.before, against),
        about.amount(f"{place}_now", one.now),
    ]
    drives = f"{pen.name}.change" if place == "driver" and finding.delta else None
    return [replace(fact, ranks=(rank,), drives=drives) for fact in facts]


def of_compared(finding: Compared, name: str) -> list[Fact]:
    pen = Pen(name, finding.currency, "spending", str(finding.span))
    ranked = sorted((one for one in finding.categories if one.now > 0), key=lambda one: (-one.now, one.name))
    return [
        *level_facts(pen, "", finding.spending, finding),
        pen.month("month", finding.span.month),
        pen.calendar_days("days", finding.span.days),
        pen.during(finding.previous_span).month("previous_month", finding.previous_span.month),
        pen.during(finding.year_ago_span).month("year_ago_month", finding.year_ago_span.month),
        *(
            fact
            for place, one in enumerate(ranked[:NAMED], 1)
            for fact in category_facts(pen, place, one, finding)
        ),
    ]


def category_facts(pen: Pen, place: int, one: Level, finding: Compared) -> list[Fact]:
    about = pen.about(one.subject, "category")
    facts = [
        about.label(f"category_{place}_name", one.name),
        *level_facts(about, f"category_{place}_", one, finding),
        *about.share(f"category_{place}_share", one.now, finding.spending.now),
    ]
    return (
        [replace(fact, ranks=("most",)) if is_now(fact) else fact for fact in facts] if place == 1 else facts
    )


def is_now(fact: Fact) -> bool:
    return fact.kind in ("label", "share") or fact.id.endswith("_now")


def level_facts(pen: Pen, stem: str, level: Level, finding: Compared) -> list[Fact]:
    """Now, and beside it each baseline there is: its level, the change against it, the change in percent."""
    typical = pen.based_on("typical")
    previous, year_ago = pen.during(finding.previous_span), pen.during(finding.year_ago_span)
    sides: list[tuple[str, Pen, int | None, Baseline]] = [
        ("previous", previous, level.previous, against_previous(finding.previous_span)),
        ("typical", typical, level.typical, "typical"),
        ("year_ago", year_ago, level.year_ago, "year_ago"),
    ]
    facts = [pen.amount(f"{stem}now", level.now)]
    for what, other, minor, against in sides:
        if minor is not None:
            delta = level.now - minor
            facts.append(other.amount(f"{stem}{what}", minor))
            facts.append(pen.change(f"{stem}change_{what}", delta, against))
            facts += pen.percent(f"{stem}percent_{what}", delta, minor, against)
    return facts


def of_anomaly(finding: Anomaly, name: str) -> list[Fact]:
    """The typical level is that of a whole month, even while the month runs."""
    pen = Pen(name, finding.currency, finding.category, str(finding.span), subject="category")
    whole = pen.during(whole_month(finding.span.first))
    return [
        pen.label("name", finding.name),
        pen.amount("now", finding.now),
        whole.based_on("typical").amount("typical", finding.typical),
        pen.change("change", finding.delta, "typical"),
        *pen.percent("percent", finding.delta, finding.typical, "typical"),
        pen.month("month", finding.span.month),
    ]


def of_movers(finding: Movers, name: str) -> list[Fact]:
    pen = Pen(name, finding.currency, "spending", str(finding.span))
    against = against_previous(finding.before_span)
    return [
        pen.month("month", finding.span.month),
        pen.during(finding.before_span).month("previous", finding.before_span.month),
        *(fact for place, one in enumerate(finding.top, 1) for fact in top_facts(pen, place, one)),
        *moved_facts(pen, "risen", finding.risen, "largest_rise", against),
        *moved_facts(pen, "fallen", finding.fallen, "largest_drop", against),
    ]


def top_facts(pen: Pen, place: int, one: Mover) -> list[Fact]:
    about = pen.about(one.payee, "payee")
    facts = [about.label(f"top_{place}_name", one.name), about.amount(f"top_{place}", one.now)]
    return [replace(fact, ranks=("most",)) for fact in facts] if place == 1 else facts


def moved_facts(pen: Pen, stem: str, movers: Sequence[Mover], rank: Rank, against: Baseline) -> list[Fact]:
    facts = []
    for place, one in enumerate(movers, 1):
        about = pen.about(one.payee, "payee")
        pair = [about.label(f"{stem}_{place}_name", one.name)]
        pair.append(about.change(f"{stem}_{place}", one.delta, against))
        facts += [replace(fact, ranks=(rank,)) for fact in pair] if place == 1 else pair
    return facts


def of_months(finding: Months, name: str) -> list[Fact]:
    """The month that most and the one that least was spent in, of those that are complete."""
    known = [(one.spent, one.month) for one in finding.months if one.complete and one.spent is not None]
    if len(known) < 2 or len({spent for spent, _ in known}) == 1:
        return []
    ends: list[tuple[str, tuple[int, str], Rank]] = [
        ("most", max(known), "most"),
        ("least", min(known), "least"),
    ]
    facts = []
    for what, (spent, month), rank in ends:
        span = whole_month(date.fromisoformat(f"{month}-01"))
        pen = Pen(name, finding.currency, "spending", str(span))
        facts += [
            replace(pen.month(f"{what}_month", month), ranks=(rank,)),
            replace(pen.amount(what, spent), ranks=(rank,)),
        ]
    return facts


def against_previous(before: Span) -> Baseline:
    return "previous_month" if before == whole_month(before.first) else "same_days"
