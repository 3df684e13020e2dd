"""Transactions: the document's lines are stored as postings, with the account's own leg derived from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from finance.amounts import LARGEST
from finance.documents import Document
from finance.entities.base import Found, References, Version
from finance.entities.rows import Table
from finance.errors import Malformed
from finance.models import Account, Ledger, Payee, Posting, Transaction
from finance.prepared import NUMBERS, UUIDS, Prepared, PreparedRows

COLUMNS = ("note", "tags", "status", "origin")
LEGS = PreparedRows[Posting](
    lambda row: Posting.objects.filter(transaction=row).order_by("pk").select_related("account"), NUMBERS
)
LINES = Prepared[tuple[int, UUID, str, int, int, str]](
    lambda *rows: (
        Posting.objects.filter(transaction__pk__in=rows, line__isnull=False)
        .order_by("pk")
        .values_list("transaction", "line", "names", "account", "amount", "currency")
    ),
    NUMBERS,
)
UIDS = {
    model: Prepared[tuple[int, UUID]](
        lambda *keys, rows=model._default_manager: rows.filter(pk__in=keys).values_list("pk", "uid"), NUMBERS
    )
    for model in (Account, Payee)
}


class Transactions(Table[Transaction]):
    name = "transaction"
    model = Transaction
    columns = COLUMNS
    joined = ("payee", "account")

    def find(self, ledger: Ledger, row: UUID) -> Transaction | None:
        found = super().find(ledger, row)
        if found:
            hold(found, LEGS.all(found.pk))
        return found

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
        rows = transactions_after(limit).all(ledger.id, cursor)
        legs = LINES.all(*(row[0] for row in rows)) if rows else []
        accounts = uids(Account, {leg[3] for leg in legs} | {row[6] for row in rows})
        payees = uids(Payee, {row[5] for row in rows})
        lines: defaultdict[int, Document] = defaultdict(dict)
        for transaction, uid, names, account, amount, currency in legs:
            lines[transaction][str(uid)] = {names: accounts[account], "amount": amount, "currency": currency}
        for key, seq, uid, deleted, day, payee, account, *columns in rows:
            named = {"payee": payees.get(payee), "account": accounts[account]}
            document = {"deleted": deleted, **dict(zip(self.columns, columns, strict=True))}
            document |= {"date": day.isoformat(), **named, "lines": lines[key]}
            yield Version(seq, str(uid), document)

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
        post(stored, list(legs(stored, document, found)), list(row.postings.all()) if row else [])
        return stored


def post(stored: Transaction, now: list[Posting], before: list[Posting]) -> None:
    """Put new postings in the place of those before, where they differ."""
    if [meaning(leg) for leg in before] == [meaning(leg) for leg in now]:
        return
    if before:
        Posting.objects.filter(transaction=stored).delete()
    Posting.objects.bulk_create(now)
    hold(stored, now)


def hold(row: Transaction, postings: Sequence[Posting]) -> None:
    """Let the row know its postings, so that nobody asks for them again."""
    known: Any = row.postings.all()
    known._result_cache, known._prefetch_done = list(postings), True
    row._prefetched_objects_cache = {"postings": known}  # type: ignore[attr-defined]


def meaning(leg: Posting) -> tuple[Any, ...]:
    return leg.line, leg.names, leg.account_id, leg.amount, leg.currency


@cache
def transactions_after(limit: int) -> Prepared[tuple[Any, ...]]:
    """Of the first transactions after a seq the columns: `all(ledger, seq)`."""
    columns = ("pk", "seq", "uid", "deleted", "date", "payee", "account", *COLUMNS)
    rows = Transaction.objects.order_by("seq").values_list(*columns)
    return Prepared(lambda ledger, cursor: rows.filter(ledger=ledger, seq__gt=cursor)[:limit], UUIDS, NUMBERS)


def uids(model: type[Account] | type[Payee], keys: set[Any]) -> dict[int, str]:
    """Database key → id on the wire."""
    known = keys - {None}
    return {key: str(uid) for key, uid in UIDS[model].all(*known)} if known else {}


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
