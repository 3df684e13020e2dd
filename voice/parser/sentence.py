"""One sentence on its way: tokens, what claimed them, and the questions every stage asks of them."""

from voice.parser.letters import upper_first
from voice.parser.lexicon import phrase_at
from voice.parser.tokens import spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.context import Context
    from voice.parser.lexicon import Lexicon, Phrases
    from voice.parser.tokens import Token


class Sentence:
    """Tokens with the lexicon and context they are read by; a claimed token belongs to one role."""

    def __init__(self, tokens: "list[Token]", lexicon: "Lexicon", context: "Context") -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.context = context
        self.end = len(tokens)

    def word(self, place: int) -> str:
        """The word at a place; empty outside the sentence and for what is no word or number."""
        return self.tokens[place].word if 0 <= place < self.end else ""

    def free(self, place: int) -> bool:
        return 0 <= place < self.end and self.tokens[place].role == ""

    def all_free(self, start: int, end: int) -> bool:
        return all([self.free(place) for place in range(start, end)])

    def claim(self, start: int, end: int, role: str) -> None:
        for place in range(start, end):
            self.tokens[place].role = role

    def release(self) -> None:
        """No token belongs to anything any more."""
        self.claim(0, self.end, "")

    def role(self, place: int) -> str:
        return self.tokens[place].role if 0 <= place < self.end else ""

    def match(self, phrases: "Phrases", place: int) -> int:
        """How many free tokens from `place` make a phrase of the table."""
        count = phrases.match(self.tokens, place, self.end) if 0 <= place < self.end else 0
        return count if count == 0 or self.all_free(place, place + count) else 0

    def find(self, phrases: "Phrases", start: int, end: int) -> int:
        """The first place where a phrase of the table stands, claimed or not; -1 for none."""
        for place in range(start, end) if phrases.meanings else ():
            if phrases.match(self.tokens, place, end):
                return place
        return -1

    def has(self, phrases: "Phrases") -> bool:
        return self.find(phrases, 0, self.end) >= 0

    def listed(self, group: str, name: str, place: int) -> bool:
        """Whether the one word at `place` is in a list of the lexicon."""
        return self.lexicon.phrases(group, name).has(self.word(place))

    def phrase(self, start: int, end: int) -> str:
        return phrase_at(self.tokens, start, end - start)

    def said(self, start: int, end: int) -> str:
        return spoken(self.tokens[start:end])

    def name(self, start: int, end: int) -> str:
        """The words as a name: `joe's diner` → `Joe's Diner`."""
        words = [upper_first(word) for word in self.said(start, end).split(" ")]
        return " ".join(words)
