"""A figure's days must be those its sentence speaks of."""

from collections.abc import Iterator
from datetime import date

from insights.facts import Fact
from insights.verifier.anchors import (
    Days,
    anchors_of,
    days_of,
    is_partial,
    is_whole,
    matches,
    month_days,
    named_days,
)
from insights.verifier.context import baseline_clauses, claims_of, same_days_said, subject_for
from insights.verifier.fault import Fault
from insights.verifier.story import Clause, Sentence, Story, nearest, text_of
from insights.verifier.token import Token


def periods(story: Story) -> Iterator[Fault]:
    """Fault period: a true figure said of other days."""
    for number, place, clause in story.clauses():
        for token in clause.of_kind("amount", "share", "change", "percent", "days", "count"):
            if not right_days(token, story, number, place):
                yield Fault("period", f"{token.text} in “{text_of(clause)}”")


def right_days(token: Token, story: Story, number: int, place: int) -> bool:
    fact = token.fact
    assert fact
    clause = story.sentences[number][place]
    if fact.measure == "calendar":
        return counts_days(fact, story.sentences[number], story)
    if fact.measure == "balance":
        return balance_day(token, story, number, place)
    if fact.basis == "due" or fact.measure in ("price", "bills") or is_series(fact) or is_longest(fact):
        others = [one for one in anchors_of(clause) if not (one.fact and one.fact.entity == fact.entity)]
        return all(touches(fact, named_days(one, story)) for one in others)
    other = clause.labels and not anchors_of(clause)
    if clause.zone and not other and fact.kind not in ("change", "percent") and fact.basis != "typical":
        return baseline_level(token, story, number, place)
    return subject_days(token, story, number, place) and parts_said(fact, story, number, clause)


def is_longest(fact: Fact) -> bool:
    """The longest of many streaks, whenever it was."""
    return fact.entity == "streak" and bool(fact.ranks)


def is_series(fact: Fact) -> bool:
    """Income that comes back, told by its rhythm."""
    return fact.measure == "income" and fact.subject == "payee"


def subject_days(token: Token, story: Story, number: int, place: int) -> bool:
    """The nearest anchor of the clause that is no baseline, an inherited one, or the story's month."""
    assert token.fact
    anchor = nearest(token, subject_for(story, number, place))
    named = named_days(anchor, story) if anchor else month_days(story)
    return matches(token.fact, named) or (
        anchor is not None
        and anchor.fact is not None
        and anchor.fact.entity == token.fact.entity != "spending"
        and anchor.fact.kind == "day"
        and matches(token.fact, month_days(story))
    )


def parts_said(fact: Fact, story: Story, number: int, clause: Clause) -> bool:
    """A part of a month must not pass for all of it, nor all of it for a part."""
    if fact.kind in ("change", "percent"):
        return True
    if is_within(fact, story) and fact.basis == "recorded":
        return is_named(fact, story, number, clause)
    if is_partial(fact, story) and fact.basis == "recorded":
        return same_days_said(story, number)
    if clause.words("typical_week"):
        return False
    if fact.basis == "typical":
        if is_whole(fact):
            return not clause.words("same_days", "same_time")
        return not says_month(clause) and not beside_end(story.sentences[number], clause)
    return not (is_whole(fact) and fact.basis == "recorded" and clause.words("same_days"))


def is_within(fact: Fact, story: Story) -> bool:
    """Several days of a month, neither all of it so far nor its first ones: a week, or what was asked for."""
    days, today = days_of(fact), str(story.today)
    past = days.last[:7] == today[:7] and days.last < today
    return days.first[:7] == days.last[:7] and not days.one_day and (days.first[8:] != "01" or past)


def is_named(fact: Fact, story: Story, number: int, clause: Clause) -> bool:
    """Whether just these days are what the clause, or one that it goes on from, is about."""
    place = story.sentences[number].index(clause)
    return any(named_days(one, story) == days_of(fact) for one in subject_for(story, number, place))


def beside_end(sentence: Sentence, clause: Clause) -> bool:
    """Whether what is usual for some days stands beside what the month is expected to end at."""
    ends = any(one.basis in ("expected", "low", "high") for part in sentence for one in part.facts)
    return ends and not clause.words("same_days", "same_time")


def says_month(clause: Clause) -> bool:
    """Whether what is usual for some days is said to be usual for a month: "a typical month"."""
    months = any(one.text.lower().endswith(("month", "months")) for one in clause.words("typical"))
    months = months or bool(clause.words("cadence_monthly", "rate_month"))
    return months and not clause.words("same_days", "same_time", "running")


def baseline_level(token: Token, story: Story, number: int, place: int) -> bool:
    """A level that something is compared with: its own days are named beside it, or were before."""
    fact, clause = token.fact, story.sentences[number][place]
    assert fact
    anchors = anchors_of(clause)
    if anchors:
        found = nearest(token, anchors)
        assert found
        return matches(fact, named_days(found, story)) and parts_said(fact, story, number, clause)
    now = changed_from(story, number)
    return now is not None and inherits(fact, now, story, number, place)


def changed_from(story: Story, number: int) -> Fact | None:
    """The first figure of the sentence that is not a baseline's."""
    clauses = (clause for clause in story.sentences[number] if not clause.zone)
    return next((token.fact for clause in clauses for token in clause.of_kind("amount", "change")), None)


def inherits(fact: Fact, now: Fact, story: Story, number: int, place: int) -> bool:
    """Whether the baseline named before is the one this level belongs to."""
    for clause in baseline_clauses(story, number, place):
        claims = claims_of(clause, now, story) - {"same"}
        if claims:
            months = {"previous": 1, "year_ago": 12}
            behind = distance(fact, now)
            return len(claims) == 1 and months.get(next(iter(claims))) == behind
    return False


def distance(fact: Fact, now: Fact) -> int:
    one, two = days_of(fact).first, days_of(now).first
    return (int(two[:4]) - int(one[:4])) * 12 + int(two[5:7]) - int(one[5:7])


def touches(fact: Fact, named: Days) -> bool:
    days = days_of(fact)
    return days.first <= named.last and named.first <= days.last


def balance_day(token: Token, story: Story, number: int, place: int) -> bool:
    """A balance is of one day: today's unless another is named; an expected one names its day."""
    fact, sentence = token.fact, story.sentences[number]
    assert fact
    anchor = nearest(token, anchors_of(sentence[place]))
    if anchor is None and fact.basis == "expected":
        anchor = nearest(token, [one for clause in sentence for one in anchors_of(clause)])
        return anchor is not None and matches(fact, named_days(anchor, story))
    return anchor is None or matches(fact, named_days(anchor, story))


def counts_days(fact: Fact, sentence: Sentence, story: Story) -> bool:
    """A number of days must be that of a figure beside it."""
    others = [
        one
        for clause in sentence
        for one in clause.facts
        if one.measure != "calendar" and one.kind != "label"
    ]
    spans = [days_of(one) for one in others if one.kind != "day"]
    lengths = {(date.fromisoformat(one.last) - date.fromisoformat(one.first)).days + 1 for one in spans}
    return not others or fact.value in lengths
