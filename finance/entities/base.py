"""What the one writer and the pull may ask of an entity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from finance.documents import Document
from finance.models import Account, Ledger, Payee

References: TypeAlias = set[tuple[str, str]]
"""The rows a document names: (entity, id)."""
Found: TypeAlias = Mapping[tuple[str, str], Account | Payee]
"""Those rows, as they stand in the ledger."""


@dataclass(frozen=True, slots=True)
class Version:
    """A row as it stands after its last change, at that change's seq."""

    seq: int
    uid: str
    document: Document


class Entity(Protocol):
    """One kind of row. A document holds the row's fields and `deleted`."""

    name: str

    def find(self, ledger: Ledger, row: UUID) -> Any | None:
        """The row of this ledger with this id, tombstones too."""

    def document(self, row: Any) -> Document:
        """The row as a document."""

    def references(self, document: Document) -> References:
        """The rows the document names."""

    def in_use(self, row: Any) -> bool:
        """Whether a live transaction names the row."""

    def write(
        self, ledger: Ledger, row: Any | None, uid: str, document: Document, seq: int, found: Found
    ) -> Any:
        """Store the document under the id with the seq of this change; `row` is None for a new one."""

    def changed_after(self, ledger: Ledger, cursor: int, limit: int) -> Iterable[Version]:
        """Rows with seq > cursor, ascending, at most `limit`."""

    def seq(self, row: Any) -> int:
        """The seq of the row's last change."""

    def uid(self, row: Any) -> UUID:
        """The row's id on the wire."""
