"""The tables. Rules on one row are constraints here; rules across rows are in `finance.services`."""

from finance.models.devices import Device
from finance.models.ledger import Lease, Ledger, Membership, Role
from finance.models.log import Change, MutationRecord, Status
from finance.models.rows import Account, Conflict, Lesson, Payee, Posting, Rollup, Row, Transaction

__all__ = [
    "Account",
    "Change",
    "Conflict",
    "Device",
    "Lease",
    "Ledger",
    "Lesson",
    "Membership",
    "MutationRecord",
    "Payee",
    "Posting",
    "Role",
    "Rollup",
    "Row",
    "Status",
    "Transaction",
]
