"""The month's figures beside SQLite's own GROUP BY over the same rows."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import connection

from finance.summaries import month_totals
from insights.services import summarise_month
from tools.bench.homes import household
from tools.bench.measure import Measure, versus

SIZES = (10_000, 100_000)
GROUP_BY = """
SELECT substr(t.date, 1, 7), a.uid, p.currency, sum(p.amount), count(*)
FROM finance_posting p
JOIN finance_transaction t ON t.id = p.transaction_id
JOIN finance_account a ON a.id = p.account_id
WHERE t.ledger_id = %s AND t.date BETWEEN %s AND %s AND NOT t.deleted AND t.status <> 'planned'
  AND a.kind IN ('income', 'expense')
GROUP BY 1, 2, 3
"""


def measure() -> Iterator[Measure]:
    today = datetime.now(UTC).date()
    month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    for rows in SIZES:
        ledger = household(rows).ledger
        peer, peer_name = partial(group_by, ledger, month), "SQLite's GROUP BY of that month"
        ours, theirs = versus(partial(month_totals, ledger, f"{month:%Y-%m}"), peer, times=15)
        yield Measure(f"month: totals, of {rows:,} entries", ours, peer_name, theirs)
        ours, theirs = versus(partial(summary, ledger, month, today), peer, times=15)
        yield Measure(f"month: totals and finding, of {rows:,}", ours, peer_name, theirs)


def group_by(ledger: UUID, month: date) -> Sequence[object]:
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    with connection.cursor() as cursor:
        cursor.execute(GROUP_BY, [ledger.hex, month.isoformat(), last.isoformat()])
        found: Sequence[object] = cursor.fetchall()
        return found


def summary(ledger: UUID, month: date, today: date) -> object:
    return summarise_month(ledger=ledger, currency="EUR", month=month, today=today)
