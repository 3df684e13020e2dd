"""A yearly sum, a monthly one and an old price are told as what they are."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.anchors import is_whole
from insights.verifier.fault import Fault
from insights.verifier.story import Clause, Sentence, Story, text_of

RATES = {
    "rate_week": "weekly",
    "cadence_weekly": "weekly",
    "rate_month": "monthly",
    "cadence_monthly": "monthly",
    "rate_quarter": "quarterly",
    "cadence_quarterly": "quarterly",
    "rate_year": "yearly",
    "cadence_yearly": "yearly",
}


def rates(story: Story) -> Iterator[Fault]:
    """Fault period: "a month", "a year" beside what is not of that rhythm; a yearly sum without its year."""
    for number, place, clause in story.clauses():
        sentence = story.sentences[number]
        figures = figures_of(clause) or [one for later in sentence[place + 1 :] for one in figures_of(later)]
        for name, cadence in RATES.items():
            for word in clause.words(name):
                right = all(is_of(fact, cadence) for fact in figures)
                moved = not right and bool(clause.words("up", "down"))
                if not figures or moved or not (right or has_cadence(figures, cadence, story)):
                    yield Fault("period", f"{word.text} in “{text_of(clause)}”")
        if any(is_yearly(fact) for fact in figures_of(clause)) and not year_said(sentence, place):
            yield Fault("period", text_of(clause))


def year_said(sentence: Sentence, place: int) -> bool:
    """ "Over a year" in the clause of a yearly sum; or around it, where that tells of no price or day."""
    own = sentence[place]
    around = () if own.of_kind("day") or own.words("pricing") else sentence
    return any(one.words("rate_year") for one in (own, *around))


def is_of(fact: Fact, cadence: str) -> bool:
    """A yearly sum, or what is usual or expected for a whole month."""
    if cadence == "monthly":
        return fact.basis in ("typical", "expected") and is_whole(fact)
    return cadence == "yearly" and is_yearly(fact)


def figures_of(clause: Clause) -> list[Fact]:
    return [one.fact for one in clause.of_kind("amount", "change") if one.fact]


def has_cadence(figures: list[Fact], cadence: str, story: Story) -> bool:
    """Whether every figure is a single payment of a series that comes that often."""
    known = {one.entity for one in story.facts.values() if one.kind == "cadence" and one.value == cadence}
    return all(fact.entity in known and fact.kind == "amount" and not is_yearly(fact) for fact in figures)


def prices(story: Story) -> Iterator[Fault]:
    """Fault period: an old price told as today's, or today's as the old one."""
    for _, _, clause in story.clauses():
        old = clause.zone or bool(clause.words("formerly"))
        for token in clause.of_kind("amount"):
            if (
                token.fact
                and token.fact.measure == "price"
                and old != (token.fact.baseline == "price_before")
            ):
                yield Fault("period", f"{token.text} in “{text_of(clause)}”")


def is_yearly(fact: Fact) -> bool:
    return fact.measure == "price" and fact.basis == "expected"
