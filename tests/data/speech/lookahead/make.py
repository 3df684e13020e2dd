"""Makes this folder's graph, of the kind that Vosk's small models have: its grammar may be another each time.

Needs pynini and OpenFst's programs (Debian: libfst-tools, libfst22-plugins-base). HCLr holds the sounds of a
few words, looked ahead by word; Gr lets any of them follow any other. As Kaldi's mkgraph_lookahead.sh, for
the starter model's phones: tests put it beside the starter model's own `am` and `conf`.
"""

import subprocess
import tempfile
from pathlib import Path

import pynini

from voice.training import graph

FOLDER = Path(__file__).resolve().parent
WORDS = """
at card coffee euros fifteen fifty for from groceries hundred i lidl little lunch on ravi savings spent ten to
transfer transport twelve two yesterday
""".split()  # noqa: SIM905
WORD_COST, UNKNOWN_COST, END_COST = 3.0, 9.0, 1.0
NO_DISAMBIGUATION = "999999\n"


def make() -> None:
    numbers = graph.numbered(WORDS)
    with tempfile.TemporaryDirectory() as place:
        sounds, grammar, pairs = (str(Path(place) / name) for name in ("HCL.fst", "G.fst", "pairs"))
        graph.Expansion(sounds_of_words(numbers)).run().arcsort("olabel").write(sounds)
        any_word(numbers).write(grammar)
        look = f"fstconvert --fst_type=olabel_lookahead --save_relabel_opairs={pairs} {sounds} HCLr.fst"
        relabel = f"fstrelabel --relabel_ipairs={pairs} --relabel_opairs={pairs} {grammar}"
        for command in (look, f"{relabel} | fstarcsort | fstconvert --fst_type=const > Gr.fst"):
            subprocess.run(command, shell=True, check=True, cwd=FOLDER)
        numbered = (map(int, line.split()) for line in Path(pairs).read_text().splitlines())
        relabelled = {old: new for old, new in numbered}
    lines = [f"{word} {relabelled.get(number, number)}\n" for word, number in numbers.items()]
    (FOLDER / "words.txt").write_text("".join(lines))
    (FOLDER / "disambig_tid.int").write_text(NO_DISAMBIGUATION)


def sounds_of_words(numbers: graph.Numbers) -> pynini.Fst:
    """The lexicon without the loop that only a grammar with back-off needs."""
    fst = graph.lexicon_fst(WORDS, numbers)
    root = fst.start()
    arcs = [arc for arc in fst.arcs(root) if arc.ilabel != graph.BACKOFF]
    fst.delete_arcs(root)
    for arc in arcs:
        fst.add_arc(root, arc)
    return graph.without_marks(fst)


def any_word(numbers: graph.Numbers) -> pynini.Fst:
    fst = pynini.Fst()
    state = fst.add_state()
    fst.set_start(state)
    fst.set_final(state, END_COST)
    for word in [*WORDS, graph.UNKNOWN]:
        cost = UNKNOWN_COST if word == graph.UNKNOWN else WORD_COST
        fst.add_arc(state, pynini.Arc(numbers[word], numbers[word], cost, state))
    return fst


if __name__ == "__main__":
    make()
