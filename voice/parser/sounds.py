"""How words sound: a key of a phrase, and how far two keys are apart.

A key has one sign a phone: `key("little")` is "LITL", `key("Lidl")` is "LIDL". Vowels fall into three (A, I,
U); what is not written in Latin letters has no key. After Lawrence Philips' Metaphone (Computer Language
7:12, 1990), with vowels kept, and costs for the phones that recognisers mistake for each other.
"""

from voice.parser.letters import APOSTROPHES, plain

VOWELS = {"a": "A", "e": "I", "i": "I", "y": "I", "o": "U", "u": "U"}
FRONT = ("ai", "ay", "ei", "ey")
STARTS = (("kn", "N"), ("gn", "N"), ("wr", "R"), ("ps", "S"), ("pf", "F"), ("x", "Z"), ("y", "Y"), ("h", "H"))
GROUPS = (
    ("tsch", "C"),
    ("sch", "X"),
    ("tch", "C"),
    ("ck", "K"),
    ("ch", "C"),
    ("sh", "X"),
    ("ph", "F"),
    ("th", "T"),
    ("gh", ""),
    ("qu", "KW"),
    ("dg", "J"),
    ("tz", "TS"),
    ("ce", "SI"),
    ("ci", "SI"),
    ("cy", "SI"),
    ("x", "KS"),
    ("c", "K"),
    ("q", "K"),
    ("h", ""),
)
ALONE = "bdfgjklmnprstvz"
SOUNDED = "AIU"

MOST_KEPT = 5000
kept: "dict[str, str]" = {}

SILENT = APOSTROPHES + "-."

WHOLE, VOWEL, SLIGHT, WEAK_R = 10, 3, 4, 4
NEAR = {
    "TD": 3,
    "PB": 3,
    "KG": 3,
    "FV": 3,
    "SZ": 3,
    "XC": 3,
    "XJ": 3,
    "CJ": 3,
    "XS": 4,
    "XZ": 4,
    "VW": 4,
    "BV": 4,
    "MN": 4,
    "GJ": 5,
    "KC": 5,
    "YJ": 5,
    "LR": 6,
    "TC": 6,
    "FT": 6,
}
FAR = 100


def key(phrase: str) -> str:
    """The key of a phrase, however it is cut into words: of "star bucks" that of "Starbucks"."""
    if phrase not in kept:
        if len(kept) >= MOST_KEPT:
            forget_keys()
        kept[phrase] = made_key(phrase)
    return kept[phrase]


def forget_keys() -> None:
    for phrase in list(kept):
        kept.pop(phrase)


def made_key(phrase: str) -> str:
    phones = ""
    spoken = "".join([letter for letter in plain(phrase) if letter not in SILENT])
    for word in spoken.split(" "):
        for phone in phones_of(word):
            if phones == "" or phones[-1] != phone:
                phones += phone
    return phones


def phones_of(word: str) -> str:
    """The phones of one word; empty where a letter is not Latin."""
    if any(["a" > letter or letter > "z" for letter in word]):
        return ""
    phones, place = started(word)
    end = len(word) - 1 if silent_end(word) else len(word)
    while place < end:
        found, length = phone_at(word, place)
        phones += found
        place += length
    return phones


def started(word: str) -> tuple[str, int]:
    """(the phones of what a word starts with where the start is special, how many letters they are)."""
    for letters, phones in STARTS:
        if word.startswith(letters) and len(word) > len(letters):
            return phones, len(letters)
    return "", 0


def silent_end(word: str) -> bool:
    """Whether the word ends in an e that is not spoken: "little", "store"; not "me"."""
    if len(word) < 3 or word[-1] != "e" or word[-2] in VOWELS:
        return False
    return any([letter in VOWELS for letter in word[:-1]])


def phone_at(word: str, place: int) -> tuple[str, int]:
    """(phones, letters they take) at a place of a word."""
    if word[place] in VOWELS:
        return vowel_at(word, place)
    for letters, phones in GROUPS:
        if word[place : place + len(letters)] == letters:
            return phones, len(letters)
    if word[place] in ALONE:
        return upper(word[place]), 1
    return ("W" if word[place + 1 : place + 2] in VOWELS else ""), 1


def vowel_at(word: str, place: int) -> tuple[str, int]:
    """A run of vowels is one; the y and w that end it belong to it."""
    end = place
    while end < len(word) and word[end] in VOWELS:
        end += 1
    run = word[place:end]
    return ("I" if run in FRONT else VOWELS[run[0]]), end - place


def upper(letter: str) -> str:
    return chr(ord(letter) - 32)


def apart(one: str, other: str, most: int = FAR) -> int:
    """How far two keys are apart, in percent of a phone for each phone of the longer; 100 where one is empty
    or it is more than `most`.

    >>> apart(key("little"), key("Lidl")), apart(key("market"), key("Mark")) > 20
    (7, True)
    """
    if one == "" or other == "":
        return FAR
    longer = WHOLE * max(len(one), len(other))
    return FAR * cost(one, other, most * longer // FAR) // longer


def cost(one: str, other: str, most: int) -> int:
    """The least cost of making one key the other (Wagner and Fischer, 1974), in tenths of a phone; above
    `most`, that of making all of it anew.
    """
    row = [0]
    for at in range(len(other)):
        row.append(row[at] + dropping(other, at))
    for here in range(len(one)):
        row = next_row(row, one, here, other)
        if min(row) > most:
            return WHOLE * max(len(one), len(other))
    return row[-1]


def next_row(row: list[int], one: str, here: int, other: str) -> list[int]:
    """The costs of the prefixes of `other` for one more phone of `one`."""
    dropped = dropping(one, here)
    following = [row[0] + dropped]
    for at in range(len(other)):
        swapped = row[at] + swapping(one[here], other[at])
        following.append(min(swapped, row[at + 1] + dropped, following[at] + dropping(other, at)))
    return following


def swapping(one: str, other: str) -> int:
    if one == other:
        return 0
    if one in SOUNDED and other in SOUNDED:
        return VOWEL
    return NEAR.get(one + other, NEAR.get(other + one, WHOLE))


def dropping(phones: str, at: int) -> int:
    """What it costs to leave a phone out: little for a vowel, h, w, y, or an r after a vowel."""
    phone = phones[at]
    if phone in SOUNDED or phone in "HWY":
        return SLIGHT
    return WEAK_R if phone == "R" and at > 0 and phones[at - 1] in SOUNDED else WHOLE
