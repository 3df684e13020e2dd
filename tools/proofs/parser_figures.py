"""The parser on every sentence of tests/data/utterances, those it was not made on apart."""

from tools.proofs.figure import Figure, share
from tools.score import rows, scoring
from tools.score.scoring import EXACT, Answer
from voice.parser import read

SLOWEST = 5.0
ENOUGH = 0.95


def prove(seed: int) -> Figure:
    """Of all written without the parser in view, dev and held out: each language's amounts, and what changes
    the last entry or asks, exactly. The shares of each split stand beside.
    """
    given = scoring.answers(read, rows.rows(rows.files()))
    own = [one for one in given if one.row["split"] != "seen"]
    reached = {name: reached_by(name, group) for name, group in scoring.grouped(own, scoring.by_kind).items()}
    holds = scoring.percentile(given, 0.95) <= SLOWEST and min(reached.values()) >= ENOUGH
    claim = (
        f"Of the benchmark's own sentences, each language's amounts are right, and what amends or asks is "
        f"exact, in at least {100 * ENOUGH:.0f} %; 95 of 100 sentences take at most {SLOWEST:.0f} ms."
    )
    return Figure(claim, holds, numbers(given))


def reached_by(name: str, given: list[Answer]) -> float:
    tally = scoring.tally_of(given)
    return tally.share(EXACT if name in rows.COMMANDS else "amount")


def numbers(given: list[Answer]) -> dict[str, str]:
    named = {
        "p50": f"{scoring.percentile(given, 0.5):.2f} ms",
        "p95": f"{scoring.percentile(given, 0.95):.2f} ms",
        "slowest": f"{scoring.percentile(given, 1):.2f} ms",
    }
    for split, part in scoring.grouped(given, scoring.by_split).items():
        named |= {f"{split}: {name}": value for name, value in split_numbers(part).items()}
    return named


def split_numbers(given: list[Answer]) -> dict[str, str]:
    tally = scoring.tally_of(given)
    kinds = {
        f"{kind} exact": exact_share(part) for kind, part in scoring.grouped(given, scoring.by_kind).items()
    }
    wrong = {
        "confidently wrong amounts": "not confidently wrong",
        "false drafts": "no false draft",
    }
    missed = {
        name: share(tally.total[right] - tally.right[right], tally.total[right])
        for name, right in wrong.items()
    }
    return {"exact": exact_share(given), **kinds, **missed}


def exact_share(given: list[Answer]) -> str:
    tally = scoring.tally_of(given)
    return share(tally.right[EXACT], tally.total[EXACT])
