"""Nothing is the reason for a change but what the figures show to drive it."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.story import Clause, Story, text_of
from insights.verifier.token import Token


def causes(story: Story) -> Iterator[Fault]:
    """Fault cause: a reason that is no driver; or something said to pull the other way that does not."""
    for number, place, clause in story.clauses():
        for token in clause.words("cause", "against_cause"):
            if token.text.lower().startswith("account") and clause.of_kind("share"):
                continue
            label = blamed(token, story, number, place)
            right = label is not None and (
                pulls_back(label, story) if token.has("against_cause") else drives(label, story, number)
            )
            if not right:
                yield Fault("cause", f"{token.text} in “{text_of(clause)}”")


def blamed(token: Token, story: Story, number: int, place: int) -> Fact | None:
    """The name of a reason: in its clause, the next, one before, in the sentence after or before."""
    sentence = story.sentences[number]
    order: list[Clause] = [sentence[place], *sentence[place + 1 :], *reversed(sentence[:place])]
    order += [clause for one in story.sentences[number + 1 : number + 2] for clause in one]
    order += [clause for one in reversed(story.sentences[:number]) for clause in reversed(one)]
    for clause in order:
        labels = clause.of_kind("label")
        if labels:
            return min(labels, key=lambda one: abs(one.at - token.at)).fact
    return None


def drives(label: Fact, story: Story, number: int) -> bool:
    """A driver's change explains the total's, and nothing else that the sentence shows."""
    target = story.facts.get(label.drives or "")
    if target is None or target.sign != label.sign:
        return False
    shown = [
        fact
        for clause in story.sentences[number]
        for fact in clause.facts
        if fact.kind in ("change", "percent")
    ]
    return all(fact.baseline == target.baseline for fact in shown)


def pulls_back(label: Fact, story: Story) -> bool:
    """It moved against a total whose change is known."""
    totals = [one for one in story.facts.values() if one.kind == "change" and one.entity == "spending"]
    if label.drives or not label.sign:
        return False
    return any(one.sign == -label.sign for one in totals if one.id.split(".")[0] == label.id.split(".")[0])
