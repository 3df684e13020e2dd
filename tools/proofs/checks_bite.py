"""Each check fails when what it guards is broken: one break at a time, in a copy of the tree."""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools import setup
from tools.check import CHECKS
from tools.proofs.figure import Figure


@dataclass(frozen=True, slots=True)
class Break:
    """Lines put at the end of a file, and the check that must then fail."""

    check: str
    path: str
    lines: str


BREAKS = [
    Break("ruff, lint", "finance/fold.py", "import os\n"),
    Break("ruff, format", "finance/fold.py", "x = {  'a':1 }\n"),
    Break("mypy --strict", "finance/fold.py", "\n\ndef untyped(x):\n    return x\n"),
    Break("mypy --strict", "voice/parser/__init__.py", "\nWRONG: int = 'text'\n"),
    Break("import contracts (Python)", "finance/fold.py", "\nimport voice.recognizer\n"),
    Break("import contracts (Python)", "voice/urls.py", "\nimport insights.facts\n"),
    Break("import contracts (Python)", "insights/facts/pen.py", "\nimport finance.models\n"),
    Break("parser stays inside MicroPython", "voice/parser/__init__.py", "\nimport dataclasses\n"),
    Break(
        "migrations match the models",
        "finance/models/ledger.py",
        '\nLedger.add_to_class("extra", models.CharField(default="", max_length=3))\n',
    ),
    Break("tsc --strict", "static/src/lib/fold.ts", "\nexport const wrong: number = 'text';\n"),
    Break("import contracts (TypeScript)", "static/src/lib/fold.ts", '\nimport "../sync/store";\n'),
    Break("import contracts (TypeScript)", "static/src/voice/ear.ts", '\nimport "../sync/store";\n'),
    Break("files and functions stay short", "finance/fold.py", "\n" * 260),
]
LINKED = (".venv", "node_modules")
"""What a copy borrows: it is not part of the tree."""


def prove(seed: int) -> Figure:
    """Copy the committed tree, break one thing at a time, and run the check that guards it."""
    with tempfile.TemporaryDirectory(prefix="broken-") as folder:
        tree = copy_tree(Path(folder))
        passed_whole = [check for check in {one.check for one in BREAKS} if fails(check, tree)]
        slept = [one for one in BREAKS if not bites(one, tree)]
    numbers = {"breaks": str(len(BREAKS)), "caught": str(len(BREAKS) - len(slept))}
    if slept or passed_whole:
        numbers["wrong"] = "; ".join([*(f"{one.check} on {one.path}" for one in slept), *passed_whole])
    claim = "Every check passes on the tree and fails on each break of what it guards."
    return Figure(claim, not slept and not passed_whole, numbers)


def copy_tree(folder: Path) -> Path:
    names = subprocess.run(["git", "ls-files"], cwd=setup.ROOT, capture_output=True, text=True, check=True)
    for name in names.stdout.splitlines():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(setup.ROOT / name, folder / name)
    for name in LINKED:
        (folder / name).symlink_to(setup.ROOT / name)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def bites(one: Break, tree: Path) -> bool:
    """Whether the check fails while the break is in the tree."""
    path = tree / one.path
    whole = path.read_text()
    path.write_text(whole + one.lines)
    try:
        return fails(one.check, tree)
    finally:
        path.write_text(whole)


def fails(check: str, tree: Path) -> bool:
    command = [part.replace(str(setup.ROOT), str(tree)) for part in dict(CHECKS)[check]]
    environment = {**setup.environment(), "MY_FUNDS_VAR": str(tree / "var"), "PYTHONPATH": str(tree)}
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True).returncode != 0
