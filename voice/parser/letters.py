"""Lower case and word shapes that come out alike in CPython and MicroPython, whose str methods know ASCII
only.
"""

SPACES = " \t\n\r\u00a0\u2009\u202f"
DIGITS = "0123456789"
APOSTROPHES = "'\u2019\u2018`\u00b4"


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


def is_digit(letter: str) -> bool:
    return letter != "" and letter in DIGITS


def is_letter(letter: str) -> bool:
    return "a" <= letter <= "z" or "A" <= letter <= "Z" or ord(letter) >= 0xC0


def upper_first(word: str) -> str:
    """`"lidl"` → `"Lidl"`; a word that has a capital already stays as it is."""
    if word == "" or fold(word) != word or not "a" <= word[0] <= "z":
        return word
    return chr(ord(word[0]) - 32) + word[1:]


def bare(name: str) -> str:
    """Letters and digits alone, folded: what two spellings of one name share."""
    return "".join([letter for letter in fold(name) if is_digit(letter) or is_letter(letter)])
