"""Unsure words that sound like a name of the household's count as that name, in this reading alone.

Nothing is changed that counts or steers (`protected`), nor what the lexicon knows; a word heard surely stays,
unless it only writes a known name otherwise that sounds the very same ("jon", "star bucks").
"""

from voice.parser.accounts import account_tables, led
from voice.parser.categories import singular_match
from voice.parser.household import Own, index_of
from voice.parser.protected import counts, steers
from voice.parser.sounds import apart, key
from voice.parser.tokens import UNHEARD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.household import Index
    from voice.parser.sentence import Sentence

UNSURE = 85
LONGEST = 4
# How far apart, in percent, unsure words and a name may be: after "at", for a short name, and anywhere else.
NEAR, NEAR_SHORT, NEAR_ANYWHERE, SHORT = 18, 14, 10, 3
# How much nearer than any other name the one taken is.
CLEAR = 8
# Percent: how sure a name is that sounds the very same, and one that completes a gap.
SAME, COMPLETED = 90, 60
LEAST_STEM = 3
NUMBER = "number"


class Heard:
    """Tokens [start, end) taken for a name, `share` percent sure."""

    def __init__(self, start: int, end: int, own: Own, share: int) -> None:
        self.start = start
        self.end = end
        self.own = own
        self.share = share


def hear_names(s: "Sentence") -> None:
    """Put what the household's names were heard as into the tables of this reading."""
    if not s.context.heard:
        return
    index = index_of(s.context, s.lexicon)
    place = 0
    while place < s.end:
        found = heard_from(s, place, index)
        if found is not None:
            learn(s, found)
        place = found.end if found else place + 1


def heard_from(s: "Sentence", place: int, index: "Index") -> "Heard | None":
    """The best name of the stretches that start at `place`, the longest first."""
    owns = index.near(s.word(place))
    for end in range(min(place + LONGEST, s.end), place, -1) if owns else ():
        if not in_one_piece(s, place, end) or is_known(s, place, end):
            continue
        found = spelled(s, place, end, owns) or sounded(s, place, end, owns)
        if found is not None:
            return found
    return completed(s, place, owns)


def in_one_piece(s: "Sentence", start: int, end: int) -> bool:
    """Whether the tokens were said one right after the other."""
    words = all([token.kind == "word" for token in s.tokens[start:end]])
    return words and s.tokens[end - 1].at - s.tokens[start].at == end - 1 - start


def is_known(s: "Sentence", start: int, end: int) -> bool:
    """Whether the stretch overlaps with a name written as the household or the lexicon writes it."""
    tables = (s.context.known_payees, account_tables(s)[0], s.context.own_categories, s.lexicon.merchants)
    return any([table.match(s.tokens, place, s.end) > 0 for place in range(start, end) for table in tables])


def spelled(s: "Sentence", start: int, end: int, owns: list[Own]) -> "Heard | None":
    """A name cut in two: "star bucks"; not right after a number, where bucks may be money."""
    if end - start < 2 or (start > 0 and s.tokens[start - 1].kind == NUMBER):
        return None
    if counts(s.lexicon, s.word(start - 1)):
        return None
    letters = "".join([token.word for token in s.tokens[start:end]])
    for own in owns:
        if own.letters() == letters and fits(s, start, end, own):
            return Heard(start, end, own, SAME)
    return None


def sounded(s: "Sentence", start: int, end: int, owns: list[Own]) -> "Heard | None":
    limit = limit_of(s, start, end)
    if limit < 0:
        return None
    heard = key(s.phrase(start, end))
    fitting = [at for at, own in enumerate(owns) if fits(s, start, end, own)]
    near = sorted(
        [(apart(heard, owns[at].key(), NEAR + CLEAR), owns[at].kind, owns[at].name, at) for at in fitting]
    )
    best = clearly_first(near)
    if best < 0 or near[0][0] > min(limit, NEAR_SHORT if len(heard) <= SHORT else NEAR):
        return None
    return Heard(start, end, owns[best], SAME - 2 * near[0][0])


