"""What is spent is not what is earned, kept, held or due: the word beside a figure must be its own."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.story import CHANGES, LEVELS, Clause, Story, nearest
from insights.verifier.token import Token

MEASURES = ("spending", "income", "balance", "saving", "bills", "price", "pricing", "no_spend")
COMPATIBLE: dict[str, tuple[str, ...]] = {
    "spending": ("spending", "price"),
    "price": ("price", "pricing", "spending", "bills"),
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
                if not (fits(token.fact, word) and shares_of(token, clause) and part_of(token, clause)):
                    yield Fault("measure", f"{word.text if word else ''} {token.text}".strip())


WHOLES = {"spending": "spending", "saving": "income"}
"""What a share of each measure is a part of."""


def shares_of(token: Token, clause: Clause) -> bool:
    """A share of the spending is not one of the income: "{{f:share}} of your income"."""
    if token.fact is None or token.fact.kind != "share":
        return True
    wholes = [word for word in words_of(clause) if is_whole_of(word, token, clause)]
    return all(word.has(WHOLES[token.fact.measure]) for word in wholes)


def part_of(token: Token, clause: Clause) -> bool:
    """ "{{f:x}} of your {{f:y}}": y is the whole that x is a part of."""
    after = [one for one in clause.tokens if one.at > token.at][:3]
    words = [one.text.lower() for one in after[:2]]
    whole = after[2].fact if len(after) == 3 and words in (["of", "your"], ["of", "the"]) else None
    if whole is None or token.fact is None or whole.kind not in LEVELS:
        return True
    return (
        whole.subject == "total"
        and whole.measure in ("income", "spending")
        and whole.period == token.fact.period
    )


def fits(fact: Fact, word: Token | None) -> bool:
    if word is None:
        return (
            fact.measure in SILENT
            or fact.basis == "due"
            or (fact.measure == "income" and fact.subject == "payee")
        )
    return word.has(*COMPATIBLE[fact.measure]) or (counts_bills(word) and fact.measure == "bills")


def word_for(token: Token, story: Story, number: int, place: int) -> Token | None:
    """The nearest word of a measure in the clause, else in those before, else in those after it."""
    sentence = story.sentences[number]
    own = [
        word for word in own_words(token, sentence[place]) if not is_whole_of(word, token, sentence[place])
    ]
    if own:
        return nearest(token, own)
    before = [word for clause in sentence[:place] for word in own_words(token, clause)]
    after = [word for clause in sentence[place + 1 :] for word in own_words(token, clause)]
    earlier = [
        word for one in story.sentences[max(0, number - 1) : number] for c in one for word in words_of(c)
    ]
    return (before[-1:] + after[:1] + earlier[-1:] + [None])[0]


def own_words(token: Token, clause: Clause) -> list[Token]:
    """Words of a measure that may be a figure's own: a share's whole is named beside it, and is not."""
    fact = token.fact
    kept = fact is not None and (fact.kind, fact.measure) == ("share", "saving")
    return [word for word in words_of(clause) if not (kept and word.has(WHOLES["saving"]))]


def is_whole_of(word: Token, token: Token, clause: Clause) -> bool:
    """ "{{f:x}} of your income": a part of the income, whatever it is itself."""
    after = [one for one in clause.tokens if one.at > token.at][:3]
    named = [one.text.lower() for one in after[:2]]
    return named in (["of", "your"], ["of", "the"]) and word in after


def words_of(clause: Clause) -> list[Token]:
    """Words of a measure, and a number of bills, which names what it counts."""
    return [token for token in clause.tokens if token.has(*MEASURES) or counts_bills(token)]


def counts_bills(token: Token) -> bool:
    return token.fact is not None and token.fact.kind == "count" and token.fact.measure == "bills"
