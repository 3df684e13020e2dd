"""Which category the words name: the household's own, what it taught, the lexicon's keywords, the
merchant's.
"""

from voice.parser.learned import learned_for_payee, learned_for_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.lexicon import Phrases
    from voice.parser.sentence import Sentence

SURE = 0.6
SHORTEST = 3
TWICE = 2
SPECIFIC, GENERIC, OWN, LED, WORD = 20, 6, 30, 3, 4


class Keyword:
    """A phrase that names a category, tokens [start, end), with its weight against the others."""

    def __init__(self, start: int, end: int, category: str, weight: int) -> None:
        self.start = start
        self.end = end
        self.category = category
        self.weight = weight


def find_keywords(s: "Sentence", start: int, end: int) -> list[Keyword]:
    """All keywords of a stretch, left to right, the longest at each place."""
    own = s.context.own_categories
    found: list[Keyword] = []
    place = start
    while place < end:
        keyword = keyword_at(s, place, end, own)
        if keyword is not None:
            found.append(keyword)
        place = keyword.end if keyword else place + 1
    return found


def keyword_at(s: "Sentence", place: int, end: int, own: "Phrases") -> "Keyword | None":
    if s.role(place) in ("payee", "account", "date", "time", "amount", "tag", "unit"):
        return None
    mine, general = own.match(s.tokens, place, end), singular_match(s, place, end)
    if mine and mine >= general[0]:
        return Keyword(place, place + mine, own.value(s.tokens, place, mine), OWN + WORD * mine)
    length, phrase = general
    if not length:
        return None
    weight = (GENERIC if phrase in s.lexicon.generic else SPECIFIC) + WORD * length
    if any([s.listed("slots", name, before(s, place)) for name in ("on", "for")]):
        weight += LED
    return Keyword(place, place + length, s.lexicon.keywords.meanings[phrase], weight)


def before(s: "Sentence", place: int) -> int:
    """The place before, past articles."""
    place -= 1
    while place > 0 and s.listed("words", "articles", place):
        place -= 1
    return place


def singular_match(s: "Sentence", place: int, end: int) -> tuple[int, str]:
    """(length, phrase) of the longest keyword, its last word in the singular too: "smoothies"."""
    keywords = s.lexicon.keywords
    if place >= end:
        return 0, ""
    longest = max([keywords.longest.get(form, 0) for form in forms(s, s.word(place))])
    for count in range(min(longest, end - place), 0, -1):
        for form in forms(s, s.phrase(place, place + count)):
            if keywords.has(form):
                return count, form
    return 0, ""


def forms(s: "Sentence", phrase: str) -> list[str]:
    """A phrase with the singulars that the language's plural endings allow, and its plural in -s."""
    return [phrase] + singulars(s, phrase) + [phrase + "s"]


def singulars(s: "Sentence", phrase: str) -> list[str]:
    found = []
    for ending, instead in s.lexicon.plurals:
        if len(phrase) > SHORTEST and phrase.endswith(ending):
            found.append(phrase[: len(phrase) - len(ending)] + instead)
    return found


def is_plural(s: "Sentence", word: str) -> bool:
    """Whether a word has a plural ending; in a language that names none, any word may be a plural."""
    return not s.lexicon.plurals or singulars(s, word) != []


def category_of(
    s: "Sentence", keywords: list[Keyword], payee: "str | None", words: list[str], income: bool
) -> "str | None":
    """The category of an item: learned for the payee or the words, else the heaviest keyword, else the
    merchant's.
    """
    learned = learned_for_payee(s, payee) or learned_for_words(s, words)
    if learned:
        return learned
    fitting = [keyword for keyword in keywords if is_income(s, keyword.category) == income]
    best = heaviest(fitting)
    general = best is None or best.weight < SPECIFIC
    shop = merchant_category(s, payee) if general and not income else None
    return shop or (best.category if best else None)


def names_purchase(keywords: list[Keyword]) -> bool:
    """Whether the words name something bought, more than a "bill" or a "fee"."""
    return any([keyword.weight >= SPECIFIC for keyword in keywords])


def heaviest(keywords: list[Keyword]) -> "Keyword | None":
    best = None
    for keyword in keywords:
        if best is None or keyword.weight > best.weight:
            best = keyword
    return best


def is_income(s: "Sentence", category: str) -> bool:
    return bool(s.lexicon.categories.get(category, {}).get("income"))


def merchant_category(s: "Sentence", payee: "str | None") -> "str | None":
    return s.lexicon.merchant_categories.get(payee or "") or None
