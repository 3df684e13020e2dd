"""A ledger that is pushed into over HTTP, and what must hold in its database afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import connection

from finance.audit import audit
from finance.models import Ledger, MutationRecord, Transaction
from finance.services import create_ledger
from tools.bench.voice.home import session_of
from tools.proofs.device import NOW


@dataclass(frozen=True, slots=True)
class PushedHome:
    """A ledger and its owner, and how many mutations founded it."""

    owner: AbstractUser
    ledger: UUID
    epoch: str
    founding: int

    def session(self) -> str:
        """The key of a new session of the owner: each device has its own."""
        return session_of(self.owner)


def new_home(owner: str) -> PushedHome:
    person = get_user_model()._default_manager.create(username=owner)
    ledger = create_ledger(owner=person, name="Home", currency="EUR", time_zone="UTC", now=NOW)
    founding = MutationRecord.objects.filter(ledger=ledger).count()
    return PushedHome(person, ledger.id, str(ledger.epoch), founding)


def lost_doubled_torn(
    home: PushedHome, acknowledged: Mapping[str, str], saved: Mapping[str, str]
) -> dict[str, int]:
    """Both map a mid to its transaction. Torn is what the audit or the database's own check finds."""
    ledger = Ledger.objects.get(id=home.ledger)
    stored = [str(uid) for uid in Transaction.objects.filter(ledger=ledger).values_list("uid", flat=True)]
    records = MutationRecord.objects.filter(ledger=ledger)
    in_effect = {
        str(mid) for mid in records.filter(status__in=("applied", "conflict")).values_list("mid", flat=True)
    }
    return {
        "lost": len(set(acknowledged.values()) - set(stored)) + len(acknowledged.keys() - in_effect),
        "doubled": len(stored) - len(set(saved.values())) + records.count() - home.founding - len(saved),
        "torn": len(audit(ledger)) + len(damages()),
    }


def damages() -> list[str]:
    """What SQLite's own check of its file finds; PostgreSQL has none to ask."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return [row[0] for row in cursor.fetchall() if row[0] != "ok"]
