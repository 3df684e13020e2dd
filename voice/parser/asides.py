"""What is said beside the transaction: tags, a note, a category by name, how often it recurs."""

from voice.parser.categories import singular_match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

LONGEST_TAGS = 6


class Asides:
    """`tags`, `note`, `category` and `recurring` ("monthly", "6monthly") as said, or empty."""

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.note: str | None = None
        self.category: str | None = None
        self.recurring: str | None = None


def find_asides(s: "Sentence") -> Asides:
    """All asides of a sentence, claimed so that no other slot takes their words."""
    asides = Asides()
    asides.note = take_note(s)
    for place in range(s.end):
        take_tags(s, place, asides)
        take_category(s, place, asides)
    asides.recurring = take_recurrence(s)
    return asides


def take_note(s: "Sentence") -> "str | None":
    """All words after "note"; a "ten pound note" has nothing after it that is a note."""
    table = s.lexicon.phrases("slots", "note")
    for place in range(s.lexicon.phrases("words", "record").match(s.tokens, 0, s.end), s.end):
        length = s.match(table, place)
        start = place + length
        currency_before = s.lexicon.major.has(s.word(place - 1)) or s.word(place - 1) in s.lexicon.small
        if length and start < s.end and not currency_before:
            s.claim(place, s.end, "note")
            return s.said(start, s.end)
    return None


def take_tags(s: "Sentence", place: int, asides: Asides) -> None:
    """For "tagged vacation and reimbursable", "#vacation"."""
    length = s.match(s.lexicon.phrases("slots", "tags"), place)
    at = place + length
    if length and s.tokens[place].said == "#" and at < s.end:
        asides.tags.append(s.word(at))
        s.claim(place, at + 1, "tag")
        return
    while length and at < s.end and at - place <= LONGEST_TAGS and s.free(at) and not ends_tags(s, at):
        add_tag_word(s, asides, at, place + length)
        at += 1
    if length and asides.tags:
        s.claim(place, at, "tag")


def ends_tags(s: "Sentence", place: int) -> bool:
    joined = s.word(place) in s.lexicon.numbers["and"]
    return not joined and (s.listed("slots", "anchors", place) or s.tokens[place].kind != "word")


def add_tag_word(s: "Sentence", asides: Asides, place: int, first: int) -> None:
    """Words side by side make one tag, "and" starts the next: "date night and reimbursable"."""
    joining = s.lexicon.numbers["and"]
    if s.word(place) in joining:
        return
    if place > first and s.word(place - 1) not in joining:
        asides.tags[-1] += " " + s.word(place)
    else:
        asides.tags.append(s.word(place))


def take_category(s: "Sentence", place: int, asides: Asides) -> None:
    """For "category pets", "under groceries"."""
    length = s.match(s.lexicon.phrases("slots", "category"), place)
    start = place + length
    if not length or asides.category:
        return
    own = s.context.own_categories
    count = s.match(own, start)
    if count:
        asides.category = own.value(s.tokens, start, count)
    else:
        count, phrase = singular_match(s, start, s.end)
        asides.category = s.lexicon.keywords.meanings[phrase] if count else None
    s.claim(place, start + count if count else place, "tag")


def take_recurrence(s: "Sentence") -> "str | None":
    """For "every month", "a year", "every six months" → "6monthly"."""
    recurring = s.lexicon.recurring
    for place in range(s.end):
        length = s.match(recurring, place)
        ago = s.match(s.lexicon.date_phrases["ago"], place + length) if length else 0
        if length and not ago and recurring.value(s.tokens, place, length) and place > 0:
            s.claim(place, place + length, "recurring")
            return recurring.value(s.tokens, place, length)
        spans = s.lexicon.recurring_words["spans"]
        if s.word(place) in s.lexicon.recurring_words["every"] and s.word(place + 2) in spans:
            count = s.lexicon.small.get(s.word(place + 1), s.tokens[place + 1].value // 10000)
            s.claim(place, place + 3, "recurring")
            return str(count) + spans[s.word(place + 2)] if count > 1 else str(spans[s.word(place + 2)])
    return None
