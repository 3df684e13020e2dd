"""The rollup by month, account and currency, kept in the transaction of every write."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import DataError, IntegrityError
from django.db.models import F

from finance.errors import Malformed
from finance.models import Ledger, Posting, Rollup, Transaction
from finance.prepared import NUMBERS, TEXTS, UUIDS, PreparedUpdate

ADD = PreparedUpdate(
    lambda _total, _count, ledger, month, account, currency: Rollup.objects.filter(
        ledger=ledger, month=month, account_id=account, currency=currency
    ),
    lambda total, count, *_cell: {"total": F("total") + total, "count": F("count") + count},
    *(NUMBERS, NUMBERS, UUIDS, TEXTS, NUMBERS, TEXTS),
)


@dataclass(slots=True)
class Cells:
    """What transactions add to the rollup: (month, account's database key, currency) → sums."""

    totals: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    counts: Counter[tuple[str, int, str]] = field(default_factory=Counter)

    def add(self, row: Transaction, legs: Iterable[Posting], sign: int) -> None:
        """Count postings in (sign 1) or out (sign -1); a tombstone or a planned one counts nowhere."""
        if row.deleted or row.status == "planned":
            return
        for leg in legs:
            cell = (f"{row.date:%Y-%m}", leg.account_id, leg.currency)
            self.totals[cell] += sign * leg.amount
            self.counts[cell] += sign

    def store(self, ledger: Ledger) -> None:
        """Add the sums to the ledger's rollup."""
        for cell in sorted(self.totals):
            if self.totals[cell] or self.counts[cell]:
                add_to_cell(ledger, cell, self.totals[cell], self.counts[cell])


def add_to_cell(ledger: Ledger, cell: tuple[str, int, str], total: int, count: int) -> None:
    """Raises Malformed for a total that a browser's numbers do not hold exactly."""
    try:
        add_or_create(ledger, cell, total, count)
    except (DataError, IntegrityError) as beyond:
        raise Malformed("amount_too_large") from beyond


def add_or_create(ledger: Ledger, cell: tuple[str, int, str], total: int, count: int) -> None:
    month, account, currency = cell
    if not ADD.run(total, count, ledger.id, *cell):
        Rollup.objects.create(
            ledger=ledger, month=month, account_id=account, currency=currency, total=total, count=count
        )
