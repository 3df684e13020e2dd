"""Transactions: the document's lines are stored as postings, with the account's own leg derived from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from finance.amounts import LARGEST
from finance.documents import Document
from finance.entities.base import Found, References, Version
from finance.entities.rows import Table
from finance.errors import Malformed
from finance.models import Account, Ledger, Payee, Posting, Transaction

SHARED = ("deleted", "date", "payee", "account")


class Transactions(Table[Transaction]):
    name = "transaction"
    model = Transaction
    columns = ("note", "tags", "status", "origin")

    def rows(self, ledger: Ledger) -> "QuerySet[Transaction]":
        return super().rows(ledger).select_related("payee", "account").prefetch_related("postings__account")

    def document(self, row: Transaction) -> Document:
        return {
            **super().document(row),
            "date": row.date.isoformat(),
            "payee": str(row.payee.uid) if row.payee else None,
            "account": str(row.account.uid),
            "lines": {str(leg.line): line(leg) for leg in row.postings.all() if leg.line},
        }

    def changed_after(self, ledger: Ledger, cursor: int, limit: int) -> Iterable[Version]:
        """As the other entities', but read without a model for each row: a new phone reads all of them."""
        changed = Transaction.objects.filter(ledger=ledger, seq__gt=cursor).order_by("seq")
        rows = list(changed.values("pk", "seq", "uid", *SHARED, *self.columns)[:limit])
        postings = Posting.objects.filter(transaction__in=[row["pk"] for row in rows], line__isnull=False)
        legs = list(
            postings.order_by("pk").values_list(
                "transaction", "line", "names", "account", "amount", "currency"
            )
        )
        accounts = uids(Account, {leg[3] for leg in legs} | {row["account"] for row in rows})
        payees = uids(Payee, {row["payee"] for row in rows})
        lines: defaultdict[int, Document] = defaultdict(dict)
        for transaction, uid, names, account, amount, currency in legs:
            lines[transaction][str(uid)] = {names: accounts[account], "amount": amount, "currency": currency}
        for row in rows:
            named = {"payee": payees.get(row["payee"]), "account": accounts[row["account"]]}
            document = {"deleted": row["deleted"], **{column: row[column] for column in self.columns}}
            document |= {"date": row["date"].isoformat(), **named, "lines": lines[row["pk"]]}
            yield Version(row["seq"], str(row["uid"]), document)

    def references(self, document: Document) -> References:
        named = {("account", document["account"])}
        named |= {
            ("account", parts.get("category") or parts["account"]) for parts in document["lines"].values()
        }
        return named | ({("payee", document["payee"])} if document.get("payee") else set())

    def write(
        self, ledger: Ledger, row: Transaction | None, uid: str, document: Document, seq: int, found: Found
    ) -> Transaction:
        stored = row or Transaction(ledger=ledger, uid=UUID(uid))
        account: Any = found["account", document["account"]]
        payee: Any = found["payee", document["payee"]] if document.get("payee") else None
        stored.date = date.fromisoformat(document["date"])
        stored.account, stored.payee = account, payee
        super().write(ledger, stored, uid, document, seq, found)
        if row:
            Posting.objects.filter(transaction=stored).delete()
        Posting.objects.bulk_create(legs(stored, document, found))
        return stored


def uids(model: type[Account] | type[Payee], keys: set[Any]) -> dict[int, str]:
    """Database key → id on the wire."""
    found = model._default_manager.filter(pk__in=keys - {None}).values_list("pk", "uid")
    return {key: str(uid) for key, uid in found}


def line(leg: Posting) -> dict[str, Any]:
    """A posting as the line it came from."""
    return {leg.names: str(leg.account.uid), "amount": leg.amount, "currency": leg.currency}


def legs(stored: Transaction, document: Document, found: Found) -> Iterator[Posting]:
    """A posting for each line, then minus their sum per currency on the transaction's own account.

    Raises Malformed for a sum that a browser's numbers do not hold exactly.
    """
    owed: defaultdict[str, int] = defaultdict(int)
    for uid, parts in document["lines"].items():
        names = "category" if "category" in parts else "account"
        account: Any = found["account", parts[names]]
        owed[parts["currency"]] -= parts["amount"]
        yield posting(stored, account, parts["amount"], parts["currency"], names, UUID(uid))
    for currency, amount in owed.items():
        if abs(amount) > LARGEST:
            raise Malformed("amount_too_large")
        if amount:
            yield posting(stored, stored.account, amount, currency, "own", None)


def posting(
    stored: Transaction, account: Account, amount: int, currency: str, names: str, uid: UUID | None
) -> Posting:
    return Posting(
        transaction=stored, account=account, amount=amount, currency=currency, names=names, line=uid
    )
