"""Fail when a source file is over 250 lines or a Python function over 20 (docstring left out): split it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.setup import ROOT

FILE_LIMIT = 250
FUNCTION_LIMIT = 20


def main() -> None:
    complaints = [line for path in sources() for line in complaints_about(path)]
    if complaints:
        sys.exit("\n".join(complaints))


def sources() -> list[Path]:
    """Every committed or new source file, migrations and tests left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py", "*.ts", "*.css"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    paths = [ROOT / name for name in listed if "migrations" not in name and not name.startswith("tests/")]
    return [path for path in paths if path.exists()]


def complaints_about(path: Path) -> Iterator[str]:
    text = path.read_text()
    name = path.relative_to(ROOT)
    lines = text.count("\n")
    if lines > FILE_LIMIT:
        yield f"{name}: {lines} lines, at most {FILE_LIMIT}"
    if path.suffix == ".py":
        yield from (f"{name}:{line}: {what}" for line, what in long_functions(text))


def long_functions(text: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - first_statement(node) + 1
            if length > FUNCTION_LIMIT:
                yield node.lineno, f"{node.name} has {length} lines, at most {FUNCTION_LIMIT}"


def first_statement(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The line of the first statement after the docstring."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return body[0].lineno


if __name__ == "__main__":
    main()
