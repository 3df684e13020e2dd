"""Only what ranks first is called the largest."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.story import Clause, Story, text_of
from insights.verifier.token import Token

RANKS = {"up": "largest_rise", "down": "largest_drop"}
REACH = 4
ENTRIES = frozenset(["purchase", "entry", "payment", "transaction"])
MOVED = {"largest_rise", "largest_drop"}


def superlatives(story: Story) -> Iterator[Fault]:
    """Fault superlative: one without a fact of that rank in reach."""
    for number, place, clause in story.clauses():
        for token in clause.words("highest", "lowest"):
            fact = single(token, clause) or ranked(token, story, number, place)
            if fact is None or not wanted(token, clause).intersection(fact.ranks):
                yield Fault("superlative", f"{token.text} in “{text_of(clause)}”")


def single(token: Token, clause: Clause) -> Fact | None:
    """ "Your largest {{f:name}} purchase": of the entries of what is named, the one that is shown."""
    after = [one.text.lower() for one in clause.tokens if one.at > token.at][: REACH - 1]
    shown = [one.fact for one in clause.of_kind("amount") if one.fact and one.fact.ranks]
    own = {label.entity for label in clause.labels}
    return next((one for one in shown if one.entity in own), None) if ENTRIES.intersection(after) else None


def ranked(token: Token, story: Story, number: int, place: int) -> Fact | None:
    """What a superlative speaks of: a name in its clause, else a figure of it, then in the clauses around."""
    sentence = story.sentences[number]
    order = [sentence[place], *sentence[place + 1 :], *reversed(sentence[:place])]
    order += [clause for one in story.sentences[number + 1 : number + 2] for clause in one[:1]]
    for clause in order:
        for kinds in (("label",), ("amount", "change", "percent", "share", "month", "day", "days")):
            found = clause.of_kind(*kinds)
            subject = [one for one in found if kinds == ("label",) or (one.fact and one.fact.ranks)]
            if subject:
                return min(subject, key=lambda one: abs(one.at - token.at)).fact
    return None


def wanted(token: Token, clause: Clause) -> set[str]:
    """The ranks that would bear a superlative out, by the noun or verb beside it."""
    place = clause.tokens.index(token)
    near = (
        clause.tokens[max(0, place - 2) : place]
        if is_adverb(token)
        else clause.tokens[place + 1 : place + 1 + REACH]
    )
    for one in near:
        for direction, rank in RANKS.items():
            if one.has(direction):
                return {rank} if token.has("highest") else set()
        if one.has("change", "cause"):
            return MOVED if token.has("highest") else set()
    if is_adverb(token) and clause.words("cause"):
        return MOVED if token.has("highest") else set()
    return {"most"} if token.has("highest") else {"least"}


def is_adverb(token: Token) -> bool:
    return token.text.lower() in ("most", "least", "mostly", "mainly", "largely", "primarily", "chiefly")
