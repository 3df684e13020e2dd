"""How well the findings, and the rules of others, find what was put into made-up ledgers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import fmean

from insights.findings.anomalies import anomalies
from insights.findings.cadence import RHYTHMS
from insights.findings.next_month import next_month
from insights.findings.price_rises import price_rises
from insights.findings.projection import projection
from insights.findings.recurring import Recurring, recurring
from insights.frames import Cube
from insights.periods import Span, whole_month
from tools.ledgers.cubes import cube_from
from tools.ledgers.entry import Life, Truth
from tools.ledgers.rivals import (
    Found,
    linear_pace,
    quarter_more_rule,
    same_amount_rule,
    three_in_a_row_rule,
)
from tools.ledgers.tally import Errors, Tally

MONTHS = 12


@dataclass(slots=True)
class Scores:
    """Sums over ledgers, by the name of the rule; `inside` counts months that ended within their band."""

    ledgers: int = 0
    lines: int = 0
    recurring: dict[str, Tally] = field(default_factory=dict)
    cadence: Tally = field(default_factory=Tally)
    rises: Tally = field(default_factory=Tally)
    anomalies: dict[str, Tally] = field(default_factory=dict)
    category_months: int = 0
    projection: dict[str, Errors] = field(default_factory=dict)
    inside: Tally = field(default_factory=Tally)
    next_month: dict[str, Errors] = field(default_factory=dict)


def score(lives: Iterable[Life]) -> Scores:
    scores = Scores()
    for life in lives:
        scores.ledgers += 1
        scores.lines += len(life.entries)
        score_recurring(scores, life)
        score_months(scores, life)
    return scores


def score_recurring(scores: Scores, life: Life) -> None:
    """At the ledger's last day, by the series with as many payments on record as their cadence needs."""
    found = recurring(cube_from(life.entries, life.last))
    seen = [one for one in life.series if payments_of(life, one) >= RHYTHMS[one.cadence].fewest]
    rules: dict[str, set[Found]] = {
        "ours": {(one.name, one.amount) for one in found},
        "same amount": same_amount_rule(life.entries, life.last),
        "three in a row": three_in_a_row_rule(life.entries, life.last),
    }
    for name, guesses in rules.items():
        scores.recurring.setdefault(name, Tally()).add(judged(seen, guesses, life))
    for one in seen:
        for hit in (guess for guess in found if guess.name == one.payee and fits(one, guess.amount)):
            scores.cadence.add(Tally(hit.cadence == one.cadence, hit.cadence != one.cadence))
    score_rises(scores, life, seen, found)


def payments_of(life: Life, one: Truth) -> int:
    """How many of a series' payments are in the ledger, its payee's purchases left out."""
    begun, ended = one.begun, one.ended or life.last
    paid = [entry for entry in life.entries if entry.payee == one.payee and begun <= entry.day <= ended]
    return sum(entry.category == one.category for entry in paid)


def judged(series: Sequence[Truth], found: set[Found], life: Life) -> Tally:
    """Each series still paid must be found once, and nothing else.

    One that was given up too lately to be known as ended is neither right nor wrong.
    """
    tally, left = Tally(), set(found)
    for one in series:
        hit = next((guess for guess in sorted(left) if guess[0] == one.payee and fits(one, guess[1])), None)
        left -= {hit} if hit else set()
        if one.ended is None:
            tally.add(Tally(right=hit is not None, missed=hit is None))
        elif hit and (life.last - one.ended).days > RHYTHMS[one.cadence].days + RHYTHMS[one.cadence].grace:
            tally.wrong += 1
    tally.wrong += len(left)
    return tally


def fits(one: Truth, amount: int) -> bool:
    return one.varies or 10 * abs(amount - one.amount) <= one.amount


def score_rises(scores: Scores, life: Life, seen: Sequence[Truth], found: Sequence[Recurring]) -> None:
    """The last price rise of each series still paid, if it was within the year: told with its day, or not."""
    told = {(one.name, one.now): one.since for one in price_rises(found, life.last)}
    for one in seen:
        if one.ended is None and not one.income:
            true = one.risen[-1] if one.risen and (life.last - one.risen[-1]).days <= 365 else None
            day = told.pop((one.payee, one.amount), None)
            scores.rises.add(Tally(right=day is not None and day == true, missed=bool(true) and day != true))
            scores.rises.wrong += day is not None and day != true
    scores.rises.wrong += len(told)


def score_months(scores: Scores, life: Life) -> None:
    """Each of the last twelve whole months: its oddities once over, its end foretold on day 10."""
    month = whole_month(life.last.replace(day=1) - timedelta(days=1))
    for _ in range(MONTHS):
        if month.month not in life.gaps:
            over = cube_from(life.entries, month.last)
            score_anomalies(scores, life, over, month.month)
            score_foresight(scores, life, over, month)
        month = whole_month(month.first - timedelta(days=1))


def score_anomalies(scores: Scores, life: Life, over: Cube, month: str) -> None:
    odd = {one.category for one in life.oddities if one.month == month}
    by_category = totals(over)
    before = [past for past in over.whole_months if past >= over.index - MONTHS]
    known = {name: [sums[past] for past in before] for name, sums in by_category.items()}
    known = {name: sums for name, sums in known.items() if any(sums)}
    scores.category_months += len(known)
    rules = {
        "ours": {one.name for one in anomalies(over)},
        "25 % off the mean": {
            name for name, sums in known.items() if quarter_more_rule(sums, by_category[name][over.index])
        },
    }
    for name, guesses in rules.items():
        tally = Tally(len(guesses & odd), len(guesses - odd), len(odd - guesses))
        scores.anomalies.setdefault(name, Tally()).add(tally)


def totals(cube: Cube) -> dict[str, Counter[int]]:
    """Category → month → net spending."""
    lines = cube.spent.groupby(["category", "month"], as_index=False)["total"].sum()
    columns = (lines[name].tolist() for name in ("category", "month", "total"))
    found: dict[str, Counter[int]] = {}
    for ref, month, total in zip(*columns, strict=True):
        found.setdefault(cube.accounts[ref].name, Counter())[month] = total
    return found


def spending(cube: Cube, month: int) -> int:
    return sum(sums[month] for sums in totals(cube).values())


def score_foresight(scores: Scores, life: Life, over: Cube, month: Span) -> None:
    actual = spending(over, over.index)
    if found := projection(cube_from(life.entries, month.first + timedelta(days=9))):
        pace = linear_pace(found.known, 10, month.days)
        missed(scores.projection, {"ours": found.expected, "linear pace": pace}, actual)
        inside = found.low <= actual <= found.high
        scores.inside.add(Tally(inside, not inside))
    before = cube_from(life.entries, month.first - timedelta(days=1))
    if ahead := next_month(before):
        year = [spending(before, past) for past in [before.index, *before.whole_months][:MONTHS]]
        rules = {"ours": ahead.expected, "the month before": year[0], "mean of twelve": round(fmean(year))}
        missed(scores.next_month, rules, actual)


def missed(errors: dict[str, Errors], expected: dict[str, int], actual: int) -> None:
    for name, guess in expected.items():
        errors.setdefault(name, Errors()).add(guess, actual)
