"""The month as a person sees it: totals from the rollup, what was found in it, and the words that tell it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from finance.summaries import CategoryTotal, month_totals
from finance.wording import say
from insights.cards import Card, cards_of, digest_of
from insights.dismissals import NONE_JUDGED, Judged
from insights.errors import MonthMalformed
from insights.facts import Finding
from insights.findings.month import Findings, findings_of
from insights.frames import Cubes, cubes_of, most_used
from insights.narrator import Narrative, tell
from insights.periods import month_index

MONTH = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Digest:
    """The week in at most three narratives; `id` is the same all week: "digest:2026-W47"."""

    id: str
    narratives: tuple[Narrative, ...]


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """A month of a ledger; `spent` and `income` per currency in minor units, positive as people say them.

    `findings` are of the one `currency` that is told of; `cards` without those put away; `reason` says why
    nothing can be compared, None where something is.
    """

    month: str
    today: date
    language: str
    currency: str
    totals: Sequence[CategoryTotal]
    spent: dict[str, int]
    income: dict[str, int]
    findings: Findings | None
    cards: tuple[Card, ...]
    digest: Digest | None
    reason: str | None

    def tell(self, finding: Finding) -> Narrative:
        """The finding in the words of this summary's day and language."""
        return tell(finding, today=self.today, language=self.language)


def parse_month(text: str) -> date:
    """The first day of "2026-11"; `MonthMalformed` for anything but YYYY-MM of the years 1000 to 2999."""
    found = MONTH.fullmatch(text)
    if not found:
        raise MonthMalformed({"month": text[:20]})
    return date(int(found[1]), int(found[2]), 1)


def summarise_month(
    *,
    ledger: UUID,
    currency: str,
    month: date,
    today: date,
    language: str = "en",
    judged: Judged = NONE_JUDGED,
) -> MonthSummary:
    """Totals of the month by category and currency from the rollup, and what was found in one currency.

    `currency` is the ledger's own; `month` its first day. The cubes are made once.
    """
    totals = month_totals(ledger, f"{month:%Y-%m}")
    cubes = cubes_of(ledger, today, month) if month <= today else None
    told = told_currency(cubes, currency) if cubes else currency
    findings = findings_of(cubes.of(told)) if cubes else None
    return MonthSummary(
        month=f"{month:%Y-%m}",
        today=today,
        language=language,
        currency=told,
        totals=totals,
        spent=sum_of(totals, "expense"),
        income={code: -total for code, total in sum_of(totals, "income").items()},
        findings=findings,
        cards=cards_for(findings, judged, today, language) if findings else (),
        digest=digest_for(findings, judged, today, language) if findings else None,
        reason=None if findings and findings.what_changed else why_none(month, today, totals, language),
    )


def told_currency(cubes: Cubes, own: str) -> str:
    """The one currency that is told of: the ledger's own, unless the month has entries in others alone."""
    month = cubes.days[cubes.days["month"] == month_index(cubes.month.first)]
    used = most_used(month)
    return own if own in used or not used else used[0]


def cards_for(findings: Findings, judged: Judged, today: date, language: str) -> tuple[Card, ...]:
    """The cards not put away; those of a sort that was not useful come last."""
    cards = cards_of(findings, today=today, language=language, away=judged.away)
    return tuple(sorted(cards, key=lambda card: card.kind in judged.less))


def digest_for(findings: Findings, judged: Judged, today: date, language: str) -> Digest | None:
    """This week's digest; None where nothing moved, or where it was closed."""
    year, week, _ = today.isocalendar()
    name = f"digest:{year}-W{week:02}"
    lines = digest_of(findings, today=today, language=language)
    if name in judged.away or not lines:
        return None
    return Digest(name, tuple(line.narrative for line in lines))


def why_none(month: date, today: date, totals: Sequence[CategoryTotal], language: str) -> str:
    """Why nothing can be compared, with what to do about it where there is something."""
    if month > today:
        return say("insight.none.future", language=language)
    spent = any(total.kind == "expense" for total in totals)
    return say("insight.none.no_previous" if spent else "insight.none.no_entries", language=language)


def sum_of(totals: Sequence[CategoryTotal], kind: str) -> dict[str, int]:
    """Per currency, as the lines sum: income is negative."""
    sums: Counter[str] = Counter()
    for total in totals:
        if total.kind == kind:
            sums[total.currency] += total.total
    return dict(sorted(sums.items()))
