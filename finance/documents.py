"""A row as a document, and the paths into it (pure; the browser replays mutations by the same rules).

A document is a dict; `tags`, `aliases` and `lines` are maps inside it and a line is a map again. A path
is `field`, `tags.<name>`, `aliases.<name>`, `lines.<id>` or `lines.<id>.<field>`: a name may hold dots.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Document: TypeAlias = dict[str, Any]
Fields: TypeAlias = Mapping[str, Any]
RIVALS = {"category": "account", "account": "category"}


def steps(path: str) -> tuple[str, ...]:
    """The keys a path walks: "tags.v1.0" → ("tags", "v1.0"), "lines.7.amount" → ("lines", "7", "amount")."""
    head, _, rest = path.partition(".")
    if not rest:
        return (head,)
    return (head, *rest.split(".", 1)) if head == "lines" else (head, rest)


def get(document: Document, path: str) -> Any:
    """The value at a path; None where there is none."""
    value: Any = document
    for step in steps(path):
        if not isinstance(value, dict) or step not in value:
            return None
        value = value[step]
    return value


def put(document: Document, path: str, value: Any) -> None:
    """Set the value at a path in place, making the maps on the way; None removes a map's key."""
    *way, last = steps(path)
    for step in way:
        if value is None and not isinstance(document.get(step), dict):
            return
        document = document.setdefault(step, {})
    if value is None and way:
        document.pop(last, None)
    else:
        document[last] = value


def with_rivals(fields: Fields) -> dict[str, Any]:
    """A line names a category or an account: setting one clears the other."""
    cleared = (rival(path) for path, value in fields.items() if value is not None)
    return {**{path: None for path in cleared if path and fields.get(path) is None}, **fields}


def rival(path: str) -> str | None:
    """The path that a path cannot stand beside: rival("lines.7.category") → "lines.7.account"."""
    head, _, name = path.rpartition(".")
    other = RIVALS.get(name)
    return f"{head}.{other}" if other and steps(path)[0] == "lines" else None


def covers(path: str, other: str) -> bool:
    """Whether writing `path` writes all of `other`: covers("lines.7", "lines.7.amount")."""
    long = steps(other)
    return long[: len(steps(path))] == steps(path)


def overlaps(path: str, others: Iterable[str]) -> bool:
    return any(covers(path, other) or covers(other, path) for other in others)
