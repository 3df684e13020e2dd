"""No figure, sign, link or markup but by way of a fact: what the bare characters give away."""

import re
import unicodedata
from collections.abc import Iterator

from insights.verifier.fault import Fault

PLACE = re.compile(r"\{\{f:[\w.]+\}\}")
LINK = re.compile(r"(?i)\b(?:https?|ftp|javascript|data|mailto)\s*:|\bwww\b|\b[\w-]+\.[a-z]{2,}\b|\S+@\S+")
ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;:!()'’-–—\n")
SIGNED = re.compile(r"[-–—+−](?:\s?)\{\{|\{\{f:[\w.]+\}\}(?:[-–—]|\w)|\w\{\{|\}\}\{\{")
MULTIPLE = re.compile(r"\}\}\s*[x×]\b")


def characters(text: str) -> Iterator[Fault]:
    """Faults: link, number, percent, currency, invisible, markup, script (foreign letters), sign."""
    for found in SIGNED.finditer(text):
        yield Fault("sign", around(text, found.start(), found.end()))
    bare = PLACE.sub(" ", text)
    for found in LINK.finditer(bare):
        yield Fault("link", found[0])
    for letter in dict.fromkeys(bare):
        if letter not in ALLOWED:
            yield Fault(code_of(letter), described(letter))


def around(text: str, start: int, end: int) -> str:
    return text[max(0, start - 10) : end + 20]


def code_of(letter: str) -> str:
    category = unicodedata.category(letter)
    if category[0] == "N" or unicodedata.numeric(letter, None) is not None:
        return "number"
    if letter in "%‰‱٪﹪％":
        return "percent"
    if category == "Sc":
        return "currency"
    if category in ("Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp", "Zs", "Lm"):
        return "invisible"
    return "script" if category[0] == "L" else "markup"


def described(letter: str) -> str:
    return letter if letter.isprintable() and not letter.isspace() else f"U+{ord(letter):04X}"
