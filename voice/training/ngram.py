"""A small back-off n-gram model: interpolated Witten-Bell smoothing, pruned, as an acceptor.

`Ngram(sentences, vocabulary)` counts lists of words; every word of the vocabulary has a share at the root,
so that any word may follow any other.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

START, END = "<s>", "</s>"
ORDER = 3
UNSEEN = 1e-7
FLOOR = 3.0
# At least this share, against what was seen, is left to a shorter history: the sentences come from few
# frames.
LEFT = 0.2
History = tuple[str, ...]
Counts = list[dict[History, Counter[str]]]


def count(sentences: Iterable[Sequence[str]]) -> Counts:
    """`counts[n][history][word]`, the history being n words long."""
    counts: Counts = [defaultdict(Counter) for _ in range(ORDER)]
    for words in sentences:
        padded = [START, *words, END]
        for end in range(1, len(padded)):
            for size in range(min(ORDER, end + 1)):
                counts[size][tuple(padded[end - size : end])][padded[end]] += 1
    return counts


class Ngram:
    """Probabilities by history, and what is left to a shorter one."""

    def __init__(
        self, sentences: Iterable[Sequence[str]], vocabulary: Iterable[str] = (), threshold: float = 0.0
    ) -> None:
        """`threshold`: an n-gram that gains less than this many nats over all its uses is left out."""
        counts = count(sentences)
        self.share: dict[History, dict[str, float]] = {(): root(counts[0][()], vocabulary)}
        self.rest: dict[History, float] = {}
        for size in range(1, ORDER):
            for history, followers in counts[size].items():
                self._add(history, followers, threshold * (1.0 if size > 1 else 0.5))

    def _add(self, history: History, followers: Counter[str], threshold: float) -> None:
        total = sum(followers.values())
        kinds = max(len(followers), LEFT * total)
        kept = {}
        for word, seen in followers.items():
            lower = self.probability(history[1:], word)
            p = (seen + kinds * lower) / (total + kinds)
            if seen * math.log(p * (total + kinds) / (lower * kinds)) >= threshold:
                kept[word] = p
        if kept:
            spent = sum(self.probability(history[1:], word) for word in kept)
            self.share[history] = kept
            self.rest[history] = max(1e-4, 1 - sum(kept.values())) / max(1e-4, 1 - spent)

    def probability(self, history: Sequence[str], word: str) -> float:
        """The share of a word after a history; a history longer than the order is not asked for."""
        history = tuple(history)
        found = self.share.get(history)
        if found and word in found:
            return found[word]
        if not history:
            return UNSEEN
        return self.rest.get(history, 1.0) * self.probability(history[1:], word)

    def known(self, history: Sequence[str]) -> History:
        """The longest end of a history that is a state of the model."""
        state = tuple(history)[-(ORDER - 1) :]
        while state and state not in self.share:
            state = state[1:]
        return state

    def arcs(self) -> Iterator[tuple[History, str | None, float, History]]:
        """(source, word, probability, target); the word None backs off, END has no target but the root."""
        for history, followers in self.share.items():
            for word, p in followers.items():
                yield history, word, p, () if word == END else self.known((*history, word))
            if history:
                yield history, None, self.rest[history], self.known(history[1:])

    def size(self) -> int:
        return sum(map(len, self.share.values()))

    def perplexity(self, sentences: Iterable[Sequence[str]]) -> float:
        """Per word, the end of each sentence counted."""
        logs, seen = 0.0, 0
        for words in sentences:
            history = [START]
            for word in (*words, END):
                logs += math.log(self.probability(self.known(history), word))
                history.append(word)
                seen += 1
        return math.exp(-logs / seen)


def root(seen: Counter[str], vocabulary: Iterable[str]) -> dict[str, float]:
    """Shares of single words, each of the vocabulary counted `FLOOR` times more than it was seen."""
    counted = {word: seen[word] + FLOOR for word in {*seen, *vocabulary}}
    total = sum(counted.values())
    return {word: n / total for word, n in sorted(counted.items())}
