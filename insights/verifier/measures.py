"""What is spent is not what is earned, kept, held or due: the word beside a figure must be its own."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.story import CHANGES, LEVELS, Clause, Story, Token, nearest

MEASURES = ("spending", "income", "balance", "saving", "bills", "price", "no_spend")
COMPATIBLE: dict[str, tuple[str, ...]] = {
    "spending": ("spending", "price"),
    "price": ("price", "spending", "bills"),
    "bills": ("bills", "price"),
    "income": ("income",),
    "balance": ("balance",),
    "saving": ("saving",),
    "no_spend": ("no_spend",),
}
SILENT = ("spending", "price")
"""What a figure may be where no word says so."""


def measured(story: Story) -> Iterator[Fault]:
    for number, place, clause in story.clauses():
        for token in clause.of_kind(*LEVELS, *CHANGES, "days", "count"):
            assert token.fact
            if token.fact.measure in COMPATIBLE:
                word = word_for(token, story, number, place)
                if not fits(token.fact, word):
                    yield Fault("measure", f"{word.text if word else ''} {token.text}".strip())


def fits(fact: Fact, word: Token | None) -> bool:
    if word is None:
        return (
            fact.measure in SILENT
            or fact.basis == "due"
            or (fact.measure == "income" and fact.subject == "payee")
        )
    if fact.kind == "share" and fact.measure == "saving" and word.has("income"):
        return True
    return word.has(*COMPATIBLE[fact.measure]) or (counts_bills(word) and fact.measure == "bills")


def word_for(token: Token, story: Story, number: int, place: int) -> Token | None:
    """The nearest word of a measure in the clause, else in those before, else in those after it."""
    sentence = story.sentences[number]
    own = words_of(sentence[place])
    if own:
        return nearest(token, own)
    before = [word for clause in sentence[:place] for word in words_of(clause)]
    after = [word for clause in sentence[place + 1 :] for word in words_of(clause)]
    earlier = [
        word for one in story.sentences[max(0, number - 1) : number] for c in one for word in words_of(c)
    ]
    return (before[-1:] + after[:1] + earlier[-1:] + [None])[0]


def words_of(clause: Clause) -> list[Token]:
    """Words of a measure, and a number of bills, which names what it counts."""
    return [token for token in clause.tokens if token.has(*MEASURES) or counts_bills(token)]


def counts_bills(token: Token) -> bool:
    return token.fact is not None and token.fact.kind == "count" and token.fact.measure == "bills"
