"""Makes the starter model: `python -m voice.training [--recordings FOLDER] [--steps 9000] [--work FOLDER]`.

Speaks sentences, trains the network on them and on people's recordings, builds the graph and puts the
archive on the shelf. `--words` keeps the weights of the archive that is there and makes its graph anew, in
two minutes.
"""

import argparse
import subprocess
import tarfile
from pathlib import Path
from random import Random

from voice.training.archive import pack, write_card
from voice.training.ngram import Ngram
from voice.training.people import SOURCES
from voice.training.pronunciations import is_sayable
from voice.training.texts import Texts

ARCHIVE = Path(__file__).parent.parent / "models" / "starter-en.tar.gz"
PROGRAMS = ("espeak-ng", "flite", "festival")
SHARES = {"espeak": 0.48, "flite": 0.36, "festival": 0.16}
# Drawn for the n-gram; each whole sentence of plain.txt is heard as often as a common frame.
SENTENCES = 350_000
PLAIN = 20
# What an n-gram has to gain to be kept, in nats: it decides how large the graph is.
THRESHOLD = 8.0
# Dearer, and an unknown name becomes some other word; cheaper, and known words become gaps.
UNKNOWN_COST = 3.0


def make_graph(folder: Path) -> None:
    """HCLG.fst and words.txt, from the texts alone: always the same for the same texts."""
    from voice.training import graph

    texts, rng = Texts(is_sayable), Random(11)
    drawn = [
        words for _ in range(SENTENCES) if (words := texts.sentence(rng)) and all(map(is_sayable, words))
    ]
    said = drawn + texts.plain * PLAIN
    vocabulary = texts.vocabulary.union(*said)
    model = Ngram(said, vocabulary, THRESHOLD)
    print(graph.write(folder, model, vocabulary, UNKNOWN_COST), flush=True)


def speech(work: Path, recordings: Path | None, spoken: int) -> list[Path]:
    """The manifests of what is trained on."""
    from voice.training import people
    from voice.training.speak import speak_corpus

    counts = {engine: round(share * spoken) for engine, share in SHARES.items()}
    manifests = [speak_corpus(work / "spoken", counts, Texts(is_sayable), Random(1))]
    if recordings is None:
        print(
            "No recordings of people (RECORDINGS=folder): trained on synthesisers alone it hears people worse"
        )
        return manifests
    print(f"With recordings of people, as far as they are from\n{SOURCES}", flush=True)
    return [*manifests, people.manifest(recordings, work / "people.jsonl")]


def make_network(work: Path, manifests: list[Path], steps: int) -> Path:
    """Three rounds: sounds alone, then with the wordings and pronunciations the first round chose, then
    again.
    """
    from voice.training.align import align
    from voice.training.corpus import read
    from voice.training.train import Plan, train

    heard = read(manifests)
    first, second, last = (work / f"{name}.pt" for name in ("first", "second", "last"))
    train([each for each in heard if not each.readings], Plan(steps // 6, 2e-3, human_share=0.08), first)
    train(align(first, heard), Plan(steps // 6, 1.5e-3, human_share=0.2), second, first)
    train(align(second, heard), Plan(steps - steps // 3, 1.5e-3), last, second)
    return last


def missing_programs() -> list[str]:
    return [name for name in PROGRAMS if subprocess.run(["which", name], capture_output=True).returncode]


def make(work: Path, archive: Path, recordings: Path | None, spoken: int, steps: int) -> None:
    from voice.training.package import model_folder

    if missing := missing_programs():
        raise SystemExit(f"Install {', '.join(missing)} first; voice/models/README.md says how.")
    checkpoint = make_network(work, speech(work, recordings, spoken), steps)
    make_graph(work / "graph")
    pack(model_folder(work / "model", checkpoint, work / "graph"), archive)
    write_card(archive)


def make_words(work: Path, archive: Path) -> None:
    """A new graph on the weights of an archive."""
    with tarfile.open(archive) as tar:
        tar.extractall(work, filter="data")
    make_graph(work / "model" / "graph")
    pack(work / "model", archive)
    write_card(archive)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--recordings", type=Path)
    parser.add_argument("--spoken", type=int, default=17_000)
    parser.add_argument("--steps", type=int, default=9_000)
    parser.add_argument("--archive", type=Path, default=ARCHIVE)
    parser.add_argument("--work", type=Path, default=Path("build/starter-model"))
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    if chosen.words:
        make_words(chosen.work, chosen.archive)
    else:
        make(chosen.work, chosen.archive, chosen.recordings, chosen.spoken, chosen.steps)


if __name__ == "__main__":
    main()
