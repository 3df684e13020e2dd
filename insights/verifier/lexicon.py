"""A language's words by what they claim. Words that are not there are not allowed in a text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

FOLDER = Path(__file__).parent / "words"
NEUTRAL = frozenset({"bare"})
ENDINGS = ("s", "es", "d", "ed", "ing", "ly")

Classes = frozenset[str]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` and `phrases` (word by word) with the classes they belong to: "rose" → {"up"}."""

    words: Mapping[str, Classes]
    phrases: Mapping[tuple[str, ...], Classes]
    longest: int

    def classes(self, word: str) -> Classes:
        """The classes of a word in lower case; none for an unknown one. Neutral words may be inflected."""
        if word in self.words:
            return self.words[word]
        stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
        neutral = any(self.words.get(stem) == NEUTRAL for stem in stems if len(stem) > 2)
        return NEUTRAL if neutral else frozenset()


@cache
def lexicon_of(language: str) -> Lexicon | None:
    """The words of a language, None where there are none: then only templates may speak."""
    path = FOLDER / f"{language}.json"
    if not (language.isalpha() and path.exists()):
        return None
    written = json.loads(path.read_text())
    words: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    for classes, listed in written["words"].items():
        for word in listed.split():
            words.setdefault(word, set()).update(classes.split())
    for classes, together in written["phrases"].items():
        for phrase in together:
            phrases.setdefault(tuple(phrase.split()), set()).update(classes.split())
    return Lexicon(frozen(words), frozen(phrases), max(map(len, phrases)))


def frozen(sets: Mapping[Key, set[str]]) -> dict[Key, Classes]:
    return {key: frozenset(classes) for key, classes in sets.items()}
