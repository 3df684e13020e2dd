"""The parser in the browser's runtime and in the server's, on every sentence there is."""

import json
import subprocess

from tools.proofs.figure import Figure
from tools.score import rows
from tools.setup import BIN, ROOT
from voice.parser import read_json

SCRIPT = "tests/voice/parser/read_in_micropython.mjs"


def prove(seed: int) -> Figure:
    """Every row of tests/data/utterances, answered by MicroPython and by CPython."""
    questions = [
        json.dumps({"text": row["text"], "context": row["context"]}, ensure_ascii=False)
        for row in rows.rows(rows.files())
    ]
    answers = in_micropython(questions)
    apart = sum(answer != read_json(question) for question, answer in zip(questions, answers, strict=True))
    claim = "MicroPython answers every sentence byte for byte as CPython does."
    return Figure(claim, apart == 0, {"sentences": f"{len(questions):,}", "apart": str(apart)})


def in_micropython(questions: list[str]) -> list[str]:
    command = [str(BIN / "node"), SCRIPT, str(ROOT)]
    lines = "\n".join(questions)
    run = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, encoding="utf-8", check=True)
    return run.stdout.split("\n")[:-1]
