"""A figure is said of what it counts: not of all and every, nor of what is left without something."""

from collections.abc import Iterator

from insights.verifier.fault import Fault
from insights.verifier.story import Sentence, Story, text_of
from insights.verifier.token import Token


def scopes(story: Story) -> Iterator[Fault]:
    """Fault entity for "apart from …", number for "all", "every", "both" of things that are not named."""
    for number, _, clause in story.clauses():
        for token in clause.words("exclusion"):
            yield Fault("entity", f"{token.text} in “{text_of(clause)}”")
        for token in clause.words("quantifier"):
            if not counted(token, story.sentences[number]):
                yield Fault("number", f"{token.text} in “{text_of(clause)}”")


def counted(token: Token, sentence: Sentence) -> bool:
    """ "Both" of two that are named, "each" of a number that is."""
    labels = {label.entity for clause in sentence for label in clause.labels}
    counts = any(clause.of_kind("count") for clause in sentence)
    return {"both": len(labels) == 2, "each": counts}.get(token.text.lower(), False)
