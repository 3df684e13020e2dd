"""Short typed text, whose words may be the beginnings of names."""

from voice.parser.payees import LONGEST_NAME, Named
from voice.parser.tokens import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence


def typed_prefix(s: "Sentence", start: int, end: int) -> "Named | None":
    """Short typed text: "12.5 li" is the household's Lidl."""
    if not any([token.kind == "number" for token in s.tokens]) or s.end > LONGEST_NAME + 2:
        return None
    for place in range(start, end):
        word = s.word(place)
        if (
            not s.free(place)
            or s.tokens[place].kind != "word"
            or len(word) < 2
            or s.listed("words", "stop", place)
        ):
            continue
        for payee in s.context.payees:
            if words_of(payee).startswith(word):
                return Named(place, place + 1, payee, "known")
    return None
