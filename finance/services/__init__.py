"""Every write. Other packages use these names; inside, one writer applies mutations from every door."""

from finance.services.founding import add_member, create_ledger
from finance.services.record import locked, record
from finance.services.restoring import begin_new_epochs
from finance.services.writer import Answer, apply_mutation

__all__ = ["Answer", "add_member", "apply_mutation", "begin_new_epochs", "create_ledger", "locked", "record"]
