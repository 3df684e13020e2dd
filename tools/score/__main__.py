"""Score a parser of spoken money sentences.

python -m tools.score voice.parser:read [FILE.jsonl …] [--split dev] [--tags] [--fails N] [--json]

`read(text, context)` returns {"action": "draft" | "ask" | "refuse" | "amend" | "query" | "set", "items": […]}
with amounts in integer minor units. Without a file it takes every row of tests/data/utterances. Failures of
held-out rows are counted, never shown.
"""

import importlib
import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tools.score import rows, scoring
from tools.score.scoring import EXACT, Answer

COLUMNS = (EXACT, "amount", "category", "not confidently wrong", "no false draft", "flagged when unsure")


def main(arguments: list[str]) -> None:
    asked = options(arguments)
    module, _, function = asked.parser.partition(":")
    sys.path.insert(0, ".")
    chosen = [row for row in rows.rows(asked.files or rows.files()) if asked.split in (None, row["split"])]
    given = scoring.answers(getattr(importlib.import_module(module), function or "read"), chosen)
    if not given:
        sys.exit("No rows to score.")
    print(figures(given) if asked.json else report(given, asked))


def options(arguments: list[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m tools.score", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parser", metavar="MODULE:FUNCTION")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--split", choices=rows.SPLITS)
    parser.add_argument("--tags", action="store_true", help="exact rows by tag")
    parser.add_argument("--fails", type=int, default=0, metavar="N", help="print N failures, none held out")
    parser.add_argument("--json", action="store_true", help="every share as one JSON object")
    return parser.parse_args(arguments)


def report(given: list[Answer], asked: Namespace) -> str:
    lines = [head(), *(line(*group) for group in scoring.grouped(given, by_kind_and_split).items())]
    lines += [line("all", given), "", *shares(given), latency(given)]
    if asked.tags:
        lines += ["", *(tag_line(*group) for group in scoring.grouped(given, scoring.by_tag).items())]
    wrong = [one for one in given if not one.exact and one.row["split"] != "heldout"]
    return "\n".join(lines + [failure(one) for one in wrong[: asked.fails]])


def by_kind_and_split(row: rows.Row) -> tuple[str]:
    return (f"{rows.kind(row)} {row['split']}",)


def head() -> str:
    return f"{cells('', *COLUMNS)}\n{cells(*('---' for _ in ('', *COLUMNS)))}"


def line(name: str, given: list[Answer]) -> str:
    tally = scoring.tally_of(given)
    return cells(name, *(tally.counted(column) for column in COLUMNS))


def cells(name: str, *values: str) -> str:
    """One row of a Markdown table."""
    return f"| {' | '.join([f'{name:13}', *(f'{value:16}' for value in values)])} |"


def shares(given: list[Answer]) -> list[str]:
    tally = scoring.tally_of(given)
    return [f"{name:26} {tally.counted(name)}" for name in tally.total]


def latency(given: list[Answer]) -> str:
    named = {"p50": 0.5, "p95": 0.95, "max": 1.0}
    times = (f"{name} {scoring.percentile(given, share):.2f} ms" for name, share in named.items())
    return f"{'latency':26} {', '.join(times)}"


def tag_line(tag: str, given: list[Answer]) -> str:
    return f"{tag:26} {scoring.tally_of(given).counted(EXACT)}"


def failure(one: Answer) -> str:
    wanted, got = (json.dumps(part, ensure_ascii=False) for part in (one.row["expect"], one.reading))
    return f"\n{one.row['lang']} | {one.row['text']}\n  wanted {wanted}\n  got    {got}"


def figures(given: list[Answer]) -> str:
    tally = scoring.tally_of(given)
    found = {name: round(tally.share(name), 4) for name in tally.total}
    return json.dumps({**found, "p95_ms": round(scoring.percentile(given, 0.95), 3)})


if __name__ == "__main__":
    main(sys.argv[1:])
