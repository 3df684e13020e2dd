"""A change must be told against what it was reckoned against."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.anchors import is_whole
from insights.verifier.context import CLAIMS, baseline_clauses, claims_of, same_days_said
from insights.verifier.fault import Fault
from insights.verifier.story import Clause, Story, text_of


def baselines(story: Story) -> Iterator[Fault]:
    """Fault baseline: a change against something else than its sentence says, or against nothing at all."""
    for number, place, clause in story.clauses():
        for token in clause.of_kind("change", "percent"):
            assert token.fact
            if not right_baseline(token.fact, story, number, place):
                yield Fault("baseline", f"{token.text} in “{text_of(clause)}”")


def right_baseline(fact: Fact, story: Story, number: int, place: int) -> bool:
    if fact.baseline == "price_before":
        here = story.sentences[number][place:]
        return not any(claims_of(clause, fact, story) - {"same"} for clause in here)
    wanted = CLAIMS[fact.baseline or "typical"]
    for clause in baseline_clauses(story, number, place):
        claims = claims_of(clause, fact, story)
        if claims:
            return claims == {wanted} and parts_compared(fact, story, number, clause)
    return False


def parts_compared(fact: Fact, story: Story, number: int, clause: Clause) -> bool:
    """A change over some days is not said against a whole month, nor the other way round."""
    whole = fact.baseline == "previous_month" or (fact.baseline == "year_ago" and is_whole(fact))
    if fact.baseline in ("typical", "typical_week") or fact.basis != "recorded":
        return True
    if whole:
        return not clause.words("same_days")
    sentences = [n for n, one in enumerate(story.sentences) if clause in one and n <= number]
    return any(same_days_said(story, n) for n in {number, *sentences[-1:]})
