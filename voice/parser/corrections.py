"""Self-corrections: "forty quid no fifty quid", "at target sorry at walmart": the last one said wins."""

from voice.parser.accounts import account_tables
from voice.parser.dates import date_at
from voice.parser.money import find_money, money_at
from voice.parser.sentence import Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.dates import Dated
    from voice.parser.money import Money
    from voice.parser.tokens import Token

MOST = 4
MOST_MARKERS = 12
LONGEST_DATE = 6


def corrected(s: Sentence) -> Sentence:
    """The sentence as it was meant; unchanged when nothing was taken back."""
    for _ in range(MOST):
        tokens = one_denied(s) or one_corrected(s)
        if tokens is None:
            return s
        s = Sentence(tokens, s.lexicon, s.context)
    return s


def one_denied(s: Sentence) -> "list[Token] | None":
    """For "fifteen not fifty dollars", "on visa not amex": without what it was not."""
    table = s.lexicon.phrases("amend", "not")
    for place in range(1, s.end - 1):
        length = table.match(s.tokens, place, s.end)
        tokens = (
            (not_money(s, place, place + length) or not_name(s, place, place + length)) if length else None
        )
        if tokens is not None:
            return tokens
    return None


def not_money(s: Sentence, start: int, end: int) -> "list[Token] | None":
    wrong = money_at(s, end) if end < s.end else None
    right = [
        money for money in find_money(Sentence(s.tokens[:start], s.lexicon, s.context)) if money.end == start
    ]
    run = money_at(s, right[0].start) if right else None
    if wrong is None or run is None or run.end > start:
        return None
    currency = [] if right[0].currency else s.tokens[wrong.number.end : wrong.end]
    return s.tokens[:start] + currency + s.tokens[wrong.end :]


def not_name(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """A known name gives way to none: the one after "not" leaves."""
    new = end + 1 if s.listed("words", "articles", end) else end
    for table in (account_tables(s)[0], s.lexicon.merchants, s.context.known_payees):
        length = table.match(s.tokens, new, s.end)
        for place in range(start):
            if length and table.match(s.tokens, place, start) == start - place:
                return s.tokens[:start] + s.tokens[new + length :]
    return None


def one_corrected(s: Sentence) -> "list[Token] | None":
    markers = s.lexicon.phrases("words", "corrections")
    place, tried = 1, 0
    while place < s.end and tried < MOST_MARKERS:
        length = markers.match(s.tokens, place, s.end)
        if length and place + length < s.end:
            tried += 1
            tokens = replaced(s, place, place + length)
            if tokens is not None:
                return tokens
        place += max(length, 1)
    return None


def replaced(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """The tokens with what stands before the marker [start, end) replaced by what comes after it."""
    weak = s.lexicon.phrases("words", "weak_corrections").has(s.phrase(start, end))
    return (
        other_date(s, start, end)
        or other_money(s, start, end)
        or other_name(s, start, end)
        or other_phrase(s, start, end)
        or (None if weak else other_words(s, start, end))
    )


def other_money(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """The new amount in the old one's place, with the old currency when none was said."""
    new = money_at(s, end)
    if new is None:
        return None
    before = Sentence(s.tokens[:start], s.lexicon, s.context)
    old = [money for money in find_money(before) if not is_count(before, money)]
    if not old:
        return None
    return (
        s.tokens[: old[-1].start]
        + new_money(s, old[-1], new)
        + s.tokens[old[-1].end : start]
        + s.tokens[new.end :]
    )


def is_count(s: Sentence, money: "Money") -> bool:
    return s.match(s.lexicon.phrases("quantity", "units"), money.end) > 0


def new_money(s: Sentence, old: "Money", new: "Money") -> "list[Token]":
    tokens = s.tokens[new.start : new.end]
    if new.currency or not old.currency:
        return tokens
    return (
        tokens + s.tokens[old.number.end : old.end]
        if old.number.start == old.start
        else s.tokens[old.start : old.number.start] + tokens
    )


def other_date(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """For "yesterday no monday"; "yesterday no the day before" keeps both, for the dates to count back
    from.
    """
    place = end + s.match(s.lexicon.date_phrases["day_before"], end)
    new = date_at(s, end)
    if new is None and place == end:
        return None
    for at in range(start - 1, -1, -1):
        old = longest_date(s, at)
        if old is None or old.end > start:
            continue
        if place > end and (new is None or new.end < place):
            return s.tokens[: old.end] + s.tokens[end:place] + s.tokens[old.end : start] + s.tokens[place:]
        if new is not None:
            return (
                s.tokens[: old.start]
                + s.tokens[new.start : new.end]
                + s.tokens[old.end : start]
                + s.tokens[new.end :]
            )
    return None


def longest_date(s: Sentence, place: int) -> "Dated | None":
    """The date whose last words start at `place`, from its first word on: "last friday", not "friday"."""
    found = date_at(s, place)
    for before in range(place - 1, max(place - LONGEST_DATE, -1), -1):
        longer = date_at(s, before)
        if found is not None and longer is not None and longer.end == found.end:
            found = longer
    return found


def other_name(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """For "on the visa no the amex": a known name right before the marker gives way to the one after it."""
    new = end + 1 if s.listed("words", "articles", end) else end
    for table in (account_tables(s)[0], s.lexicon.merchants, s.context.known_payees):
        length = table.match(s.tokens, new, s.end)
        for place in range(start):
            if length and table.match(s.tokens, place, start) == start - place:
                return s.tokens[:place] + s.tokens[new:]
    return None


def other_phrase(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """For "at target sorry at walmart": from the same preposition on."""
    if not s.listed("slots", "anchors", end):
        return None
    for place in range(start - 1, -1, -1):
        if s.word(place) == s.word(end):
            return s.tokens[:place] + prices_after(s, place + 1, start, end) + s.tokens[end:]
    return None


def prices_after(s: Sentence, place: int, start: int, end: int) -> "list[Token]":
    """A phrase's words from its price on, if no new one was said: "at lidl ten dollars no at aldi"."""
    if find_money(Sentence(s.tokens[end:], s.lexicon, s.context)):
        return []
    while place < start and money_at(s, place) is None:
        place += 1
    return s.tokens[place:start]


def other_words(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """For "at target i mean walmart": the words since the last preposition; a whole new sentence replaces the
    old.
    """
    rest = Sentence(s.tokens[end:], s.lexicon, s.context)
    if s.listed("words", "expense_verbs", end) or find_money(rest):
        return s.tokens[end:]
    for place in range(start - 1, -1, -1):
        if s.listed("slots", "anchors", place) or is_price(s, place):
            return s.tokens[: place + 1] + s.tokens[end:]
    return None


def is_price(s: Sentence, place: int) -> bool:
    number = s.tokens[place].kind == "number" or s.word(place) in s.lexicon.small
    return number or s.match(s.lexicon.major, place) > 0
