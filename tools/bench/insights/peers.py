"""The same totals by others: one statement of SQLite's, and beancount from its own text."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.db import connection

from tools.ledgers import bean
from tools.ledgers.booking import KINDS

GROUP_BY = """
SELECT substr(t.date, 1, 7), p.account_id, t.payee_id, p.currency, sum(p.amount)
FROM finance_posting p
JOIN finance_transaction t ON t.id = p.transaction_id
JOIN finance_account a ON a.id = p.account_id
WHERE t.ledger_id = %s AND NOT t.deleted AND t.status <> 'planned' AND a.kind IN ('income', 'expense')
GROUP BY 1, 2, 3, 4
"""
LEGS = """
SELECT t.id, t.date, a.kind, a.id, p.amount, p.currency
FROM finance_posting p
JOIN finance_transaction t ON t.id = p.transaction_id
JOIN finance_account a ON a.id = p.account_id
WHERE t.ledger_id = %s AND NOT t.deleted AND t.status <> 'planned' ORDER BY t.id
"""
ROOTS = {kind: root for root, kind in KINDS.items()}


def group_by(ledger: UUID) -> Sequence[object]:
    """Every month, category and payee of the ledger, fetched."""
    with connection.cursor() as cursor:
        cursor.execute(GROUP_BY, [ledger.hex])
        found: Sequence[object] = cursor.fetchall()
        return found


def text(ledger: UUID) -> str:
    """The ledger in beancount's syntax."""
    lines, names, last = [], set(), None
    with connection.cursor() as cursor:
        cursor.execute(LEGS, [ledger.hex])
        for number, day, kind, account, amount, currency in cursor.fetchall():
            name = f"{ROOTS[kind]}:A{account}"
            names.add(name)
            lines += [f'\n{day} * ""'] if number != last else []
            lines.append(f"  {name}  {Decimal(amount).scaleb(-2)} {currency}")
            last = number
    return "\n".join([*(f"1900-01-01 open {name}" for name in sorted(names)), *lines, ""])


def beancount(written: str) -> object:
    """Read the text and add it up by month, account and currency."""
    return bean.totals(bean.read(written))
