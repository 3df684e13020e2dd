"""The decoding graph, HCLG.fst and words.txt: an n-gram over words, their sounds, and CTC's frames.

A phone's first frame is its forward transition-id, further frames its self-loop, and the blank may come
after any phone. The word [unk] is a loop over phones: it catches words that are not in the vocabulary.
pynini and vosk each carry OpenFst; a process that imports both never ends.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pynini

from voice.training.ngram import END, START, Ngram
from voice.training.phones import BLANK, NUM_PDFS, PDF_OF, forward_tid, self_loop_tid
from voice.training.pronunciations import dictionary_words, pronunciations

UNKNOWN = "[unk]"
# Labels of the lexicon: 0 is epsilon, then each phone's pdf + 1, then these.
UNKNOWN_LABEL = NUM_PDFS + 1
BACKOFF = NUM_PDFS + 2
VARIANT_COST = 0.4
# What each word costs beyond its share, so that a breath is not heard as "a".
WORD_COST = 0.5
# Weights are rounded to this many parts of one, so that the archive packs better.
PARTS = 32
Numbers = dict[str, int]


def numbered(words: Iterable[str]) -> Numbers:
    return {word: at for at, word in enumerate(["<eps>", UNKNOWN, *sorted(words), "#0"])}


def entries(words: Iterable[str]) -> Iterator[tuple[str, tuple[int, ...], float]]:
    """(word, labels, cost), with a label of its own at the end where one word begins another."""
    said = [
        (word, tuple(PDF_OF[phone] + 1 for phone in phones), VARIANT_COST * min(1, place))
        for word in sorted(words)
        for place, phones in enumerate(pronunciations(word))
    ]
    starts = Counter(labels[:end] for _, labels, _ in said for end in range(1, len(labels) + 1))
    seen: Counter[tuple[int, ...]] = Counter()
    for word, labels, cost in said:
        seen[labels] += 1
        yield word, (*labels, BACKOFF + seen[labels]) if starts[labels] > 1 else labels, cost


def lexicon_fst(words: Iterable[str], numbers: Numbers) -> pynini.Fst:
    fst = pynini.Fst()
    root = fst.add_state()
    fst.set_start(root)
    fst.set_final(root)
    fst.add_arc(root, pynini.Arc(BACKOFF, numbers["#0"], 0, root))
    fst.add_arc(root, pynini.Arc(UNKNOWN_LABEL, numbers[UNKNOWN], 0, root))
    for word, labels, cost in entries(words):
        state = root
        for place, label in enumerate(labels):
            target = root if place == len(labels) - 1 else fst.add_state()
            first = place == 0
            paid = WORD_COST + cost if first else 0
            fst.add_arc(state, pynini.Arc(label, numbers[word] if first else 0, paid, target))
            state = target
    return fst


def grammar_fst(model: Ngram, numbers: Numbers, unknown_cost: float) -> pynini.Fst:
    fst = pynini.Fst()
    states: defaultdict[tuple[str, ...], int] = defaultdict(fst.add_state)
    fst.set_start(states[model.known((START,))])
    fst.add_arc(states[()], pynini.Arc(numbers[UNKNOWN], numbers[UNKNOWN], unknown_cost, states[()]))
    for source, word, p, target in model.arcs():
        cost = rounded(-math.log(p))
        if word == END:
            fst.set_final(states[source], cost)
        elif word is None:
            fst.add_arc(states[source], pynini.Arc(numbers["#0"], 0, cost, states[target]))
        else:
            fst.add_arc(states[source], pynini.Arc(numbers[word], numbers[word], cost, states[target]))
    return fst


def rounded(cost: float) -> float:
    return round(cost * PARTS) / PARTS


def words_and_grammar(
    words: Sequence[str], model: Ngram, numbers: Numbers, unknown_cost: float
) -> pynini.Fst:
    """Sounds to words with the grammar's costs, determinised and as small as it gets."""
    lexicon = lexicon_fst(words, numbers).arcsort("olabel")
    grammar = grammar_fst(model, numbers, unknown_cost).arcsort("ilabel")
    fst = pynini.determinize(pynini.compose(lexicon, grammar))
    fst = fst.minimize()
    return without_marks(fst).connect()


def without_marks(fst: pynini.Fst) -> pynini.Fst:
    """The labels that only told words apart become epsilon."""
    for state in fst.states():
        arcs = fst.mutable_arcs(state)
        while not arcs.done():
            arc = arcs.value()
            if arc.ilabel >= BACKOFF:
                arcs.set_value(pynini.Arc(0, arc.olabel, arc.weight, arc.nextstate))
            arcs.next()
    return fst


