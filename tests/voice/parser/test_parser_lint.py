"""The lint finds each thing that MicroPython lacks or does differently, and passes the parser as it is."""

from pathlib import Path

import pytest

from tools import parser_lint

FORBIDDEN = {
    "import re": "import of re",
    "from typing import Any": "import of typing",
    "from __future__ import annotations": "import of __future__",
    "from dataclasses import dataclass": "import of dataclasses",
    "from voice.recognizer import x": "import of voice.recognizer",
    "from . import x": "import of .",
    "match x:\n    case 1:\n        pass": "match is missing",
    "a = {1, 2}": "sets come in another order",
    "a = {b for b in c}": "sets come in another order",
    "a = set(b)": "set is missing or differs",
    "a = round(1.5)": "round is missing or differs",
    "a = eval('1')": "eval is missing or differs",
    "a = f'{b:03d}'": "f-strings differ",
    "a = list[str]": "list[...] fails at run time",
    "a = b[::-1]": "a slice with a step",
    "a = {**b}": "{**a} is missing",
    "a = (*b, 1)": "[*a] is missing",
    "def a(b, /):\n    pass": "positional-only",
    "@a\ndef b():\n    pass": "decorators need modules",
    "@a\nclass B:\n    pass": "decorators need modules",
    "async def a():\n    pass": "synchronous",
    "a = 'É'.lower()": ".lower is missing or differs",
    "a = 'b'.zfill(2)": ".zfill is missing or differs",
    "a = 'b'.title()": ".title is missing or differs",
    "a = 'b'.strip()": ".strip is missing or differs",
    "for a in b.items():\n    pass": ".items is missing or differs",
    "a.sort()": ".sort is missing or differs",
    "a = sorted(b, key=c)": "sorting by a key is not stable",
    "a = 'b'.split()": ".split() splits at other spaces",
    "a = 'b'.endswith(('b', 'c'))": ".endswith takes one text",
    "try:\n    pass\nexcept* OSError:\n    pass": "except* is missing",
}
ALLOWED = """
import json
from voice.parser.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def a(b: "list[str]", c: dict[str, int] | None) -> "list[Any]":
    d: list[str] = []
    return sorted(d) + b[1:] + [json.loads("%s" % c)]
"""


class TestParserLint:
    @pytest.mark.parametrize(("source", "remedy"), FORBIDDEN.items())
    def test_finds(self, source: str, remedy: str) -> None:
        found = parser_lint.check("x = 1\n" * 3 + source, "x.py")
        assert [violation for violation in found if remedy in violation.remedy], found
        assert found[0].line in (4, 5), "the line of the thing itself"

    def test_passes_annotations_and_what_only_types_need(self) -> None:
        assert parser_lint.check(ALLOWED, "x.py") == []

    def test_passes_the_parser_as_it_is(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert parser_lint.main() == 0, capsys.readouterr().out

    def test_fails_a_package_with_a_violation(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "bad.py").write_text("import re\n")
        monkeypatch.setattr(parser_lint, "FOLDER", tmp_path)
        assert parser_lint.main() == 1
        assert "bad.py:1: import of re" in capsys.readouterr().out
