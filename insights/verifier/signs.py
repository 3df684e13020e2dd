"""What is owed or came back is not told as held or spent; nothing is denied."""

from collections.abc import Iterator

from insights.verifier.fault import Fault
from insights.verifier.story import Story, text_of


def signs(story: Story) -> Iterator[Fault]:
    """Fault sign: a net refund told as spending, a debt as a balance, and the other way round."""
    for _, _, clause in story.clauses():
        levels = clause.of_kind("amount")
        negative = [one for one in levels if one.fact and one.fact.sign < 0]
        words = clause.words("negative")
        if negative and not words:
            yield Fault("negative", f"{negative[0].text} in “{text_of(clause)}”")
        if levels and words and not negative:
            yield Fault("negative", f"{words[0].text} in “{text_of(clause)}”")


def negations(story: Story) -> Iterator[Fault]:
    """Fault negation: "did not rise" says the opposite of what its words are checked for."""
    for _, _, clause in story.clauses():
        words = [one for one in clause.words("negation") if not one.has("no_spend")]
        claims = clause.facts or clause.words("up", "down", "flat", "highest", "lowest", "cause", "typical")
        if words and claims:
            yield Fault("negation", f"{words[0].text} in “{text_of(clause)}”")
