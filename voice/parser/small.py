"""Numbers below a hundred, decimals and fractions as said: "twenty three", "point seven five", "and a
half".
"""

from voice.parser.decimals import ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

HALF = ONE // 2
TEN, HUNDRED = 10, 100


def small(s: "Sentence", place: int) -> tuple[int, int]:
    """A number below a hundred in words; (0, place) for none."""
    table = s.lexicon.below_hundred
    count = s.match(table, place)
    if count > 1 and overlaps(s, place + count - 1) and table.has(s.phrase(place, place + count - 1)):
        count -= 1
    if count:
        return int(table.value(s.tokens, place, count)), place + count
    if is_small(s, place):
        return s.lexicon.small[s.word(place)], place + 1
    return only_before(s, place) if counts(s, place + 1) else (0, place)


def overlaps(s: "Sentence", place: int) -> bool:
    """Whether the last word of a number rather begins another: "vingt quatre vingt dix" is 20 and 90."""
    table = s.lexicon.below_hundred
    longer = s.match(table, place)
    return longer > 1 and place + longer > place + 1 + s.match(table, place + 1)


def only_before(s: "Sentence", place: int) -> tuple[int, int]:
    """The two of "do sau", a word that is a number only beside others; (0, place) for none."""
    value = s.lexicon.numbers["only_before"].get(s.word(place), 0) if s.free(place) else 0
    return (int(value), place + 1) if value else (0, place)


def is_small(s: "Sentence", place: int) -> bool:
    """Whether the one free word at `place` is a number below a hundred."""
    return s.free(place) and s.word(place) in s.lexicon.small


def tail(s: "Sentence", place: int) -> tuple[int, int]:
    """What follows a hundred: "(and) thirty four"."""
    start = place + 1 if s.word(place) in s.lexicon.numbers["and"] else place
    value, end = small(s, start)
    value, end = (value, end) if value else only_before(s, start)
    if end > start:
        return value, end
    return (1, start + 1) if one_ends(s, start) else (0, place)


def one_ends(s: "Sentence", place: int) -> bool:
    """Whether the article at `place` is the one of "cent un euros", "ciento un"."""
    last = s.word(place) in s.lexicon.numbers["ones"] and s.free(place)
    follows = place + 1 == s.end or s.listed("slots", "anchors", place + 1) or counts(s, place + 1)
    return last and follows


def one_begins(s: "Sentence", place: int) -> bool:
    """Whether the article at `place` is the one of "um e cinquenta", "un cinquante", "ein komma fünf"."""
    if s.word(place) not in s.lexicon.numbers["ones"] or not s.free(place):
        return False
    return counts(s, place + 1) or small(s, place + 1)[0] >= TEN or cents_joined(s, place + 1)[0] > 0


def counts(s: "Sentence", place: int) -> bool:
    """Whether a currency, a scale or a decimal point stands at `place`, so that a number precedes it."""
    numbers, word = s.lexicon.numbers, s.word(place)
    if word in numbers["hundreds"] or word in numbers["scales"] or word in numbers["points"]:
        return True
    return s.match(s.lexicon.major, place) > 0 or (s.match(s.lexicon.minor, place) > 0 and len(word) > 1)


def cents_joined(s: "Sentence", place: int) -> tuple[int, int]:
    """(cents, end) of "con cincuenta", "e zero cinco" after a whole number; (0, place) for none."""
    numbers = s.lexicon.numbers
    if s.word(place) not in numbers["cents_joins"] or not s.free(place):
        return 0, place
    value, end = cents_at(s, place + 1)
    scaled = s.word(end) in numbers["scales"] or s.word(end) in numbers["hundreds"]
    return (0, place) if scaled else (value, end if value else place)


def cents_at(s: "Sentence", place: int) -> tuple[int, int]:
    """(cents, end) of "fifty", "oh five", "50"; a bare "five" is none."""
    if digit_of(s, place) == 0 and digit_of(s, place + 1) > 0:
        return digit_of(s, place + 1), place + 2
    value, end = small(s, place)
    digits = typed_digits(s, place)
    if len(digits) == 2:
        value, end = int(digits), place + 1
    return (value, end) if TEN <= value < HUNDRED else (0, place)


def digit_of(s: "Sentence", place: int) -> int:
    """The digit said at `place`, zero in any of its words; -1 for none."""
    word = s.word(place)
    if word in s.lexicon.numbers["zeros"]:
        return 0
    if not s.free(place):
        return -1
    numbers = s.lexicon.numbers
    if word in numbers["ones"]:
        return 1
    return int(numbers["digit_words"].get(word, numbers["units"].get(word, -1)))


def decimals_after(s: "Sentence", place: int) -> "tuple[int, int] | None":
    """(ten-thousandths, end) of "point seven five" or "point fifty" at `place`."""
    if s.word(place) not in s.lexicon.numbers["points"]:
        return None
    digits, end = "", place + 1
    while digit_of(s, end) >= 0:
        digits += str(digit_of(s, end))
        end += 1
    value, after = small(s, place + 1)
    if after > max(end, place + 1):
        digits, end = str(value), after
    elif not digits:
        digits, end = typed_digits(s, place + 1), place + 2
    return (int((digits + "0000")[:4]), end) if digits else None


def typed_digits(s: "Sentence", place: int) -> str:
    if not s.free(place) or s.tokens[place].kind != "number" or s.tokens[place].value % ONE:
        return ""
    return str(s.tokens[place].value // ONE)


def fraction_word(s: "Sentence", place: int) -> tuple[int, int]:
    """(ten-thousandths, end) of "half", "a quarter", "three quarters"."""
    numbers = s.lexicon.numbers
    if s.word(place) in numbers["halves"]:
        return HALF, place + 1
    start = place + 1 if s.word(place) in numbers["articles"] else place
    count = numbers["units"].get(s.word(start), 0)
    start += 1 if count else 0
    if s.word(start) in numbers["quarters"]:
        return HALF // 2 * (count or 1), start + 1
    return 0, place


def half_end(s: "Sentence", place: int) -> int:
    """Where "and a half" at `place` ends; `place` itself without it."""
    numbers = s.lexicon.numbers
    if s.word(place) not in numbers["and"]:
        return place
    half = place + 2 if s.word(place + 1) in numbers["articles"] else place + 1
    return (
        half + 1
        if s.word(half) in numbers["halves"] and s.word(half + 1) not in numbers["half_of"]
        else place
    )
