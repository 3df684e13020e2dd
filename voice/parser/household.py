"""The household's names by how they may begin, so that few of them are compared with what was heard."""

from voice.parser.letters import bare, plain
from voice.parser.protected import counts
from voice.parser.sounds import key
from voice.parser.tokens import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.context import Context
    from voice.parser.lexicon import Lexicon

# First letters that recognisers mistake for each other; a letter may stand in several.
ALIKE = ("aeiouyhw", "bp", "dt", "gckqj", "fvwp", "szcx", "kn", "gn", "ps", "wr", "bv", "mn", "lr", "huv")


class Own:
    """A name of the household: `kind` is "payee", "account" or "category"; `meant` is what tables answer."""

    def __init__(self, kind: str, name: str, meant: str) -> None:
        self.kind = kind
        self.name = name
        self.meant = meant
        self.sound: str | None = None
        self.written: str | None = None

    def key(self) -> str:
        """How it sounds (`sounds.key`), made when it is first asked for."""
        if self.sound is None:
            self.sound = key(self.name)
        return self.sound

    def letters(self) -> str:
        """The letters of its words without spaces, as a recogniser may cut them otherwise."""
        if self.written is None:
            self.written = bare(words_of(self.name))
        return self.written


class Index:
    """The names of one household by their first letter; those that hold a number are left out when found."""

    def __init__(self, context: "Context", lexicon: "Lexicon") -> None:
        self.lexicon = lexicon
        self.payees = context.payees
        self.accounts = context.accounts
        self.categories = context.categories
        self.begin: dict[str, list[Own]] = {}
        for own in owns_of(context):
            first = plain(own.name[:1])[:1]
            if first not in self.begin:
                self.begin[first] = []
            self.begin[first].append(own)
        self.found: dict[str, list[Own]] = {}

    def of(self, context: "Context", lexicon: "Lexicon") -> bool:
        """Whether it is still that household's."""
        same = self.accounts == context.accounts and self.categories == context.categories
        return same and self.lexicon is lexicon and self.payees == context.payees

    def near(self, word: str) -> list[Own]:
        """The names that may begin as `word` does, but for those that hold a number: "N26", "Five Guys"."""
        first = word[:1]
        if first not in self.found:
            letters = first + "".join([group for group in ALIKE if first in group])
            once = [letter for at, letter in enumerate(letters) if letters.find(letter) == at]
            owns = [own for letter in once for own in self.begin.get(letter, [])]
            self.found[first] = [own for own in owns if own.key() and not self.counted(own)]
        return self.found[first]

    def counted(self, own: Own) -> bool:
        return any([counts(self.lexicon, word) for word in words_of(own.name).split(" ")])


def owns_of(context: "Context") -> list[Own]:
    found = [Own("payee", name, name) for name in context.payees]
    found += [Own("account", name, name) for name in context.accounts]
    return found + [Own("category", name, meant) for name, meant in context.categories]


latest: list[Index] = []


def index_of(context: "Context", lexicon: "Lexicon") -> Index:
    """The index of a household; the latest one is kept, as sentences follow each other."""
    if not latest or not latest[0].of(context, lexicon):
        while latest:
            latest.pop()
        latest.append(Index(context, lexicon))
    return latest[0]
