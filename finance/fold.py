"""Fold a name to the form in which equal names are equal; the browser's fold passes the same cases."""

import re
import unicodedata

# What JavaScript's \s matches; Python's differs (it adds U+001C to U+001F and U+0085, and lacks U+FEFF).
WHITE_SPACE = re.compile("[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")


def fold(text: str) -> str:
    """NFKC, lower case, runs of white space to one space, trimmed: fold("  LIDL\u00a0Süd ") → "lidl süd"."""
    return WHITE_SPACE.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip(" ")
