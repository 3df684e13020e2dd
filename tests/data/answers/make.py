"""Makes the spoken answers of this folder, and an amount that may be two (needs espeak-ng and sox).

The voice is one the starter model was not trained with.
"""

import subprocess
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SAID = {"yes": "yes", "no": "no", "undo": "undo", "unsure": "nine ninety nine"}
VOICE = "en-us+f3"
SOUND = ["-R", "-r", "16000", "-c", "1", "-b", "16"]


def make(name: str, said: str) -> None:
    raw = FOLDER / "raw.wav"
    subprocess.run(["espeak-ng", "-v", VOICE, "-s", "150", "-w", str(raw), said], check=True)
    edges = ["norm", "-6", "pad", "0.35", "0.6"]
    subprocess.run(["sox", str(raw), *SOUND, str(FOLDER / f"{name}.wav"), *edges], check=True)
    raw.unlink()


if __name__ == "__main__":
    for sentence in SAID.items():
        make(*sentence)
