"""What the entities that stand in a table of their own share."""

from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from finance.documents import Document
from finance.entities.base import Found, References, Version
from finance.models import Ledger, Row
from finance.prepared import NUMBERS, UUIDS, PreparedRows

R = TypeVar("R", bound=Row)


class Table(Generic[R]):
    """An entity whose document's fields are the columns of one model."""

    model: type[R]
    columns: tuple[str, ...]
    joined: tuple[str, ...] = ()
    """What a document tells of other rows."""

    @cached_property
    def named(self) -> PreparedRows[R]:
        rows = self.model._default_manager.select_related(*self.joined)
        return PreparedRows(lambda ledger, uid: rows.filter(ledger=ledger, uid=uid), UUIDS, UUIDS)

    def find(self, ledger: Ledger, row: UUID) -> R | None:
        return self.named.first(ledger.id, row)

    def document(self, row: R) -> Document:
        return {"deleted": row.deleted, **{column: getattr(row, column) for column in self.columns}}

    def references(self, document: Document) -> References:
        return set()

    def in_use(self, row: R) -> bool:
        return False

    def write(self, ledger: Ledger, row: R | None, uid: str, document: Document, seq: int, found: Found) -> R:
        stored = row or self.model(ledger=ledger, uid=UUID(uid))
        stored.seq, stored.deleted = seq, document["deleted"]
        for column in self.columns:
            if column in document or self.model._meta.get_field(column).null:
                setattr(stored, column, document.get(column))
        stored.save(force_insert=row is None)
        return stored

    def changed_after(self, ledger: Ledger, cursor: int, limit: int) -> Iterable[Version]:
        changed = rows_after(self.model, limit).all(ledger.id, cursor)
        return [Version(row.seq, str(row.uid), self.document(row)) for row in changed]

    def seq(self, row: Any) -> int:
        return int(row.seq)

    def uid(self, row: Any) -> UUID:
        return UUID(str(row.uid))


@cache
def rows_after(model: type[R], limit: int) -> PreparedRows[R]:
    """Of a table the first rows after a seq: `all(ledger, seq)`."""
    rows = model._default_manager.order_by("seq")
    return PreparedRows(
        lambda ledger, cursor: rows.filter(ledger=ledger, seq__gt=cursor)[:limit], UUIDS, NUMBERS
    )
