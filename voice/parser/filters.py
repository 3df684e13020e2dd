"""Which rows a question is about: a category, a payee, an account, a tag, or words of their note."""

from voice.parser.accounts import find_accounts
from voice.parser.asides import find_asides
from voice.parser.categories import find_keywords, heaviest, is_income, singulars
from voice.parser.payees import Named, after_at, after_from, after_to, find_merchants, is_name, name_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

ASKED = "asked"
EARNED = ("received",)


def filter_of(s: "Sentence", measure: str) -> "dict[str, str]":
    """The filter's slots that were said; the sentence's periods are claimed already."""
    asides = find_asides(s)
    merchants = find_merchants(s)
    claim_question(s)
    accounts = find_accounts(s)
    found: dict[str, str] = {}
    payee = payee_of(s, merchants)
    if payee:
        s.claim(payee.start, payee.end, "payee")
    category = asides.category or category_asked(s, measure)
    if category:
        found["category"] = category
    if payee:
        found["payee"] = payee.name
    if accounts:
        found["account"] = accounts[0].account
    if asides.tags:
        found["tag"] = asides.tags[0]
    return found or words_asked(s)


def claim_question(s: "Sentence") -> None:
    """The words that ask are about no row: the "income" of "my income", the "bill" of no bill's name."""
    for name in ("shows", "when", "largest", "average", "count", "balance", "was", "things"):
        table = s.lexicon.phrases("query", name)
        for place in range(s.end):
            length = s.match(table, place)
            if length and not names_row(s, place, length):
                s.claim(place, place + length, ASKED)


def names_row(s: "Sentence", place: int, length: int) -> bool:
    """Whether the words begin something longer that rows can be about."""
    return s.match(s.lexicon.keywords, place) > length


def payee_of(s: "Sentence", merchants: list[Named]) -> "Named | None":
    if merchants:
        return merchants[0]
    return plural(s) or payer(s) or after_at(s, 0, s.end) or given_to(s) or after_from(s, 0, s.end)


def plural(s: "Sentence") -> "Named | None":
    """For "how many ubers"."""
    for place in range(s.end):
        for one in singulars(s, s.word(place)) if s.free(place) else []:
            for table in (s.context.known_payees, s.lexicon.merchants):
                if table.has(one) and one not in s.lexicon.weak_merchants:
                    return Named(place, place + 1, table.meanings[one], "merchant")
    return None


def payer(s: "Sentence") -> "Named | None":
    """For "how much did anna pay me"."""
    place = s.find(s.lexicon.phrases("query", "payers"), 0, s.end)
    start = place
    while start > 0 and s.free(start - 1) and not s.listed("query", "helpers", start - 1):
        start -= 1
    if place <= 0 or start == place or not s.listed("query", "helpers", start - 1):
        return None
    return named(s, start, place, "subject")


def given_to(s: "Sentence") -> "Named | None":
    """For "how much did i pay anna", "what did i give to mike"."""
    table = s.lexicon.phrases("query", "payee_verbs")
    for place in range(s.end):
        length = table.match(s.tokens, place, s.end)
        first = place + length
        first += 1 if length and s.listed("slots", "to", first) else 0
        if length and s.free(first):
            return named(s, first, name_at(s, first, s.end), "verb")
    return after_to(s, 0, s.end)


def named(s: "Sentence", start: int, end: int, how: str) -> "Named | None":
    start += 1 if s.listed("words", "articles", start) else 0
    end = max(name_at(s, start, end), start)
    keyword = any([one.start < end for one in find_keywords(s, start, end)])
    if end <= start or keyword or not is_name(s, start, end) or s.listed("query", "silent", start):
        return None
    s.claim(start, end, "payee")
    return Named(start, end, s.name(start, end), how)


def category_asked(s: "Sentence", measure: str) -> "str | None":
    """The category the words name; earnings have theirs, all else is spent on the others."""
    keywords = [one for one in find_keywords(s, 0, s.end) if s.role(one.start) != ASKED]
    earned = measure in EARNED
    fitting = [one for one in keywords if is_income(s, one.category) == earned] or keywords
    best = heaviest(fitting)
    return best.category if best else None


def words_asked(s: "Sentence") -> "dict[str, str]":
    """For "on fishing rods": words that name no category."""
    for place in range(s.end):
        if not s.listed("query", "about", place) or not s.free(place):
            continue
        first = place + 1
        while s.listed("words", "articles", first):
            first += 1
        stop = name_at(s, first, s.end)
        told = [at for at in range(first, stop) if not s.listed("query", "silent", at)]
        if told:
            return {"text": s.phrase(told[0], stop)}
    return {}
