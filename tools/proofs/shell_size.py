"""How much a phone must fetch before it shows the app."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

from tools.proofs.figure import Figure
from tools.setup import ROOT

LIMIT = 60_000
DIST = ROOT / "static" / "dist"
ENTRY = "static/src/main.ts"


def prove(seed: int) -> Figure:
    """The shell: the entry script, what it imports at once, its styles and the page, gzipped one by one.

    The speech engine, the parser and the model come later and are not in it.
    """
    manifest = json.loads((DIST / ".vite" / "manifest.json").read_text())
    names = sorted(set(shell(manifest, ENTRY)))
    files = [ROOT / "templates" / "app.html", *(DIST / name for name in names)]
    sizes = [len(gzip.compress(path.read_bytes(), 9)) for path in files]
    total = sum(sizes)
    numbers = {"bytes": f"{total:,}", "files": str(len(sizes)), "largest": f"{max(sizes):,}"}
    return Figure(f"The shell is at most {LIMIT:,} bytes gzipped.", total <= LIMIT, numbers)


def shell(manifest: dict[str, Any], name: str) -> Iterator[str]:
    """The files of a manifest entry and of everything it imports statically."""
    entry = manifest[name]
    yield entry["file"]
    yield from entry.get("css", [])
    for imported in entry.get("imports", []):
        yield from shell(manifest, imported)
