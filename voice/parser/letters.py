"""Lower case, letters without their marks and word shapes that come out alike in CPython and MicroPython,
whose str methods know ASCII only.
"""

SPACES = " \t\n\r\u00a0\u2009\u202f"
DIGITS = "0123456789"
APOSTROPHES = "'\u2019\u2018`\u00b4"
MARKED = "àáâãäåāăąçćčďđèéêëēĕėęěğģìíîïīĭįıķłļľñńņňòóôõöøōőŕřśşšșţťțùúûüūůűųýÿźżž"
UNMARKED = "aaaaaaaaacccddeeeeeeeeeggiiiiiiiiklllnnnnoooooooorrsssstttuuuuuuuuyyzzz"
SPELLED = {"ß": "ss", "æ": "ae", "œ": "oe", "ﬁ": "fi", "ﬂ": "fl", "\u0901": "\u0902"}
PLAIN = {MARKED[at]: UNMARKED[at] for at in range(len(MARKED))}
PLAIN.update(SPELLED)
NUKTA = "कखगजडढफय"
NUKTA_FIRST = 0x958
DEVANAGARI_ZERO = 0x966


def fold(text: str) -> str:
    """Lower case for Latin, Greek and Cyrillic letters: `fold("Épargne")` is `"épargne"`."""
    return "".join([fold_letter(letter) for letter in text])


def fold_letter(letter: str) -> str:
    if "a" <= letter <= "z":
        return letter
    code = ord(letter)
    if 65 <= code <= 90 or (192 <= code <= 222 and code != 215) or 913 <= code <= 937 or 1040 <= code <= 1071:
        return chr(code + 32)
    if 1024 <= code <= 1039:
        return chr(code + 80)
    if is_even_upper(code):
        return chr(code + 1)
    return letter


def is_even_upper(code: int) -> bool:
    """Latin Extended-A pairs an upper case with the code point after it."""
    if 0x100 <= code <= 0x137 or 0x14A <= code <= 0x177:
        return code % 2 == 0
    return (0x139 <= code <= 0x148 or 0x179 <= code <= 0x17E) and code % 2 == 1


def plain(text: str) -> str:
    """Folded, with no accents, no ligatures and no nuktas, since speech and typing differ in them.

    >>> plain("Épargne"), plain("dreißig"), plain("हज़ार") == plain("हजार")
    ('epargne', 'dreissig', True)
    """
    return "".join([plain_letter(letter) for letter in text])


def plain_letter(letter: str) -> str:
    if "a" <= letter <= "z":
        return letter
    folded = fold_letter(letter)
    if folded < "\x80":
        return folded
    code = ord(folded)
    if 0x300 <= code <= 0x36F or code == 0x93C or 0x200B <= code <= 0x200D:
        return ""
    if NUKTA_FIRST <= code < NUKTA_FIRST + len(NUKTA):
        return NUKTA[code - NUKTA_FIRST]
    if DEVANAGARI_ZERO <= code <= DEVANAGARI_ZERO + 9:
        return chr(code - DEVANAGARI_ZERO + 48)
    return PLAIN.get(folded, folded)


def ascii_digits(text: str) -> str:
    """The text with Devanagari digits as 0 to 9."""
    return "".join([plain_letter(letter) if is_devanagari_digit(letter) else letter for letter in text])


def is_devanagari_digit(letter: str) -> bool:
    return DEVANAGARI_ZERO <= ord(letter) <= DEVANAGARI_ZERO + 9


def is_digit(letter: str) -> bool:
    return letter != "" and letter in DIGITS


def is_letter(letter: str) -> bool:
    if "a" <= letter <= "z" or "A" <= letter <= "Z":
        return True
    code = ord(letter)
    return code >= 0xC0 and not 0x2010 <= code <= 0x206F and not 0x964 <= code <= 0x965


def upper_first(word: str) -> str:
    """`"lidl"` → `"Lidl"`; a word that has a capital already stays as it is."""
    if word == "" or fold(word) != word:
        return word
    latin = "a" <= word[0] <= "z" or ("à" <= word[0] <= "þ" and word[0] != "÷")
    return chr(ord(word[0]) - 32) + word[1:] if latin else word


def bare(name: str) -> str:
    """Letters and digits alone, folded: what two spellings of one name share."""
    return "".join([letter for letter in fold(name) if is_digit(letter) or is_letter(letter)])
