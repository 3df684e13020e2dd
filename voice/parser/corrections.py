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
LONGEST_NAME = 6


class Said:
    """The sentence of one pass with its amounts and dates, found once."""

    def __init__(self, s: Sentence) -> None:
        self.s = s
        self.money: list[Money] | None = None
        self.dates: dict[int, Dated | None] = {}

    def amounts(self, start: int, end: int) -> "list[Money]":
        """The amounts within tokens [start, end)."""
        if self.money is None:
            self.money = find_money(self.s)
        return [money for money in self.money if start <= money.start and money.end <= end]

    def date(self, place: int) -> "Dated | None":
        if place not in self.dates:
            self.dates[place] = date_at(self.s, place)
        return self.dates[place]


def corrected(s: Sentence) -> Sentence:
    """The sentence as it was meant; unchanged when nothing was taken back."""
    for _ in range(MOST):
        said = Said(s)
        tokens = one_denied(said) or one_corrected(said)
        if tokens is None:
            return s
        s = Sentence(tokens, s.lexicon, s.context)
    return s


def markers_of(s: Sentence, group: str, name: str, most: int) -> list[tuple[int, int]]:
    """Tokens [start, end) of the first phrases of a list that have words on both sides."""
    table = s.lexicon.phrases(group, name)
    found: list[tuple[int, int]] = []
    place = 1
    while place < s.end and len(found) < most:
        length = table.match(s.tokens, place, s.end)
        if length and place + length < s.end:
            found.append((place, place + length))
        place += max(length, 1)
    return found


def one_denied(said: Said) -> "list[Token] | None":
    """For "fifteen not fifty dollars", "on visa not amex": without what it was not."""
    for start, end in markers_of(said.s, "amend", "not", MOST_MARKERS):
        tokens = not_money(said, start, end) or not_name(said.s, start, end)
        if tokens is not None:
            return tokens
    return None


def not_money(said: Said, start: int, end: int) -> "list[Token] | None":
    s = said.s
    wrong = money_at(s, end)
    right = [money for money in said.amounts(0, start) if money.end == start] if wrong else []
    if wrong is None or not right:
        return None
    currency = [] if right[0].currency else s.tokens[wrong.number.end : wrong.end]
    return s.tokens[:start] + currency + s.tokens[wrong.end :]


def not_name(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """A known name gives way to none: the one after "not" leaves."""
    place, _, after = same_kind(s, start, end)
    return s.tokens[:start] + s.tokens[after:] if place >= 0 else None


def same_kind(s: Sentence, start: int, end: int) -> tuple[int, int, int]:
    """(where the name before the marker starts, where the one after it starts, and ends); -1 where they are
    no two accounts, merchants or payees.
    """
    new = end + 1 if s.listed("words", "articles", end) else end
    for table in (account_tables(s)[0], s.lexicon.merchants, s.context.known_payees):
        length = table.match(s.tokens, new, s.end)
        for place in range(max(start - LONGEST_NAME, 0), start):
            if length and table.match(s.tokens, place, start) == start - place:
                return place, new, new + length
    return -1, new, new


def one_corrected(said: Said) -> "list[Token] | None":
    for start, end in markers_of(said.s, "words", "corrections", MOST_MARKERS):
        tokens = replaced(said, start, end)
        if tokens is not None:
            return tokens
    return None


def replaced(said: Said, start: int, end: int) -> "list[Token] | None":
    """The tokens with what stands before the marker [start, end) replaced by what comes after it."""
    s = said.s
    weak = s.lexicon.phrases("words", "weak_corrections").has(s.phrase(start, end))
    return (
        other_date(said, start, end)
        or other_money(said, start, end)
        or other_name(s, start, end)
        or other_phrase(said, start, end)
        or (None if weak else other_words(said, start, end))
    )


def other_money(said: Said, start: int, end: int) -> "list[Token] | None":
    """The new amount in the old one's place, with the old currency when none was said."""
    s = said.s
    new = money_at(s, end)
    old = [money for money in said.amounts(0, start) if not is_count(s, money)]
    if new is None or not old:
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


def other_date(said: Said, start: int, end: int) -> "list[Token] | None":
    """For "yesterday no monday"; "yesterday no the day before" keeps both, for the dates to count back
    from.
    """
    s = said.s
    place = end + s.match(s.lexicon.date_phrases["day_before"], end)
    new = said.date(end)
    if new is None and place == end:
        return None
    for at in range(start - 1, -1, -1):
        old = longest_date(said, at)
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


def longest_date(said: Said, place: int) -> "Dated | None":
    """The date whose last words start at `place`, from its first word on: "last friday", not "friday"."""
    found = said.date(place)
    for before in range(place - 1, max(place - LONGEST_DATE, -1), -1):
        longer = said.date(before) if found is not None else None
        if found is not None and longer is not None and longer.end == found.end:
            found = longer
    return found


def other_name(s: Sentence, start: int, end: int) -> "list[Token] | None":
    """For "on the visa no the amex": a known name right before the marker gives way to the one after it."""
    place, new, _ = same_kind(s, start, end)
    return s.tokens[:place] + s.tokens[new:] if place >= 0 else None


def other_phrase(said: Said, start: int, end: int) -> "list[Token] | None":
    """For "at target sorry at walmart": from the same preposition on."""
    s = said.s
    if not s.listed("slots", "anchors", end):
        return None
    for place in range(start - 1, -1, -1):
        if s.word(place) == s.word(end):
            return s.tokens[:place] + prices_after(said, place + 1, start, end) + s.tokens[end:]
    return None


def prices_after(said: Said, place: int, start: int, end: int) -> "list[Token]":
    """A phrase's words from its price on, if no new one was said: "at lidl ten dollars no at aldi"."""
    old = said.amounts(place, start)
    return [] if said.amounts(end, said.s.end) or not old else said.s.tokens[old[0].start : start]


def other_words(said: Said, start: int, end: int) -> "list[Token] | None":
    """For "at target i mean walmart": the words since the last preposition; a whole new sentence replaces the
    old.
    """
    s = said.s
    if s.listed("words", "expense_verbs", end) or said.amounts(end, s.end):
        return s.tokens[end:]
    for place in range(start - 1, -1, -1):
        if s.listed("slots", "anchors", place) or is_price(s, place):
            return s.tokens[: place + 1] + s.tokens[end:]
    return None


def is_price(s: Sentence, place: int) -> bool:
    number = s.tokens[place].kind == "number" or s.word(place) in s.lexicon.small
    return number or s.match(s.lexicon.major, place) > 0