def phone_pairs() -> dict[tuple[int | None, int | None], float]:
    """Costs of phone pairs in English words; None stands for the word's edge."""
    pairs: Counter[tuple[int | None, int | None]] = Counter()
    for word in dictionary_words():
        inner = [PDF_OF[phone] for phone in pronunciations(word)[0]]
        pairs.update(zip([None, *inner], [*inner, None], strict=True))
    totals: Counter[int | None] = Counter()
    for (first, _), seen in pairs.items():
        totals[first] += seen
    return {pair: rounded(-math.log(seen / totals[pair[0]])) for pair, seen in pairs.items()}


class Expansion:
    """Phones to transition-ids. A state that one phone alone enters carries its self-loop; else each has its
    own.
    """

    def __init__(self, fst: pynini.Fst) -> None:
        self.fst = fst
        self.out = pynini.Fst()
        self.out.add_states(fst.num_states())
        self.out.set_start(fst.start())
        self.looped: set[tuple[int, int]] = set()
        self.inner: dict[tuple[int, int], int] = {}
        self.entered: defaultdict[int, set[int]] = defaultdict(set)
        for state in fst.states():
            for arc in fst.arcs(state):
                self.entered[arc.nextstate].add(arc.ilabel)

    def run(self) -> pynini.Fst:
        for state in self.fst.states():
            self.out.set_final(state, self.fst.final(state))
            self.loop(state, BLANK)
            for arc in self.fst.arcs(state):
                self.add(state, arc)
        return self.out

    def add(self, state: int, arc: pynini.Arc) -> None:
        if arc.ilabel == 0:
            self.out.add_arc(state, arc)
        elif arc.ilabel == UNKNOWN_LABEL:
            self.any_word(state, arc)
        else:
            pdf = arc.ilabel - 1
            target = self.target(arc.nextstate, pdf)
            self.loop(target, pdf)
            self.out.add_arc(state, pynini.Arc(forward_tid(pdf), arc.olabel, arc.weight, target))

    def target(self, state: int, pdf: int) -> int:
        if len(self.entered[state]) == 1 and state != self.fst.start():
            return state
        if (state, pdf) not in self.inner:
            self.inner[state, pdf] = self.out.add_state()
            self.out.add_arc(self.inner[state, pdf], pynini.Arc(0, 0, 0, state))
        return self.inner[state, pdf]

    def loop(self, state: int, pdf: int) -> None:
        if (state, pdf) not in self.looped:
            self.looped.add((state, pdf))
            self.out.add_arc(state, pynini.Arc(self_loop_tid(pdf), 0, 0, state))

    def any_word(self, start: int, arc: pynini.Arc) -> None:
        """Any pronounceable word, as a path from a state to the end of an arc."""
        states = {pdf: self.out.add_state() for pdf in range(1, NUM_PDFS)}
        for pdf, state in states.items():
            self.loop(state, pdf)
            self.loop(state, BLANK)
        for (first, second), cost in phone_pairs().items():
            if first is None and second is not None:
                tid = forward_tid(second)
                self.out.add_arc(start, pynini.Arc(tid, arc.olabel, cost + float(arc.weight), states[second]))
            elif second is None and first is not None:
                self.out.add_arc(states[first], pynini.Arc(0, 0, cost, arc.nextstate))
            elif first != second and first is not None and second is not None:
                self.out.add_arc(states[first], pynini.Arc(forward_tid(second), 0, cost, states[second]))


def write(folder: Path, model: Ngram, vocabulary: Iterable[str], unknown_cost: float) -> str:
    """Writes HCLG.fst and words.txt into a folder; returns their sizes in words."""
    folder.mkdir(parents=True, exist_ok=True)
    words = sorted(vocabulary)
    numbers = numbered(words)
    graph = Expansion(words_and_grammar(words, model, numbers, unknown_cost)).run()
    graph.arcsort("ilabel")
    graph.write(str(folder / "HCLG.fst"))
    (folder / "words.txt").write_text("".join(f"{word} {at}\n" for word, at in numbers.items()))
    arcs = sum(graph.num_arcs(state) for state in graph.states())
    return f"{len(words)} words, {model.size()} n-grams, {graph.num_states()} states, {arcs} arcs"
