"""Payees and the names heard for them."""

from finance.entities.rows import Table
from finance.models import Payee


class Payees(Table[Payee]):
    name = "payee"
    model = Payee
    columns = ("name", "aliases")

    def in_use(self, row: Payee) -> bool:
        return row.transactions.filter(deleted=False).exists()
