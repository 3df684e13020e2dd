"""Names that a little word marks: "bizum de carlos" (who gave), "ramesh ko" (who got), "papa ne … diye"."""

from voice.parser.categories import find_keywords, names_purchase
from voice.parser.kinds import is_income, is_refund
from voice.parser.payees import LONGEST_NAME, Named, has_keyword, is_name, name_at, proper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence


def marked_name(s: "Sentence", start: int, end: int) -> "Named | None":
    """The payee that a preposition of giving or a postposition marks in tokens [start, end)."""
    return giver(s, start, end) or subject_before(s, start, end) or name_before(s, start, end)


def giver(s: "Sentence", start: int, end: int) -> "Named | None":
    """For "recibí cincuenta euros de juan", where money came; "cincuenta euros de taxi" names no one."""
    if not is_income(s, start, end) and not is_refund(s, start, end):
        return None
    for place in range(start, end):
        if s.free(place) and s.listed("slots", "giver", place):
            first = place + 2 if s.listed("words", "articles", place + 1) else place + 1
            stop = name_at(s, first, end)
            if stop > first and is_person(s, first, stop):
                return Named(first, stop, proper(s, first, stop), "from")
    return None


def subject_before(s: "Sentence", start: int, end: int) -> "Named | None":
    """For "papa ne do hazaar diye": who gave; in "papa ne petrol bharwaya" they spent."""
    gives = s.find(s.lexicon.phrases("slots", "income_subjects"), start, end) >= 0
    if not gives or names_purchase(find_keywords(s, start, end)) or has_receiver(s, start, end):
        return None
    return marked(s, "giver_after", "subject", start, end)


def has_receiver(s: "Sentence", start: int, end: int) -> bool:
    return marked(s, "receiver_after", "to", start, end) is not None


def name_before(s: "Sentence", start: int, end: int) -> "Named | None":
    """For "ramesh ko paanch hazaar diye"."""
    return marked(s, "receiver_after", "to", start, end)


def marked(s: "Sentence", mark: str, how: str, start: int, end: int) -> "Named | None":
    """The name right before a word of the list `mark`."""
    for place in range(start + 1, end):
        if not s.free(place) or not s.listed("slots", mark, place):
            continue
        first = place
        while first > start and place - first < LONGEST_NAME and name_at(s, first - 1, place) == place:
            first -= 1
        if first < place and is_person(s, first, place):
            return Named(first, place, proper(s, first, place), how)
    return None


def is_person(s: "Sentence", start: int, end: int) -> bool:
    return is_name(s, start, end) and not has_keyword(s, start, end)
