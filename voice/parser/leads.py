"""What stands before the words that change the last entry: "no", "make it", "the amount should be", "it was";
and which of the words that follow count: "sixty not sixteen", "from sixteen to sixty".
"""

from voice.parser.money import find_money

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

KINDS = ("strong", "contradicts", "was", "is", "did", "open")
LONGEST_LEAD = 12
NAMED_ALONE = ("category", "payee", "account")


class Lead:
    """The leads of a sentence: they end at `end`; `said` has their kinds, `field` is the slot they name."""

    def __init__(self) -> None:
        self.end = 0
        self.said: list[str] = []
        self.field = ""


class Clause:
    """The words that count, tokens [start, end), and those said to be wrong, [wrong_start, wrong_end)."""

    def __init__(self, start: int, end: int, wrong_start: int, wrong_end: int) -> None:
        self.start = start
        self.end = end
        self.wrong_start = wrong_start
        self.wrong_end = wrong_end


def length_of(s: "Sentence", name: str, place: int) -> int:
    """How many tokens at `place` make a phrase of a list of the lexicon's "amend"."""
    return s.lexicon.phrases("amend", name).match(s.tokens, place, s.end)


def lead_of(s: "Sentence") -> Lead:
    """All leads of a sentence: "no sorry", "the amount should be", "add a note"."""
    lead = Lead()
    while lead.end < min(s.end, LONGEST_LEAD) and not lead.field:
        length, name = longest_lead(s, lead)
        strong = aside_at(s, lead) or field_at(s, lead)
        if strong:
            lead.end = strong
            lead.said.append("strong")
        elif length:
            lead.end += length
            lead.said.append(name)
        else:
            break
    return lead


def longest_lead(s: "Sentence", lead: Lead) -> tuple[int, str]:
    """(length, kind) of the longest lead."""
    found = sorted([(-length_of(s, name, lead.end), at) for at, name in enumerate(KINDS)])
    return -found[0][0], KINDS[found[0][1]]


def aside_at(s: "Sentence", lead: Lead) -> int:
    """The end of "add a note", "tag it"; sets the lead's field."""
    for name, field in (("notes", "note"), ("tags", "tags")):
        length = length_of(s, name, lead.end)
        after = lead.end + length + (length_of(s, "of_last", lead.end + length) if length else 0)
        if length and after < s.end:
            lead.field = field
            return after
    return 0


def field_at(s: "Sentence", lead: Lead) -> int:
    """The end of "change the amount to", "the date should be", "make the last one"; sets the lead's field."""
    verb = length_of(s, "verbs", lead.end)
    place = lead.end + verb
    article = 1 if s.listed("words", "articles", place) else 0
    fields = s.lexicon.phrases("amend", "fields")
    length = fields.match(s.tokens, place + article, s.end)
    last = 0 if length else recent_one(s, place) or pointed_one(s, place)
    after = place + (last or article + length)
    after += length_of(s, "of_last", after)
    link = length_of(s, "links", after)
    demanded = length_of(s, "demands", after) > 0
    alone = place == 0 and length > 0 and not article and named_alone(s, fields.value(s.tokens, 0, length))
    told = verb > 0 or demanded or alone or (link > 0 and (last > 0 or article > 0))
    if not (length or last) or not told or after + link >= s.end:
        return 0
    lead.field = fields.value(s.tokens, place + article, length) if length else ""
    return after + link


def pointed_one(s: "Sentence", place: int) -> int:
    """The length of "that one", "this one"; "that" alone points at anything."""
    length = length_of(s, "last_one", place)
    return length if length > 1 else 0


def named_alone(s: "Sentence", field: str) -> bool:
    """For "category groceries"; "category pets forty dollars" is a new entry."""
    return field in NAMED_ALONE and not find_money(s)


def last_one(s: "Sentence", place: int) -> int:
    """The length of "that", "the last one", "this entry"."""
    entry = place + 1 if s.listed("amend", "the", place) else place
    named = length_of(s, "entry", entry) if entry > place else 0
    return max(length_of(s, "last_one", place), recent_one(s, place), named + 1 if named else 0)


def recent_one(s: "Sentence", place: int) -> int:
    """The length of "the last one", "my previous expense", "the latest"."""
    start = place + 1 if s.listed("amend", "the", place) else place
    recent = length_of(s, "recent", start)
    return start + recent + length_of(s, "entry", start + recent) - place if recent else 0


def clause_of(s: "Sentence", start: int) -> Clause:
    """The words from `start` that count; none where only what is wrong was said."""
    end = without_close(s, start)
    if length_of(s, "not", start):
        return after_denial(s, start + length_of(s, "not", start), end)
    if s.listed("slots", "from", start) and turn_of(s, start + 1, end) >= 0:
        return after_turn(s, start + 1, end)
    place = s.find(s.lexicon.phrases("amend", "not"), start + 1, end)
    if place < 0:
        return Clause(start, end, end, end)
    return Clause(start, place, place + length_of(s, "not", place), end)


def after_denial(s: "Sentence", start: int, end: int) -> Clause:
    """For "not sixteen but sixty", "it wasn't lidl it was aldi", "not yesterday, monday"."""
    turn = s.find(s.lexicon.phrases("amend", "but"), start + 1, end)
    if turn >= 0:
        return Clause(turn + length_of(s, "but", turn), end, start, turn)
    commas = [place for place in range(start + 1, end) if s.tokens[place].after_comma]
    return Clause(commas[0], end, start, commas[0]) if commas else Clause(end, end, start, end)


def after_turn(s: "Sentence", start: int, end: int) -> Clause:
    """For "from sixteen to sixty"; no words count without a "to"."""
    turn = turn_of(s, start, end)
    return Clause(end, end, end, end) if turn < 0 else Clause(turn + 1, end, start, turn)


def turn_of(s: "Sentence", start: int, end: int) -> int:
    return s.find(s.lexicon.phrases("slots", "to"), start + 1, end)


def without_close(s: "Sentence", start: int) -> int:
    """The end of the sentence without "instead", "please"."""
    for place in range(start + 1, s.end):
        if length_of(s, "after", place) and closing(s, place):
            return place
    return s.end


def closing(s: "Sentence", place: int) -> bool:
    """Whether only politeness is left."""
    while place < s.end:
        length = length_of(s, "after", place) or length_of(s, "open", place)
        if not length and s.word(place) != "?":
            return False
        place += length or 1
    return True
