"""Keep voice/parser inside what MicroPython 1.27 has and does alike: `python -m tools.parser_lint`.

An allow-list over the syntax tree: what is not known to work in both runtimes is refused, with its remedy.
"""

import ast
import builtins
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "voice" / "parser"
PACKAGE = "voice.parser"
MODULES = {"json"}
BUILTINS = frozenset(
    """
    OSError TypeError ValueError abs all any bool chr dict enumerate float int isinstance len list max min
    object open ord range sorted str sum tuple type zip True False None __file__ __name__
    """.split()  # noqa: SIM905
)
METHODS = frozenset(
    """
    append count endswith extend find get insert join pop read remove replace rfind split rsplit startswith
    update
    """.split()  # noqa: SIM905
)
KNOWN_METHODS = {name for kind in (str, list, dict, set, tuple, int, bytes) for name in dir(kind)} - {"index"}
GENERICS = {"list", "dict", "tuple", "set", "type", "frozenset"}
SYNTAX: dict[type[ast.AST], str] = {
    ast.Match: "match is missing: use if and elif",
    ast.Set: "sets come in another order: use a dict or a list",
    ast.SetComp: "sets come in another order: use a dict or a list",
    ast.TryStar: "except* is missing: use except",
    ast.AsyncFunctionDef: "the parser is synchronous: use def",
    ast.Await: "the parser is synchronous: call directly",
    ast.FormattedValue: "f-strings differ in their formats: join text or use %",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One place that would fail or differ under MicroPython."""

    path: str
    line: int
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.remedy}"


def main() -> int:
    """Print every violation of the package; 1 if there is one."""
    paths = sorted(FOLDER.glob("*.py"))
    violations = [found for path in paths for found in check(path.read_text("utf-8"), str(path))]
    for violation in violations:
        print(violation)
    return 1 if violations else 0


def check(source: str, path: str) -> list[Violation]:
    """The violations of one module, in the order of its lines."""
    tree = ast.parse(source)
    skipped = untouched_by_micropython(tree)
    found = {
        Violation(path, getattr(node, "lineno", 1), remedy)
        for node in ast.walk(tree)
        if node not in skipped
        for remedy in remedies(node)
    }
    return sorted(found, key=lambda violation: (violation.line, violation.remedy))


def untouched_by_micropython(tree: ast.Module) -> set[ast.AST]:
    """Annotations, and what stands under `if TYPE_CHECKING:`."""
    roots: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            roots += node.body
        elif isinstance(node, ast.FunctionDef) and node.returns:
            roots.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            roots.append(node.annotation)
    return {inner for root in roots for inner in ast.walk(root)}


def remedies(node: ast.AST) -> Iterator[str]:
    """What is wrong with one node, said as its remedy."""
    for kind, remedy in SYNTAX.items():
        if isinstance(node, kind):
            yield remedy
    for rule in (imports, names, generics, slices, unpacking, definitions, methods, calls):
        yield from rule(node)


def imports(node: ast.AST) -> Iterator[str]:
    modules: list[str] = []
    if isinstance(node, ast.Import):
        modules = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        modules = ["." * node.level + (node.module or "")]
    for module in modules:
        if module not in MODULES and not module.startswith(PACKAGE + "."):
            yield f"import of {module}: only json and {PACKAGE}.* are there (types under `if TYPE_CHECKING:`)"


def names(node: ast.AST) -> Iterator[str]:
    known = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and hasattr(builtins, node.id)
    if known and isinstance(node, ast.Name) and node.id not in BUILTINS:
        yield f"{node.id} is missing or differs: use {', '.join(sorted(BUILTINS - {'__file__', '__name__'}))}"


def generics(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in GENERICS:
        yield f"{node.value.id}[...] fails at run time: move it into an annotation"


def slices(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Slice) and node.step is not None:
        yield "a slice with a step is missing: use range with a step"


def unpacking(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.List | ast.Tuple) and any(isinstance(one, ast.Starred) for one in node.elts):
        yield "[*a] is missing: add lists with +"
    if isinstance(node, ast.Dict) and None in node.keys:
        yield "{**a} is missing: copy with dict(a) and update"


def definitions(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list:
        yield "decorators need modules that are missing: write a plain function or class"
    if isinstance(node, ast.FunctionDef) and node.args.posonlyargs:
        yield "positional-only / is missing: take it out"


def methods(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Attribute) or node.attr not in KNOWN_METHODS or node.attr in METHODS:
        return
    known = ", ".join(sorted(METHODS))
    yield f".{node.attr} is missing or differs: use {known}, or voice/parser/letters.py for letters"


def calls(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call):
        return
    if isinstance(node.func, ast.Name) and node.func.id == "sorted" and node.keywords:
        yield "sorting by a key is not stable: sort tuples that have a total order"
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in ("split", "rsplit") and not node.args:
        yield f".{name}() splits at other spaces: name the separator"
    if name in ("startswith", "endswith") and (len(node.args) != 1 or isinstance(node.args[0], ast.Tuple)):
        yield f".{name} takes one text: ask once for each"


if __name__ == "__main__":
    sys.exit(main())
