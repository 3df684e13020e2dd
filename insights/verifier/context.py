"""What a clause inherits: the period spoken of before, and the baseline compared with before."""

from insights.facts import Fact
from insights.verifier.anchors import ONLY_BASELINES, is_anchor, relation
from insights.verifier.story import Clause, Story
from insights.verifier.token import Token

CLAIMS = {
    "same_days": "previous",
    "previous_month": "previous",
    "typical": "typical",
    "typical_week": "typical_week",
    "year_ago": "year_ago",
}
"""What words must claim about a change of each baseline."""


def subjects(clause: Clause) -> list[Token]:
    """Anchors that say when something was, rather than what it is compared with."""
    if clause.zone:
        return []
    named = [token for token in clause.tokens if is_anchor(token) or token.has("now")]
    return [token for token in named if token.text.lower() not in ONLY_BASELINES]


def subject_for(story: Story, number: int, place: int) -> list[Token]:
    """The period a clause is about: its own, the sentence's before or after it, or an earlier sentence's."""
    sentence = story.sentences[number]
    own = [sentence[place]] if not sentence[place].zone else []
    order = own + list(reversed(sentence[:place])) + list(sentence[place + 1 :])
    order += [clause for one in reversed(story.sentences[:number]) for clause in reversed(one)]
    return next((found for clause in order if (found := subjects(clause))), [])


def baseline_clauses(story: Story, number: int, place: int) -> list[Clause]:
    """Where a change's baseline may stand, nearest first: from its clause on, before it, earlier."""
    sentence = story.sentences[number]
    here = list(sentence[place:]) + list(reversed(sentence[:place]))
    return here + [clause for one in reversed(story.sentences[:number]) for clause in reversed(one)]


def claims_of(clause: Clause, fact: Fact, story: Story) -> set[str]:
    """The baselines that a clause names, for a change fact: "previous", "typical", "year_ago", "other"."""
    weeks = clause.words("typical_week")
    claims = {"typical_week" if weeks else "typical"} if clause.words("typical") else set()
    for token in clause.tokens:
        pointing = clause.zone or token.text.lower() in ONLY_BASELINES or token.has("year_ago")
        if pointing and is_anchor(token):
            claims.add(relation(token, fact, story))
    claims.discard("same") if claims - {"same"} else None
    return claims


def same_days_said(story: Story, number: int) -> bool:
    """Whether a sentence says that only the same days are meant, or counts them."""
    clauses = story.sentences[number]
    ranges = any(token.ends for one in clauses for token in one.tokens)
    return ranges or any(one.words("same_days", "same_time") or one.of_kind("days", "day") for one in clauses)
