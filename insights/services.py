"""The month as a person sees it: totals from the rollup, and the one finding that a template tells."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from finance.summaries import CategoryTotal, cube, month_totals
from finance.wording import say
from insights.errors import MonthMalformed
from insights.findings.what_changed import WhatChanged, what_changed
from insights.frames import cube_frame, most_used
from insights.narrator import Narrative, tell
from insights.periods import Span, same_days

MONTH = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding and the sentence that tells it."""

    finding: WhatChanged
    narrative: Narrative


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """A month of a ledger; `spent` and `income` per currency in minor units, positive as people say them."""

    month: str
    today: date
    totals: Sequence[CategoryTotal]
    spent: dict[str, int]
    income: dict[str, int]
    told: Told | None
    reason_without_finding: str | None


def parse_month(text: str) -> date:
    """The first day of "2026-11"; `MonthMalformed` for anything but YYYY-MM of the years 1000 to 2999."""
    found = MONTH.fullmatch(text)
    if not found:
        raise MonthMalformed({"month": text[:20]})
    return date(int(found[1]), int(found[2]), 1)


def summarise_month(
    *, ledger: UUID, currency: str, month: date, today: date, language: str = "en"
) -> MonthSummary:
    """Totals of the month by category and currency from the rollup, and what changed told in a sentence.

    `currency` is the ledger's own; `month` its first day.
    """
    totals = month_totals(ledger, f"{month:%Y-%m}")
    finding = month_finding(ledger, currency, same_days(month, today)) if month <= today else None
    return MonthSummary(
        month=f"{month:%Y-%m}",
        today=today,
        totals=totals,
        spent=sum_of(totals, "expense"),
        income={code: -total for code, total in sum_of(totals, "income").items()},
        told=Told(finding, tell(finding, today=today, language=language)) if finding else None,
        reason_without_finding=None if finding else reason(month, today, totals, language),
    )


def month_finding(ledger: UUID, currency: str, spans: tuple[Span, Span]) -> WhatChanged | None:
    """What changed in the ledger's own currency; where that has nothing, in the one most used."""
    now, before = (cube_frame(cube(ledger, span.first, span.last)) for span in spans)
    found = (what_changed(now, before, code, spans) for code in [currency, *most_used(now)])
    return next((finding for finding in found if finding), None)


def reason(month: date, today: date, totals: Sequence[CategoryTotal], language: str) -> str:
    if month > today:
        return say("insight.none.future", language=language)
    spent = any(total.kind == "expense" for total in totals)
    return say("insight.none.no_previous" if spent else "insight.none.no_entries", language=language)


def sum_of(totals: Sequence[CategoryTotal], kind: str) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for total in totals:
        if total.kind == kind:
            sums[total.currency] += total.total
    return dict(sorted(sums.items()))
