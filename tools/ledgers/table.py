"""The figures of many ledgers as rows of a table."""

from collections.abc import Iterable, Iterator
from datetime import date

from tools.ledgers.life import lived
from tools.ledgers.scores import Scores, score

TODAY = date(2026, 11, 22)
"""The last day of every made-up ledger, so that a seed is the same ledger for ever."""


def measured(seeds: Iterable[int]) -> Scores:
    return score(lived(seed, TODAY) for seed in seeds)


def rows(scores: Scores) -> dict[str, str]:
    """Name → figure, ours before the others'."""
    return dict(
        [("ledgers", f"{scores.ledgers} of {scores.lines:,} lines"), *found(scores), *foretold(scores)]
    )


def found(scores: Scores) -> Iterator[tuple[str, str]]:
    for name, tally in scores.recurring.items():
        yield f"recurring, {name}", f"precision {tally.precision:.3f}, recall {tally.recall:.3f}"
    yield "recurring, cadence right", f"{scores.cadence.precision:.3f}"
    rises = scores.rises
    yield "price rises of the year", f"precision {rises.precision:.3f}, recall {rises.recall:.3f}"
    for name, tally in scores.anomalies.items():
        alarms = false_alarms(scores, name)
        yield f"anomalies, {name}", f"{alarms:.2f} false a category-year, recall {tally.recall:.3f}"


def foretold(scores: Scores) -> Iterator[tuple[str, str]]:
    for name, errors in scores.projection.items():
        yield f"month's end on day 10, {name}", f"WAPE {errors.wape:.3f}"
    yield "months that ended within the band", f"{scores.inside.precision:.3f}"
    for name, errors in scores.next_month.items():
        yield f"next month, {name}", f"WAPE {errors.wape:.3f}"


def false_alarms(scores: Scores, rule: str) -> float:
    """Wrong alarms for each category and year."""
    return scores.anomalies[rule].wrong / (scores.category_months / 12)
