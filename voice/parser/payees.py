"""Who was paid or paid us: known names first, then what stands after "at", "from", "to" and the verbs of
giving.
"""

from voice.parser.accounts import account_tables
from voice.parser.categories import singular_match
from voice.parser.pricing import heard_at
from voice.parser.tokens import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.lexicon import Phrases
    from voice.parser.sentence import Sentence

LONGEST_NAME = 4
NAME_ENDS = (("slots", "anchors"), ("words", "stop"), ("words", "name_ends"), ("slots", "verb_particles"))


class Named:
    """A payee in tokens [start, end). `how` is "known", "merchant", "at", "from", "to", "verb" or
    "subject".
    """

    def __init__(self, start: int, end: int, name: str, how: str) -> None:
        self.start = start
        self.end = end
        self.name = name
        self.how = how


def sureness(s: "Sentence", payee: Named) -> int:
    """How sure a payee is, in percent: by the sound it was known by, else by what the recogniser heard."""
    by_sound = s.context.by_sound.get(s.phrase(payee.start, payee.end))
    return heard_at(s, payee.start, payee.end) if by_sound is None else by_sound


def find_merchants(s: "Sentence") -> list[Named]:
    """The household's payees, its aliases and the lexicon's merchants, claimed before numbers ("seven
    eleven").
    """
    known = s.context.known_payees
    found: list[Named] = []
    place = 0
    while place < s.end:
        named = known_at(s, place, known)
        if named is not None:
            s.claim(named.start, named.end, "payee")
            found.append(named)
        place = named.end if named else place + 1
    return found


def known_at(s: "Sentence", place: int, known: "Phrases") -> "Named | None":
    length, merchant = s.match(known, place), s.match(s.lexicon.merchants, place)
    if s.listed("slots", "via", place - 1) and s.listed("slots", "means", place):
        return None
    if length and length >= merchant:
        return Named(place, place + length, known.value(s.tokens, place, length), "known")
    if not merchant or longer_meaning(s, place) > merchant or inside_number(s, place):
        return None
    if is_weak(s, place, merchant) and not anchored(s, place):
        return None
    return Named(place, place + merchant, s.lexicon.merchants.value(s.tokens, place, merchant), "merchant")


def inside_number(s: "Sentence", place: int) -> bool:
    """Whether a merchant's first word belongs to a number: the seven of "twenty seven eleven"."""
    numbers = s.lexicon.numbers
    return s.word(place) in numbers["units"] and s.word(place - 1) in numbers["tens"]


def longer_meaning(s: "Sentence", place: int) -> int:
    """The length of a thing ("target practice") or an account ("apple pay") that starts with a merchant's
    name.
    """
    return max(singular_match(s, place, s.end)[0], s.match(account_tables(s)[0], place))


def is_weak(s: "Sentence", place: int, length: int) -> bool:
    """A merchant whose name is an everyday word, or a number that may be the price."""
    phrase = s.phrase(place, place + length)
    return phrase in s.lexicon.weak_merchants


def anchored(s: "Sentence", place: int) -> bool:
    if s.listed("slots", "at", place - 1) or s.listed("slots", "from", place - 1) or sells(s, place):
        return True
    after = s.word(place + 1)
    told = after in s.lexicon.small or s.listed("slots", "visits", place + 1)
    return place == 0 and place + 1 < s.end and (told or s.tokens[place + 1].kind == "number")


def sells(s: "Sentence", place: int) -> bool:
    """Whether the word before a merchant names its trade: the station of "posto shell"."""
    category = s.lexicon.keywords.meanings.get(s.word(place - 1))
    name = s.lexicon.merchants.meanings.get(s.word(place), "")
    return category is not None and category == s.lexicon.merchant_categories.get(name)


def find_payee(s: "Sentence", start: int, end: int, merchants: list[Named]) -> "Named | None":
    """The payee of tokens [start, end)."""
    inside = [named for named in merchants if start <= named.start < end]
    for rule in (subject, after_at, after_from):
        named = rule(s, start, end)
        if named is not None:
            return named
    strong = [named for named in inside if not s.lexicon.phrases("slots", "means").has(words_of(named.name))]
    if strong:
        return at_first(s, strong)
    return (
        after_to(s, start, end)
        or after_verb(s, start, end)
        or (inside[0] if inside and alone(s, inside[0]) else None)
    )


def alone(s: "Sentence", named: Named) -> bool:
    return not s.listed("slots", "on", named.start - 1)


def at_first(s: "Sentence", found: list[Named]) -> Named:
    for named in found:
        if s.listed("slots", "at", named.start - 1):
            return named
    return found[0]


