"""Makes the spoken sentences of this folder (needs espeak-ng, flite and sox).

The voices are ones the starter model was not trained with. `sentences.json` says what each file
holds; the files are committed so that tests need no synthesiser.
"""

import json
import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
# file, voice, what is said; "…" is a pause of 0.7 s inside the sentence.
SENTENCES = [
    ("lidl", "en-us+belinda", "twelve fifty at lidl yesterday"),
    ("groceries", "en-gb+m4", "i spent twelve fifty on groceries at lidl yesterday"),
    ("coffee", "en-us+f3", "coffee four euros and twenty cents"),
    ("lunch", "en-us+Annie", "spent eighteen dollars on lunch today"),
    ("rent", "en-gb+max", "paid twelve hundred for rent"),
    ("salary", "en-us+Annie", "received two thousand euros salary"),
    ("transfer", "flite:awb", "transfer two hundred from card to savings"),
    ("petrol", "en-gb+m4", "forty five euros for petrol at shell with cash"),
    ("netflix", "en-us+Annie", "netflix subscription nine ninety nine"),
    ("gold", "en-us+f3", "spent two lakh fifty thousand rupees on gold"),
    ("starbucks", "en-us+paul", "thirty five dollars at starbucks last friday"),
    ("bread", "en-gb+max", "six euros for bread and milk"),
    ("house", "en-gb+m4", "five crore rupees for the house"),
    ("flat", "en-gb+m4", "five crore rupees for the flat"),
    ("property", "en-us+paul", "spent five crore rupees on property"),
    ("question", "en-us+f3", "how much did i spend on groceries"),
    ("pause", "en-us+belinda", "twelve fifty … at lidl … yesterday"),
    ("amend", "en-us+Annie", "make it sixty euros"),
    ("query", "en-gb+m4", "how much did i spend on groceries this month"),
    ("delete", "en-us+f3", "delete that"),
]
# What the starter model hears where it hears something else.
HEARD = {"netflix": "the netflix subscription nine ninety nine"}
SOUND = ["-r", "16000", "-c", "1", "-b", "16"]


def make() -> None:
    for name, voice, said in SENTENCES:
        speak(said, voice, FOLDER / f"{name}.wav")
    sox("-n", "-R", *SOUND, FOLDER / "silence.wav", "trim", "0", "2")
    sox("-n", "-R", *SOUND, FOLDER / "noise.wav", "synth", "3", "pinknoise", "vol", "0.2")
    described = [description(*sentence) for sentence in SENTENCES]
    lines = ",\n".join(f"  {json.dumps(sentence)}" for sentence in described)
    (FOLDER / "sentences.json").write_text(f"[\n{lines}\n]\n")


def description(name: str, voice: str, said: str) -> dict[str, str]:
    words = said.replace(" …", "")
    return {"file": f"{name}.wav", "voice": voice, "said": words, "heard": HEARD.get(name, words)}


def speak(said: str, voice: str, path: Path) -> None:
    """Each part with 0.35 s of silence on either side: 0.7 s between parts."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder) / f"{place}.wav" for place, _ in enumerate(said.split("…"))]
        for part, words in zip(parts, said.split("…"), strict=True):
            raw = part.with_suffix(".raw.wav")
            synthesise(words.strip(), voice, raw)
            edges = ["silence", "1", "0.01", "0.5%", "reverse"]
            sox(raw, "-R", *SOUND, part, "norm", "-6", *edges, *edges, "pad", "0.35", "0.35")
        sox(*parts, path)


def synthesise(words: str, voice: str, path: Path) -> None:
    program, _, name = voice.rpartition(":")
    if program == "flite":
        run("flite", "-voice", name, "-t", words, "-o", path)
    else:
        run("espeak-ng", "-v", name, "-s", "150", "-w", path, words)


def sox(*arguments: str | Path) -> None:
    run("sox", *arguments)


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


if __name__ == "__main__":
    make()
