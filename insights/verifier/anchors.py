"""Which days a word, a month or a day in a text names, and what a baseline's words claim."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from insights.facts import Fact
from insights.periods import Span, whole_month
from insights.verifier.story import Clause, Story
from insights.verifier.token import Token

NAMED = ("this_month", "last_month", "next_month", "this_week", "last_week", "next_week", "today", "year_ago")
ONLY_BASELINES = ("month on month", "month over month", "a month earlier", "a month ago", "year on year")
LITERAL = ("last month", "next month", "this time last month")


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, as facts write them."""

    first: str
    last: str
    exact: bool = field(default=False, compare=False)
    """Named as a range: a figure must be of all of these days."""

    @property
    def one_day(self) -> bool:
        return self.first == self.last


def days_of(fact: Fact) -> Days:
    first, _, last = fact.period.partition("/")
    return Days(first, last)


def anchors_of(clause: Clause) -> list[Token]:
    """What names days in a clause: months, days, "last month", "a year ago"."""
    return [token for token in clause.tokens if is_anchor(token)]


def is_anchor(token: Token) -> bool:
    return (
        token.ends is not None
        or token.has(*NAMED)
        or (token.fact is not None and token.fact.kind in ("month", "day"))
    )


def named_days(token: Token, story: Story) -> Days:
    """The days an anchor names: "this month" is today's, "the month before" the one before the story's."""
    if token.ends:
        first, last = (days_of_named(end) for end in token.ends)
        return Days(first.first, last.last, exact=True)
    if token.fact:
        return days_of_named(token.fact)
    told = date.fromisoformat(f"{story.month}-01")
    here = story.today if token.text.lower() in LITERAL or token.has("this_month", "now") else told
    if token.has("today"):
        return Days(str(story.today), str(story.today))
    for name, weeks in (("this_week", 0), ("last_week", -1), ("next_week", 1)):
        if token.has(name):
            monday = story.today - timedelta(days=story.today.weekday() - 7 * weeks)
            return Days(str(monday), str(monday + timedelta(days=6)))
    return written(whole_month(month_named(token, here)))


def month_named(token: Token, here: date) -> date:
    first = here.replace(day=1)
    if token.has("year_ago"):
        return first.replace(year=first.year - 1)
    if token.has("last_month"):
        return first - timedelta(days=1)
    return first + timedelta(days=31) if token.has("next_month") else first


def days_of_named(fact: Fact) -> Days:
    if fact.kind == "day":
        return Days(str(fact.value), str(fact.value))
    return written(whole_month(date.fromisoformat(f"{fact.value}-01")))


def written(span: Span) -> Days:
    return Days(str(span.first), str(span.last))


def month_days(story: Story) -> Days:
    return written(whole_month(date.fromisoformat(f"{story.month}-01")))


def matches(fact: Fact, named: Days) -> bool:
    """Whether a figure is of the days named: the very day, days within the month, a week from its start."""
    days = days_of(fact)
    if named.one_day or named.exact:
        return days == named
    if named.first[8:] != "01":
        return days.first == named.first and days.last <= named.last
    return named.first <= days.first and days.last <= named.last


def is_partial(fact: Fact, story: Story) -> bool:
    """Days of a month that is over by a part of it only, as in a comparison with the same days."""
    days = days_of(fact)
    if days.one_day or days.first[:7] != days.last[:7] or days.last >= str(story.today):
        return False
    whole = written(whole_month(date.fromisoformat(days.first)))
    return days != whole


def is_whole(fact: Fact) -> bool:
    days = days_of(fact)
    return days == written(whole_month(date.fromisoformat(days.first)))


def relation(token: Token, fact: Fact, story: Story) -> str:
    """What an anchor is to a figure's month: "previous", "year_ago", "same" or "other"."""
    months = month_number(named_days(token, story).first) - month_number(days_of(fact).first)
    return {0: "same", -1: "previous", -12: "year_ago"}.get(months, "other")


def month_number(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
