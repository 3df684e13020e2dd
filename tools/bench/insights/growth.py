"""A ledger of many transactions in little time: a household's ten years, copied by SQLite itself."""

from uuid import UUID

from django.db import connection, transaction

PAYEES = 10
"""So many sets of payees the copies share among them."""
APART = 10**8
"""Between the numbers of one copy and the next."""

COPY_PAYEES = """
INSERT INTO finance_payee (id, uid, seq, deleted, name, aliases, ledger_id)
SELECT id + %(by)s, lower(hex(randomblob(16))), seq + %(by)s, deleted, name || ' ' || %(copy)s, aliases,
  ledger_id
FROM finance_payee WHERE ledger_id = %(ledger)s AND id < %(apart)s
"""
COPY_TRANSACTIONS = """
INSERT INTO finance_transaction
  (id, uid, seq, deleted, date, note, tags, status, origin, account_id, ledger_id, payee_id)
SELECT id + %(by)s, lower(hex(randomblob(16))), seq + %(by)s, deleted, date, note, tags, status, origin,
  account_id, ledger_id, payee_id + %(payees)s
FROM finance_transaction WHERE ledger_id = %(ledger)s AND id < %(apart)s
"""
COPY_POSTINGS = """
INSERT INTO finance_posting (id, transaction_id, line, names, account_id, amount, currency)
SELECT p.id + %(by)s, p.transaction_id + %(by)s, p.line, p.names, p.account_id, p.amount, p.currency
FROM finance_posting p JOIN finance_transaction t ON t.id = p.transaction_id
WHERE t.ledger_id = %(ledger)s AND t.id < %(apart)s
"""
COUNT_AGAIN = (
    "UPDATE finance_rollup SET total = total * %(grown)s / %(was)s, count = count * %(grown)s / %(was)s"
)


def grow(ledger: UUID, was: int, grown: int) -> None:
    """Copy the ledger's first transactions until there are `grown` times as many; `was` times are there."""
    with transaction.atomic(), connection.cursor() as cursor:
        for copy in range(was, grown):
            numbers: dict[str, str | int] = {
                "ledger": ledger.hex, "apart": APART, "copy": copy, "by": APART * copy,
                "payees": APART * (copy % PAYEES),
            }  # fmt: skip
            if copy < PAYEES:
                cursor.execute(COPY_PAYEES, numbers)
            cursor.execute(COPY_TRANSACTIONS, numbers)
            cursor.execute(COPY_POSTINGS, numbers)
        cursor.execute(COUNT_AGAIN, {"grown": grown, "was": was})
        cursor.execute("ANALYZE")
