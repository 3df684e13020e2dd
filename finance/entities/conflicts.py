"""Conflicts: made by the one writer; a person can only settle them."""

from finance.documents import Document
from finance.entities.rows import Table
from finance.models import Conflict


class Conflicts(Table[Conflict]):
    name = "conflict"
    model = Conflict
    columns = ("entity", "path", "kept", "lost", "kept_by", "lost_by", "settled")

    def document(self, row: Conflict) -> Document:
        return {**super().document(row), "row": str(row.row), "at": row.at.isoformat().replace("+00:00", "Z")}
