"""The ledger as a row of itself: its name, currency and time zone."""

from collections.abc import Iterable
from uuid import UUID

from finance.documents import Document
from finance.entities.base import Found, References, Version
from finance.models import Ledger


class Ledgers:
    name = "ledger"
    columns = ("name", "currency", "time_zone")

    def find(self, ledger: Ledger, row: UUID) -> Ledger | None:
        return Ledger.objects.filter(id=row).first() if ledger.id == row else None

    def document(self, row: Ledger) -> Document:
        return {"deleted": False, **{column: getattr(row, column) for column in self.columns}}

    def references(self, document: Document) -> References:
        return set()

    def in_use(self, row: Ledger) -> bool:
        return True

    def write(
        self, ledger: Ledger, row: Ledger | None, uid: str, document: Document, seq: int, found: Found
    ) -> Ledger:
        stored = row or ledger
        for column in self.columns:
            setattr(stored, column, document[column])
        stored.row_seq = seq
        stored.save(update_fields=[*self.columns, "row_seq"])
        return stored

    def changed_after(self, ledger: Ledger, cursor: int, limit: int) -> Iterable[Version]:
        changed = ledger.row_seq > cursor
        return [Version(ledger.row_seq, str(ledger.id), self.document(ledger))] if changed else []

    def seq(self, row: Ledger) -> int:
        return row.row_seq

    def uid(self, row: Ledger) -> UUID:
        return row.id
