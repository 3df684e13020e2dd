"""What corrections taught a household: where it stands, and how it is read. The phone concludes."""

from uuid import UUID

from finance.fold import fold
from finance.ids import natural_id
from finance.models import Ledger, Lesson
from finance.queries import RowSeen, seen


def lesson_id(ledger: UUID, kind: str, about: str) -> UUID:
    """One row a lesson on every device: lesson_id(ledger, "alias", "Little") is that of "little" too."""
    return natural_id(ledger, "lesson", f"{kind}:{fold(about)}")


def lessons(ledger: Ledger) -> list[RowSeen]:
    """What a household has taught, forgotten lessons left out, in the order of their ids."""
    return seen("lesson", Lesson.objects.filter(ledger=ledger, deleted=False).order_by("uid"))
