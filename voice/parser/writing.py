"""How a language writes: its decimal mark, thousands set apart by a space, numbers grown into one word."""

from voice.parser.decimals import from_digits
from voice.parser.letters import is_digit
from voice.parser.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.lexicon import Lexicon

POINT = "."
GROUP = 3
LONGEST_COMPOUND = 90


def as_written(tokens: list[Token], lexicon: "Lexicon", country: str) -> list[Token]:
    """The tokens with typed numbers and compound words read as the language writes them."""
    marks = lexicon.numbers["marks"]
    mark = marks.get(country, marks[""])
    if mark != POINT:
        tokens = marked(tokens, mark)
    if lexicon.numbers["compounded"]:
        tokens = [part for token in tokens for part in parts_of(token, lexicon)]
    return tokens


def marked(tokens: list[Token], mark: str) -> list[Token]:
    """Typed numbers by the language's decimal mark: "1.250" and "1 250,00" are thousands."""
    kept: list[Token] = []
    for token in tokens:
        if token.kind == "number":
            if kept and continues(kept[-1], token):
                token.word = token.said = kept.pop().word + token.word
            token.value = from_digits(token.word, mark)
        kept.append(token)
    return kept


def continues(before: Token, token: Token) -> bool:
    """Whether a typed number goes on after a space: "1 250,00"."""
    if before.kind != "number" or token.after_comma or not all([is_digit(one) for one in before.word]):
        return False
    digits = token.word.replace(",", POINT).split(POINT)[0]
    short = 0 < len(before.word) <= GROUP and token.at == before.at + 1
    return short and len(digits) == GROUP and before.word[0] != "0"


def parts_of(token: Token, lexicon: "Lexicon") -> list[Token]:
    """A compound as its number words: "zweihundertfünfzig" → zwei, hundert, fünfzig; other words as they
    are.
    """
    if token.kind != "word" or len(token.word) > LONGEST_COMPOUND or token.word in lexicon.small:
        return [token]
    words = split(token.word, lexicon)
    if len(words) < 2:
        return [token]
    parts = [Token(word, word, token.at) for word in words]
    parts[0].after_comma = token.after_comma
    return parts


def split(word: str, lexicon: "Lexicon") -> list[str]:
    """The number words that make up a word, the longest first at each place; [] where they do not."""
    if not word:
        return []
    for end in range(len(word), 0, -1):
        head = word[:end]
        if is_atom(head, lexicon):
            rest = split(word[end:], lexicon)
            if rest or end == len(word):
                return [head] + rest
    return []


def is_atom(word: str, lexicon: "Lexicon") -> bool:
    numbers = lexicon.numbers
    return word in lexicon.small or word in numbers["compounded"] or word in numbers["fractions"]
