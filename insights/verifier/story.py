"""A text as the rules read it: sentences, clauses, and in them words, phrases, marks and facts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from insights.facts import Fact
from insights.verifier.lexicon import Lexicon
from insights.verifier.ranges import ranged
from insights.verifier.token import NOTHING, Token

PIECES = re.compile(r"\{\{f:(?P<id>[\w.]+)\}\}|(?P<word>[^\W\d_]+)|(?P<mark>[.!?\n,;:()—–])")
CONTRACTIONS = re.compile(r"n[’']t\b|[’'](?:s|ve|re|ll|d|m)\b")
SPELLED_OUT = {"s": "", "ve": "", "re": "", "ll": " will", "d": "", "m": ""}
ENDS = frozenset(".!?\n")
SPLITTERS = frozenset(
    [
        "and",
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "which",
        "because",
        "so",
        "yet",
        "whose",
        "as",
        "if",
        "thus",
        "hence",
        "therefore",
    ]
)
LEVELS = ("amount", "share")
CHANGES = ("change", "percent")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens without a break between them. A `zone` clause tells what something is compared with."""

    tokens: tuple[Token, ...]
    zone: bool

    @property
    def facts(self) -> list[Fact]:
        return [token.fact for token in self.tokens if token.fact]

    def of_kind(self, *kinds: str) -> list[Token]:
        return [token for token in self.tokens if token.fact and token.fact.kind in kinds]

    def words(self, *classes: str) -> list[Token]:
        return [token for token in self.tokens if token.has(*classes)]

    @property
    def labels(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.kind == "label"]


Sentence = tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The text, what may be spoken of, the month it is about ("2026-11") and the day it is told on."""

    text: str
    sentences: tuple[Sentence, ...]
    facts: Mapping[str, Fact]
    month: str
    today: date
    lexicon: Lexicon

    def clauses(self) -> Iterator[tuple[int, int, Clause]]:
        """Every clause with the number of its sentence and its own in it."""
        for number, sentence in enumerate(self.sentences):
            for place, clause in enumerate(sentence):
                yield number, place, clause

    @property
    def tokens(self) -> list[Token]:
        return [token for _, _, clause in self.clauses() for token in clause.tokens]


def story_of(text: str, facts: Mapping[str, Fact], *, month: str, today: date, lexicon: Lexicon) -> Story:
    """The text read; places of unknown facts are left out, which another rule reports."""
    tokens = tuple(ranged(list(phrased(list(pieces(text, facts, lexicon)), lexicon))))
    sentences = tuple(tuple(clauses_of(part)) for part in split_at(tokens, ENDS) if part)
    return Story(text, sentences, facts, month, today, lexicon)


def pieces(text: str, facts: Mapping[str, Fact], lexicon: Lexicon) -> Iterator[Token]:
    for at, found in enumerate(PIECES.finditer(plain(text))):
        if found["id"]:
            fact = facts.get(found["id"])
            if fact:
                yield Token(found[0], NOTHING, fact, at)
        elif found["word"]:
            yield Token(found[0], lexicon.classes(found[0].lower()), None, at)
        else:
            yield Token(found[0], NOTHING, None, at)


def plain(text: str) -> str:
    """Contractions as the words they stand for: "didn't" → "did not"."""
    spelled = re.sub(r"\b([Cc])an[’']t\b", r"\1an not", text)
    return CONTRACTIONS.sub(lambda found: SPELLED_OUT.get(found[0][1:], " not"), spelled)


def phrased(tokens: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Words that make a phrase become one token, the longest phrase first."""
    place = 0
    while place < len(tokens):
        length = phrase_length(tokens, place, lexicon)
        if length:
            words = tokens[place : place + length]
            key = tuple(token.text.lower() for token in words)
            yield Token(" ".join(token.text for token in words), lexicon.phrases[key], None, words[0].at)
        else:
            yield tokens[place]
        place += length or 1


def phrase_length(tokens: list[Token], place: int, lexicon: Lexicon) -> int:
    for length in range(min(lexicon.longest, len(tokens) - place), 0, -1):
        words = tokens[place : place + length]
        if tuple(token.text.lower() for token in words) in lexicon.phrases:
            return length
    return 0


def split_at(tokens: tuple[Token, ...], marks: frozenset[str]) -> Iterator[tuple[Token, ...]]:
    start = 0
    for place, token in enumerate(tokens):
        if token.text in marks:
            yield tokens[start:place]
            start = place + 1
    yield tokens[start:]


def clauses_of(tokens: tuple[Token, ...]) -> Iterator[Clause]:
    """Cut at marks, at joining words, and where a comparison begins or ends."""
    start, zone = 0, False
    for place, token in enumerate(tokens):
        opens = opens_zone(tokens, place)
        if opens or is_break(token) or (zone and ends_zone(tokens, place)):
            if place > start:
                yield Clause(tokens[start:place], zone)
            start, zone = place + (1 if is_mark(token) else 0), opens
    if start < len(tokens):
        yield Clause(tokens[start:], zone)


def is_mark(token: Token) -> bool:
    return token.fact is None and not token.text[0].isalpha()


def is_break(token: Token) -> bool:
    return is_mark(token) or token.text.lower() in SPLITTERS


def ends_zone(tokens: tuple[Token, ...], place: int) -> bool:
    """ "to" after "from": "fell from … to …"."""
    return tokens[place].text.lower() == "to" and place + 1 < len(tokens) and is_level(tokens[place + 1])


def opens_zone(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether what follows is what something is compared with."""
    token = tokens[place]
    word = token.text.lower()
    before, after = (
        tokens[place - 1] if place else None,
        tokens[place + 1] if place + 1 < len(tokens) else None,
    )
    if token.has("zone") or word in ("than", "against", "versus", "vs", "unlike", "above", "below"):
        return True
    if word == "as":
        return (
            before is not None
            and after is not None
            and (before.has("flat") or is_anchor(after) or is_in(after))
        )
    if word in ("on", "over", "under"):
        return before is not None and after is not None and is_change(before) and points_back(after)
    if word == "from":
        moved = before is not None and (before.has("up", "down", "change") or is_change(before))
        return after is not None and (is_recorded(after) or (moved and points_back(after)))
    return False


def is_in(token: Token) -> bool:
    return token.text.lower() in ("in", "by", "at", "on", "during")


def points_back(token: Token) -> bool:
    return (
        is_anchor(token) or is_level(token) or token.text.lower() in ("the", "its", "your", "a", "in", "what")
    )


def is_level(token: Token) -> bool:
    return token.fact is not None and token.fact.kind in LEVELS


def is_recorded(token: Token) -> bool:
    """A level, but not the lower end of "from … to …"."""
    return is_level(token) and token.fact is not None and token.fact.basis != "low"


def is_change(token: Token) -> bool:
    return (token.fact is not None and token.fact.kind in CHANGES) or token.has("up", "down")


def is_anchor(token: Token) -> bool:
    """Whether a token names days: a month, a day, "last month", "usual"."""
    named = token.fact is not None and token.fact.kind in ("month", "day")
    return (
        named
        or token.ends is not None
        or token.has(*PERIODS, "typical", "same_days", "same_time", "year_ago")
    )


PERIODS = ("this_month", "last_month", "next_month", "this_week", "last_week", "next_week", "today")


def nearest(token: Token, others: list[Token]) -> Token | None:
    """The closest of some tokens; of two as close the one that follows."""
    return min(others, key=lambda other: (abs(other.at - token.at), -other.at), default=None)


def text_of(clause: Clause) -> str:
    return " ".join(token.text for token in clause.tokens)
