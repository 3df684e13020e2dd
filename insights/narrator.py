"""From facts to sentences by templates of the string catalogue; each figure in a sentence is a fact's."""

import re
from dataclasses import dataclass
from datetime import date

from finance.wording import say
from insights import facts
from insights.facts import Fact
from insights.findings.what_changed import Contribution, WhatChanged
from insights.money import spell
from insights.periods import whole_month

PLACE = re.compile(r"\{f:(\w+)\}")


@dataclass(frozen=True, slots=True)
class Narrative:
    """A sentence to show or to read aloud, and the facts behind its figures in the order they are named."""

    sentence: str
    facts: tuple[Fact, ...]


def tell_what_changed(finding: WhatChanged, *, today: date, language: str = "en") -> Narrative:
    """The finding in one to three sentences: the level and its change, what drove it, what pulled against it.

    "You have spent €812.40 in the first 22 days of November, €54.10 more than in the same days of October.
    The largest rise was Groceries, up €40.00."
    """
    known = {fact.id: fact for fact in level_facts(finding)}
    template = [say(f"insight.what_changed.{shape(finding)}", language=language)]
    for place, one in drivers(finding):
        known |= {fact.id: fact for fact in driver_facts(place, one, finding)}
        way = "rose" if one.delta > 0 else "fell"
        template.append(say(f"insight.what_changed.{place}_{way}", language=language))
    return narrate(" ".join(template), known, today=today, language=language)


def narrate(template: str, known: dict[str, Fact], *, today: date, language: str) -> Narrative:
    """Fill the `{f:id}` places from facts; an unknown id is a KeyError, never an invented figure."""
    used = dict.fromkeys(PLACE.findall(template))
    sentence = PLACE.sub(lambda place: render(known[place[1]], today, language), template)
    return Narrative(sentence, tuple(known[name] for name in used))


def render(fact: Fact, today: date, language: str) -> str:
    if fact.kind == "month":
        return month_name(str(fact.value), today, language)
    if fact.currency is None:
        return str(fact.value)
    return spell(int(fact.value), fact.currency)


def month_name(month: str, today: date, language: str) -> str:
    """ "November", with its year once it is a year or more away: "November 2024"."""
    year, number = (int(part) for part in month.split("-"))
    name = say(f"month.{number}", language=language)
    away = (today.year - year) * 12 + today.month - number
    return name if abs(away) < 12 else f"{name} {year}"


def shape(finding: WhatChanged) -> str:
    """The template that fits, such as "running_more": which stretch of the month, and which way it went."""
    way = {1: "more", -1: "less", 0: "same"}[facts.sign(finding.delta)]
    return f"{stretch(finding)}_{way}"


def stretch(finding: WhatChanged) -> str:
    if finding.now < 0 or finding.before < 0:
        return "net"
    if finding.now_span == whole_month(finding.now_span.first):
        return "whole"
    if finding.now_span.days == 1:
        return "first_day"
    return "longer" if finding.now_span.days > finding.before_span.days else "running"


def drivers(finding: WhatChanged) -> list[tuple[str, Contribution]]:
    """The largest contribution in the change's direction, and one against it if at least half as large."""
    with_it = [one for one in finding.contributions if one.delta * finding.delta >= 0]
    against = [one for one in finding.contributions if with_it and one.delta * with_it[0].delta < 0]
    named = [("driver", one) for one in with_it[:1]]
    return named + [("counter", one) for one in against[:1] if abs(one.delta) * 2 >= abs(named[0][1].delta)]


def level_facts(finding: WhatChanged) -> list[Fact]:
    now, before = str(finding.now_span), str(finding.before_span)
    return [
        facts.amount("now", finding.now, finding.currency, "spending", now),
        facts.amount("before", finding.before, finding.currency, "spending", before),
        facts.change("change", finding.delta, finding.currency, "spending", now),
        facts.days("days", finding.now_span.days, now),
        facts.month("month", finding.now_span.month, now),
        facts.month("previous", finding.before_span.month, before),
    ]


def driver_facts(place: str, one: Contribution, finding: WhatChanged) -> list[Fact]:
    period = str(finding.now_span)
    return [
        facts.label(f"{place}_name", one.name, one.category, period),
        facts.change(place, one.delta, finding.currency, one.category, period),
    ]
