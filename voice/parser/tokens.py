"""Text to tokens: words folded, typed numbers read, symbols kept, so that typed and spoken words share one
path.
"""

from voice.parser.decimals import LONGEST, from_digits, only_digits
from voice.parser.letters import APOSTROPHES, SPACES, ascii_digits, is_digit, is_letter, plain

SYMBOLS = "$£€₹¥₩₱₺₪₽₴%¢"
NAMED = {"&": "and", "+": "plus", "@": "at", "#": "hashtag", "−": "minus"}
LISTING = ",;"
INSIDE = ".,:/-"
ORDINAL_ENDS = ("st", "nd", "rd", "th", "er", "ere", "eme")
ELIDED = ("j", "l", "d", "n", "c", "m", "t", "s", "qu", "jusqu", "lorsqu", "puisqu")
DAY_MONTH_YEAR = ((1, 2), (1, 2), (2, 4))
MOST_TOKENS = 200
UNHEARD = ("[unk]", "…")


class Token:
    """One word or typed number.

    `kind` is "word", "number", "ordinal", "clock", "date" (typed with / or -) or "code"; `value` is the
    number in
    ten-thousandths (an ordinal's plain number); `at` counts the spoken words before it; `role` says what
    claimed it.
    """

    def __init__(self, word: str, said: str, at: int) -> None:
        self.word = word
        self.said = said
        self.at = at
        self.kind = "word"
        self.value = 0
        self.role = ""
        self.after_comma = False


def tokenise(text: str) -> list[Token]:
    """The tokens of a sentence; a trailing question mark is a token `?`. Longer than 200 tokens: the rest
    is left out, as is what the recogniser did not understand.
    """
    tokens: list[Token] = []
    listed = False
    for at, chunk in enumerate(chunks(ascii_digits(text))):
        found = [] if chunk in UNHEARD else tokens_of(chunk, at)
        if found and listed:
            found[0].after_comma = True
        listed = chunk[-1] in LISTING or (listed and not found)
        tokens.extend(found)
    if ends_asking(text):
        tokens.append(Token("?", "?", 0))
    return tokens[:MOST_TOKENS]


def ends_asking(text: str) -> bool:
    found = chunks(text)
    return bool(found) and found[-1].endswith("?")


def words_of(text: str) -> str:
    """The folded words of a phrase with single spaces: the key under which tables keep it."""
    return " ".join([token.word for token in tokenise(text)])


def spoken(tokens: list[Token]) -> str:
    """The words as they were said, an elided one close to the next: `d'Arc`."""
    text = ""
    for token in tokens:
        close = text == "" or text[-1] in APOSTROPHES
        text += token.said if close else " " + token.said
    return text


def chunks(text: str) -> list[str]:
    found = []
    current = ""
    for letter in text:
        if letter in SPACES:
            found.append(current)
            current = ""
        else:
            current += letter
    found.append(current)
    return [chunk for chunk in found if chunk != ""]


def tokens_of(chunk: str, at: int) -> list[Token]:
    tokens: list[Token] = []
    place = 0
    while place < len(chunk):
        end = piece_end(chunk, place)
        token = token_of(chunk, place, end, at, tokens)
        if token is not None:
            tokens.append(token)
        place = end
    return [token for token in tokens if token.word != ""]


def piece_end(chunk: str, start: int) -> int:
    """The end of the piece at `start`: a typed number, a word, or one symbol."""
    first = chunk[start]
    end = start + 1
    if is_digit(first) or starts_decimals(chunk, start):
        while end < len(chunk) and (is_digit(chunk[end]) or joins_digits(chunk, end)):
            end += 1
    elif is_letter(first):
        while end < len(chunk) and (is_letter(chunk[end]) or joins_letters(chunk, end)):
            end += 1
            if chunk[end - 1] in APOSTROPHES and plain(chunk[start : end - 1]) in ELIDED:
                break
    return end


def starts_decimals(chunk: str, place: int) -> bool:
    """`.50` and `$.50` are numbers; the full stop of `rs.500` is not its start."""
    begins = place == 0 or chunk[place - 1] in SYMBOLS
    return chunk[place] == "." and begins and place + 1 < len(chunk) and is_digit(chunk[place + 1])


def joins_digits(chunk: str, place: int) -> bool:
    return chunk[place] in INSIDE and place + 1 < len(chunk) and is_digit(chunk[place + 1])


def joins_letters(chunk: str, place: int) -> bool:
    return chunk[place] in APOSTROPHES or (
        chunk[place] == "&" and place + 1 < len(chunk) and is_letter(chunk[place + 1])
    )


def token_of(chunk: str, start: int, end: int, at: int, before: list[Token]) -> "Token | None":
    piece = chunk[start:end]
    if is_digit(piece[-1]):
        return number_token(piece, at)
    if is_letter(piece[0]):
        word = plain("".join([letter for letter in piece if letter not in APOSTROPHES]))
        if word in ORDINAL_ENDS and before and before[-1].kind == "number" and start > 0:
            before[-1].kind = "ordinal"
            before[-1].value = before[-1].value // 10000
            return None
        return Token(word, piece, at)
    if piece in SYMBOLS:
        return Token(piece, piece, at)
    if piece == "/" and before and before[-1].kind == "number" and end < len(chunk) and is_letter(chunk[end]):
        return Token("per", piece, at)
    if piece == "-" and start == 0 and len(chunk) > 1 and (is_digit(chunk[1]) or chunk[1] in SYMBOLS):
        return Token("minus", piece, at)
    return Token(NAMED[piece], piece, at) if piece in NAMED else None


def number_token(piece: str, at: int) -> Token:
    token = Token(piece, piece, at)
    if ":" in piece:
        token.kind = "clock"
    elif "/" in piece or piece.count("-") == 2 or is_dotted_date(piece):
        token.kind = "date"
        token.word = piece.replace(".", "/")
    elif "-" in piece or len(only_digits(piece)) > LONGEST:
        token.kind = "code"
    else:
        token.kind = "number"
        token.value = from_digits(piece)
    return token


def is_dotted_date(piece: str) -> bool:
    """`5.3.26` and `05.03.2026` are dates, `1.250.000` is a number."""
    parts = piece.split(".")
    return len(parts) == 3 and all([len(parts[at]) in DAY_MONTH_YEAR[at] for at in range(3)])