def proper(s: "Sentence", start: int, end: int) -> str:
    """The words as a name, as the lexicon writes it where it knows it: `tfl` → `TfL`."""
    known = s.lexicon.merchants.meanings.get(s.phrase(start, end))
    return known or s.name(start, end)


def name_at(s: "Sentence", place: int, end: int) -> int:
    """Where the free words of a name that starts at `place` end."""
    stop = place
    while stop < end and stop - place < LONGEST_NAME and s.free(stop) and s.tokens[stop].kind == "word":
        ends = any([s.listed(group, name, stop) for group, name in NAME_ENDS]) or s.word(stop) == "?"
        if ends or (stop > place and s.tokens[stop].after_comma):
            break
        stop += 1
    return stop


def after_at(s: "Sentence", start: int, end: int) -> "Named | None":
    return after_anchor(s, "at", start, end)


def after_from(s: "Sentence", start: int, end: int) -> "Named | None":
    return after_anchor(s, "from", start, end)


def after_anchor(s: "Sentence", anchor: str, start: int, end: int) -> "Named | None":
    """The name after "at" or "from"; "at the pharmacy" is a kind of shop, not a name."""
    for place in range(start, end):
        if not s.listed("slots", anchor, place):
            continue
        if s.role(place + 1) == "payee":
            return None
        article = s.listed("words", "articles", place + 1)
        first = place + 2 if article else place + 1
        stop = name_at(s, first, end)
        travels = anchor == "from" and s.listed("slots", "to", stop)
        if (
            stop > first
            and not travels
            and not (article and has_keyword(s, first, stop))
            and is_name(s, first, stop)
        ):
            return Named(first, stop, proper(s, first, stop), anchor)
    return None


def has_keyword(s: "Sentence", start: int, end: int) -> bool:
    return any([singular_match(s, place, end)[0] > 0 for place in range(start, end)])


def is_name(s: "Sentence", start: int, end: int) -> bool:
    whole_keyword = singular_match(s, start, end)[0] == end - start
    return not whole_keyword and not s.lexicon.phrases("words", "not_payees").has(s.phrase(start, end))


def after_to(s: "Sentence", start: int, end: int) -> "Named | None":
    """For "gave two thousand to ravi", "twenty to the babysitter"; but "taxi to the airport" goes
    somewhere.
    """
    for place in range(start, end):
        if not s.listed("slots", "to", place) or not s.free(place):
            continue
        first = place + 2 if s.listed("words", "articles", place + 1) else place + 1
        stop = name_at(s, first, end)
        person = not s.lexicon.phrases("words", "not_payees").has(s.phrase(first, stop))
        person = person and not (leads_things(s, place) and has_keyword(s, first, stop))
        if stop > first and person and gives(s, place, start):
            return Named(first, stop, proper(s, first, stop), "to")
    return None


def leads_things(s: "Sentence", place: int) -> bool:
    """Whether the preposition leads things too: the para of "para o café"."""
    return any([s.listed("slots", name, place) for name in ("for", "on", "at")])


def gives(s: "Sentence", place: int, start: int) -> bool:
    before = place - 1
    if place == start or s.role(before) in ("amount", "account", "date"):
        return True
    if s.find(s.lexicon.phrases("kinds", "refund"), start, place) >= 0:
        return True
    return s.listed("slots", "given", before) or s.listed("slots", "payee_verbs", before)


def after_verb(s: "Sentence", start: int, end: int) -> "Named | None":
    """For "paid john forty quid", "paid jake back forty dollars"; "paid rent" and "paid a
    whopping ninety" name no one.
    """
    for place in range(start, end):
        if not s.listed("slots", "payee_verbs", place):
            continue
        first = place + 2 if s.listed("slots", "verb_particles", place + 1) else place + 1
        first += 1 if s.listed("words", "articles", first) else 0
        stop = name_at(s, first, end)
        after = stop + 1 if s.listed("slots", "verb_particles", stop) else stop
        some = s.word(first - 1) in s.lexicon.numbers["articles"]
        named = stop > first and not some and s.role(after) == "amount" and not has_keyword(s, first, stop)
        if named and is_name(s, first, stop):
            return Named(first, stop, proper(s, first, stop), "verb")
    return None


def subject(s: "Sentence", start: int, end: int) -> "Named | None":
    """For "ravi gave me two thousand": the words before the verb."""
    place = s.find(s.lexicon.phrases("slots", "income_subjects"), start, end)
    first = start + 1 if s.listed("words", "articles", start) else start
    if place <= first or not s.all_free(first, place) or name_at(s, first, place) < place:
        return None
    return Named(first, place, proper(s, first, place), "subject")