def clearly_first(near: "list[tuple[int, str, str, int]]") -> int:
    """The place of the nearest name, or -1 where another is as near."""
    if not near:
        return -1
    rivals = [one for one in near if one[2] != near[0][2] and one[0] < near[0][0] + CLEAR]
    return -1 if rivals else near[0][3]


def limit_of(s: "Sentence", start: int, end: int) -> int:
    """How far from a name the stretch may be, in percent; -1 when it must stay as it is."""
    unsure = all([is_unsure(s, place) for place in range(start, end)])
    if not unsure and not (in_payee_slot(s, start) and ends_there(s, end)):
        return -1
    places = range(start, end)
    if any([counts(s.lexicon, s.word(place)) for place in places]):
        return -1
    stops = [s.listed("words", "stop", place) for place in places]
    if all(stops) or any([steers(s.lexicon, s.word(place)) and not stops[place - start] for place in places]):
        return -1
    if unsure:
        return NEAR if in_payee_slot(s, start) or led(s, start) else NEAR_ANYWHERE
    return -1 if any(stops) else 0


def ends_there(s: "Sentence", end: int) -> bool:
    """Whether a name that ends before `end` is whole: no further word that may belong to it follows."""
    if end >= s.end or s.tokens[end].kind != "word":
        return True
    return steers(s.lexicon, s.word(end)) or counts(s.lexicon, s.word(end))


def is_unsure(s: "Sentence", place: int) -> bool:
    heard, token = s.context.heard, s.tokens[place]
    return token.at < len(heard) and heard[token.at][0] == token.word and heard[token.at][1] < UNSURE


def in_payee_slot(s: "Sentence", place: int) -> bool:
    return any([s.listed("slots", name, place - 1) for name in ("at", "from", "to", "payee_verbs")])


def means_something(s: "Sentence", start: int, end: int) -> bool:
    """Whether the lexicon knows a word of the stretch as something bought."""
    return any([singular_match(s, place, end)[0] > 0 for place in range(start, end)])


def fits(s: "Sentence", start: int, end: int, own: Own) -> bool:
    """An account needs its preposition; nobody is paid right after "with" or "using", nor takes the place of
    something bought but after "at".
    """
    if own.kind == "account":
        return led(s, start)
    if own.kind == "payee" and s.listed("slots", "via", start - 1):
        return False
    return (own.kind == "payee" and in_payee_slot(s, start)) or not means_something(s, start, end)


def completed(s: "Sentence", place: int, owns: list[Own]) -> "Heard | None":
    """The one name that starts as an unsure word sounds, where a gap follows: "star …"."""
    if not before_gap(s, place) or not is_unsure(s, place) or limit_of(s, place, place + 1) < 0:
        return None
    stem = key(s.word(place))
    longer = [own for own in owns if own.key().startswith(stem) and len(own.key()) > len(stem)]
    fitting = [own for own in longer if fits(s, place, place + 1, own)]
    if is_known(s, place, place + 1) or len(stem) < LEAST_STEM or len(fitting) != 1:
        return None
    return Heard(place, place + 1, fitting[0], COMPLETED)


def before_gap(s: "Sentence", place: int) -> bool:
    after, heard = s.tokens[place].at + 1, s.context.heard
    return after < len(heard) and heard[after][0] in UNHEARD


def learn(s: "Sentence", heard: Heard) -> None:
    """Make the words an alias of the name in this reading's tables."""
    phrase, meant, context = s.phrase(heard.start, heard.end), heard.own.meant, s.context
    context.by_sound[phrase] = heard.share
    if heard.own.kind == "payee":
        context.known_payees = context.known_payees.copy_with(phrase, meant)
    elif heard.own.kind == "account":
        account_tables(s)[0].put(phrase, meant)
    else:
        context.own_categories.put(phrase, meant)
