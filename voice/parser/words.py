"""Words that carry nothing (fillers, stutters) leave the sentence before it is read."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.lexicon import Lexicon
    from voice.parser.tokens import Token


def without_noise(tokens: "list[Token]", lexicon: "Lexicon") -> "list[Token]":
    """The tokens less fillers ("uh", "you know"), stuttered small words and words that only start a
    sentence.
    """
    return without_start(without_stutter(without_fillers(tokens, lexicon), lexicon), lexicon)


def without_fillers(tokens: "list[Token]", lexicon: "Lexicon") -> "list[Token]":
    fillers = lexicon.phrases("words", "fillers")
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        count = fillers.match(tokens, place, len(tokens))
        if not count:
            kept.append(tokens[place])
        place += max(count, 1)
    return kept


def without_stutter(tokens: "list[Token]", lexicon: "Lexicon") -> "list[Token]":
    small = lexicon.phrases("words", "stutter")
    kept: list[Token] = []
    for token in tokens:
        if kept and kept[-1].word == token.word and small.has(token.word):
            continue
        kept.append(token)
    return kept


def without_start(tokens: "list[Token]", lexicon: "Lexicon") -> "list[Token]":
    starters = lexicon.phrases("words", "starters")
    start = 0
    while start < len(tokens) and starters.has(tokens[start].word):
        start += 1
    return tokens[start:]
