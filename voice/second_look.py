"""Where words are unsure, the household's names are listened for once more, and nothing else.

For models with a run-time graph (HCLr and Gr) alone: a grammar of the names takes the place of the language
model for the stretch of sound in doubt.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from voice import recordings
from voice.parser.lexicon import lexicon_for
from voice.parser.protected import counts, steers
from voice.reranking import Word

UNKNOWN = "[unk]"
UNSURE = 0.85
# How sure a name must be when only names may be heard.
ENOUGH = 0.8
# Seconds heard before and after a stretch, and how long one may be.
EDGE, LONGEST = 0.1, 3.0

Listen = Callable[[bytes, Sequence[str]], Sequence[Word]]


def renamed(
    words: Sequence[Word], sound: bytes, names: Collection[str], listen: Listen, language: str
) -> tuple[Word, ...]:
    """The words, each unsure stretch that is one of the names replaced by it; numbers are never in one."""
    found = list(words)
    for start, stop in reversed(list(stretches(words, language))):
        begins, ends = words[start].start - EDGE, words[stop - 1].end + EDGE
        heard = [word for word in listen(cut(sound, begins, ends), [*names, UNKNOWN]) if word.word != UNKNOWN]
        if " ".join(word.word for word in heard) in names and all(word.conf >= ENOUGH for word in heard):
            found[start:stop] = [moved(word, max(begins, 0.0)) for word in heard]
    return tuple(found)


def stretches(words: Sequence[Word], language: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of unsure words that neither count nor steer."""
    start = 0
    for place in range(len(words) + 1):
        if place < len(words) and may_be_a_name(words[place], language):
            continue
        if place > start and words[place - 1].end - words[start].start <= LONGEST:
            yield start, place
        start = place + 1


def may_be_a_name(word: Word, language: str) -> bool:
    lexicon = lexicon_for(language)
    return word.conf < UNSURE and not counts(lexicon, word.word) and not steers(lexicon, word.word)


def cut(sound: bytes, begins: float, ends: float) -> bytes:
    first, last = (2 * max(0, round(at * recordings.RATE)) for at in (begins, ends))
    return sound[first:last]


def moved(word: Word, by: float) -> Word:
    """A word of a stretch at its time in the whole; as sure as a name heard among names alone."""
    return Word(word.word, word.start + by, word.end + by, min(word.conf, ENOUGH))
