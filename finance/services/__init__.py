"""Every write. Other packages use these names; inside, one writer applies mutations from every door."""

from finance.services.devices import Caller, readmit_device, rename_device, revoke_device, syncing
from finance.services.founding import add_member, create_ledger
from finance.services.members import change_role, delete_ledger, leave, remove_member
from finance.services.record import locked, record
from finance.services.restoring import begin_new_epoch, begin_new_epochs, is_of_lost_future
from finance.services.writer import Answer, apply_mutation

__all__ = [
    "Answer",
    "Caller",
    "add_member",
    "apply_mutation",
    "begin_new_epoch",
    "begin_new_epochs",
    "change_role",
    "create_ledger",
    "delete_ledger",
    "is_of_lost_future",
    "leave",
    "locked",
    "readmit_device",
    "record",
    "remove_member",
    "rename_device",
    "revoke_device",
    "syncing",
]
