"""What must not become a draft: questions, plans, what did not happen, and commands to the phone."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence


def reason_to_refuse(s: "Sentence") -> "str | None":
    """For "question", "future", "negation", "imperative", "empty", or None: the sentence may be a record."""
    if not s.end:
        return "empty"
    for reason, rule in (
        ("question", asks),
        ("negation", denies),
        ("imperative", commands),
        ("future", plans),
    ):
        if rule(s):
            return reason
    return None


def asks(s: "Sentence") -> bool:
    if s.tokens[-1].word == "?":
        return True
    return begins(s, "question_start") or s.has(s.lexicon.phrases("gate", "question_any"))


def denies(s: "Sentence") -> bool:
    return s.has(s.lexicon.phrases("gate", "negation_any"))


def plans(s: "Sentence") -> bool:
    """A plan, unless a past verb stands before it: "paid for tomorrow's lunch"."""
    place = s.find(s.lexicon.phrases("gate", "future_any"), 0, s.end)
    if place < 0:
        return False
    done = s.find(s.lexicon.phrases("gate", "future_ok"), 0, place)
    return done < 0


def commands(s: "Sentence") -> bool:
    if begins(s, "record"):
        return False
    if s.has(s.lexicon.phrases("gate", "imperative_any")):
        return True
    length = s.lexicon.phrases("gate", "imperative_start").match(s.tokens, 0, s.end)
    noun = length == 1 and is_amount(s, length)
    return length > 0 and not noun and not s.has(s.lexicon.phrases("gate", "future_ok"))


def begins(s: "Sentence", name: str) -> bool:
    group = "words" if name == "record" else "gate"
    found = s.lexicon.phrases(group, name).match(s.tokens, 0, s.end)
    return found > 0 and (name == "record" or not begins(s, "record"))


def is_amount(s: "Sentence", place: int) -> bool:
    """For "book twelve dollars" is a purchase of a book."""
    token = s.tokens[place] if place < s.end else None
    return token is not None and (
        token.kind == "number" or token.word in s.lexicon.small or s.match(s.lexicon.major, place) > 0
    )
