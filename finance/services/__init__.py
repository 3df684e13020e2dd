"""Every write. Other packages use these names; inside, one writer applies mutations from every door."""

from finance.services.founding import add_member, create_ledger
from finance.services.record import locked, record
from finance.services.writer import Answer, apply_mutation

__all__ = ["Answer", "add_member", "apply_mutation", "create_ledger", "locked", "record"]
