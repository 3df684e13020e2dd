"""Days named by their first and last, read as one token: "from 1 May to 3 June", "between April and June"."""

from collections.abc import Iterator, Sequence

from insights.facts import Fact
from insights.verifier.token import NOTHING, Token

OPENERS = {"from": ("to", "until", "till", "through"), "between": ("and",)}
LENGTH = 4


def ranged(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, each range of days or months among them as one that has `ends`."""
    place = 0
    while place < len(tokens):
        ends = ends_of(tokens[place : place + LENGTH])
        if ends and not (place and moves(tokens[place - 1])):
            text = " ".join(token.text for token in tokens[place : place + LENGTH])
            yield Token(text, NOTHING, None, tokens[place].at, ends)
            place += LENGTH
        else:
            yield tokens[place]
            place += 1


def ends_of(tokens: Sequence[Token]) -> tuple[Fact, Fact] | None:
    if len(tokens) < LENGTH:
        return None
    opener, one, join, two = tokens
    opens = opener.fact is None and join.text.lower() in OPENERS.get(opener.text.lower(), ())
    first, last = one.fact, two.fact
    return (first, last) if opens and first and last and names_days(first) and names_days(last) else None


def names_days(fact: Fact) -> bool:
    """A recorded month or day: one on which something falls due is a bill's."""
    return fact.kind in ("month", "day") and fact.basis == "recorded"


def moves(token: Token) -> bool:
    """ "rose from April to June" compares the two months, and tells of no days between them."""
    change = token.fact is not None and token.fact.kind in ("change", "percent")
    return change or token.has("up", "down", "change")
