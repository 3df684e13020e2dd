"""Among what an utterance may have been, rather what names something of the household's own."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from voice.parser.lexicon import lexicon_for
from voice.parser.protected import counts

# In nats: a household's own name is taken to be twenty times as likely as another word that sounds like it.
OWN_NAME = 3.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word heard, when (seconds from the start) and how surely (0 to 1)."""

    word: str
    start: float
    end: float
    conf: float


@dataclass(frozen=True, slots=True)
class Path:
    """One way to understand the whole utterance; `score` is the logarithm of its likelihood."""

    words: tuple[Word, ...]
    score: float

    @property
    def text(self) -> str:
        return " ".join(word.word for word in self.words)


def preferred(best: Sequence[Word], others: Sequence[Path], names: Collection[str], language: str) -> Path:
    """`best` as it is, or the likeliest of `others` that names more of `names` and counts the same.

    `others` are the recogniser's paths, the best one too; never is a number word added, lost or changed. A
    word that `best` has not gets the path's share of all as its confidence.
    """
    heard = Path(tuple(best), max((path.score for path in others), default=0.0))
    known = named(heard.text, names)
    fitting = [path for path in others if numbers(path, language) == numbers(heard, language)]
    ranked = [(path.score + OWN_NAME * (named(path.text, names) - known), path) for path in fitting]
    gained, chosen = max(ranked, key=lambda pair: pair[0], default=(heard.score, heard))
    if gained <= heard.score or named(chosen.text, names) <= known:
        return heard
    return Path(tuple(with_confidence(chosen, best, share(gained, ranked))), chosen.score)


def named(text: str, names: Collection[str]) -> int:
    """How many of the names stand in a transcript as whole words."""
    padded = f" {text} "
    return sum(f" {name} " in padded for name in names)


def numbers(path: Path, language: str) -> list[str]:
    lexicon = lexicon_for(language)
    return [word.word for word in path.words if counts(lexicon, word.word)]


def share(gained: float, ranked: Sequence[tuple[float, Path]]) -> float:
    """How much of the likelihood of all paths one has."""
    return 1 / sum(math.exp(score - gained) for score, _ in ranked)


def with_confidence(chosen: Path, best: Sequence[Word], new: float) -> list[Word]:
    """The chosen words with the confidence of those that `best` has too."""
    words = [Word(word.word, word.start, word.end, round(new, 6)) for word in chosen.words]
    spellings = [word.word for word in best], [word.word for word in words]
    matcher = SequenceMatcher(None, *spellings, autojunk=False)
    for there, here, length in matcher.get_matching_blocks():
        words[here : here + length] = best[there : there + length]
    return words
