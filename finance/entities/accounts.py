"""Accounts and categories."""

from django.db.models import Q

from finance.entities.rows import Table
from finance.models import Account, Transaction


class Accounts(Table[Account]):
    name = "account"
    model = Account
    columns = ("name", "kind", "key", "currency", "order", "closed")

    def in_use(self, row: Account) -> bool:
        named = Q(account=row) | Q(postings__account=row)
        return Transaction.objects.filter(named, deleted=False, ledger_id=row.ledger_id).exists()
