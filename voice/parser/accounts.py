"""The household's accounts in a sentence, and which end of the money each one is."""

from voice.parser.lexicon import Phrases
from voice.parser.tokens import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

CARD_BILLS = "debt"


class Mention:
    """An account named in tokens [start, end); `side` is "from", "to" or "" when no preposition says it."""

    def __init__(self, start: int, end: int, account: str, side: str) -> None:
        self.start = start
        self.end = end
        self.account = account
        self.side = side


def find_accounts(s: "Sentence") -> list[Mention]:
    """Every account named, claimed as "account" with its preposition."""
    full, short = account_tables(s)
    found: list[Mention] = []
    place = 0
    while place < s.end:
        mention = mention_at(s, place, full, short)
        if mention is None:
            place += 1
            continue
        s.claim(mention.start, mention.end, "account")
        found.append(mention)
        place = mention.end
    return found


def mention_at(s: "Sentence", place: int, full: Phrases, short: Phrases) -> "Mention | None":
    table = full
    length = s.match(full, place)
    if not length and led(s, place):
        table, length = short, s.match(short, place)
    if not length or longer_keyword(s, place) > length:
        return None
    start, side = side_of(s, place)
    end = place + length
    if s.listed("accounts", "nouns", end) and s.free(end):
        end += 1
    if side == "" and s.listed("accounts", "from_after", end) and s.free(end):
        end, side = end + 1, "from"
    elif side == "" and s.listed("accounts", "in_after", end) and s.free(end):
        end, side = end + 1, "in"
    return Mention(start, end, table.value(s.tokens, place, length), side)


def longer_keyword(s: "Sentence", place: int) -> int:
    """The length of a keyword ("visa fee") that an account's name only starts; paying a card's bill stays
    a transfer.
    """
    length = s.match(s.lexicon.keywords, place)
    if length and s.lexicon.keywords.value(s.tokens, place, length) == CARD_BILLS:
        return 0
    return length


def led(s: "Sentence", place: int) -> bool:
    """Whether a preposition (and an article) stands right before."""
    before = place - 1
    if s.listed("words", "articles", before):
        before -= 1
    return before >= 0 and s.listed("slots", "account", before)


def side_of(s: "Sentence", place: int) -> tuple[int, str]:
    """(where the mention starts with its preposition and article, side)."""
    start = place
    while start > 0 and s.free(start - 1) and (s.listed("words", "articles", start - 1)):
        start -= 1
    if start == 0 or not s.free(start - 1) or not s.listed("slots", "account", start - 1):
        return place if start == place else start, ""
    if s.listed("accounts", "to", start - 1):
        return start - 1, "to"
    return start - 1, "in" if s.listed("accounts", "in", start - 1) else "from"


def account_tables(s: "Sentence") -> tuple[Phrases, Phrases]:
    """(phrases that name an account anywhere, phrases that do after a preposition), made once for a
    context.
    """
    if s.context.account_tables is None:
        s.context.account_tables = made_tables(s)
    return s.context.account_tables


def made_tables(s: "Sentence") -> tuple[Phrases, Phrases]:
    full, short = Phrases({}), Phrases({})
    names = {words_of(account): account for account in s.context.accounts}
    for name in sorted(names):
        for phrase in shorter(s, name, names):
            short.put(phrase, names[name])
        for phrase in distinctive(s, name, names):
            full.put(phrase, names[name])
    for alias in sorted(s.lexicon.account_aliases):
        for meant in s.lexicon.account_aliases[alias]:
            if meant in names and not full.has(alias):
                (short if is_generic(s, alias) else full).put(alias, names[meant])
    for name in sorted(names):
        full.put(name, names[name])
    return full, short


def distinctive(s: "Sentence", name: str, names: "dict[str, str]") -> list[str]:
    """The words of a name that no other account shares: `hdfc` of `hdfc bank`."""
    words = [word for word in name.split(" ") if not is_generic(s, word)]
    if name.count(" ") == 0:
        return []
    return [word for word in words if len(word) > 1 and shared(word, names) == 1 and not taken(s, word)]


def taken(s: "Sentence", word: str) -> bool:
    """Whether a word alone means a merchant, something bought, a number or a verb of paying: the "pay" of
    "apple pay", the "one" of "capital one".
    """
    if s.lexicon.merchants.has(word) or s.lexicon.keywords.has(word) or word in s.lexicon.small:
        return True
    verbs = (("slots", "payee_verbs"), ("words", "expense_verbs"), ("words", "stop"), ("kinds", "transfer"))
    return any([s.lexicon.phrases(group, name).has(word) for group, name in verbs])


def shorter(s: "Sentence", name: str, names: "dict[str, str]") -> list[str]:
    """Generic words that name one account alone: `card` of `credit card`."""
    return [word for word in name.split(" ") if is_generic(s, word) and shared(word, names) == 1]


def is_generic(s: "Sentence", word: str) -> bool:
    """Whether a word stands in many accounts' names: "account", "card"."""
    return s.lexicon.phrases("accounts", "generic").has(word)


def shared(word: str, names: "dict[str, str]") -> int:
    return len([name for name in names if word in name.split(" ")])
