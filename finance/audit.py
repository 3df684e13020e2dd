"""Does the ledger add up? What the one writer promises, checked against the tables."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Max, Sum

from finance.models import Account, Change, Conflict, Ledger, Lesson, Payee, Posting, Rollup, Transaction
from finance.wording import say


def audit(ledger: Ledger) -> list[str]:
    """A sentence for everything that does not hold; an empty list for a sound ledger."""
    ledger.refresh_from_db()
    return [*unbalanced(ledger), *rollup_apart(ledger), *seqs_apart(ledger)]


def unbalanced(ledger: Ledger) -> Iterator[str]:
    """Transactions whose postings do not sum to zero in a currency."""
    sums = Posting.objects.filter(transaction__ledger=ledger).values_list("transaction__uid", "currency")
    for uid, currency, total in (
        sums.annotate(total=Sum("amount")).exclude(total=0).order_by("transaction__uid")
    ):
        yield say("audit.unbalanced", {"id": uid, "currency": currency, "total": total})


def rollup_apart(ledger: Ledger) -> Iterator[str]:
    """Cells of the rollup that differ from a recount of the postings."""
    cells = Rollup.objects.filter(ledger=ledger, count__gt=0)
    columns = cells.values_list("month", "account", "currency", "total", "count")
    kept = {(month, account, currency): (total, count) for month, account, currency, total, count in columns}
    counted = recount(ledger)
    for cell in sorted(kept.keys() | counted.keys()):
        if kept.get(cell) != counted.get(cell):
            values = {"cell": cell, "kept": kept.get(cell), "counted": counted.get(cell)}
            yield say("audit.rollup_apart", values)


def recount(ledger: Ledger) -> dict[tuple[str, int, str], tuple[int, int]]:
    """(month, account, currency) → (total, count) of the live, unplanned postings."""
    live = Posting.objects.filter(transaction__ledger=ledger, transaction__deleted=False)
    totals: Counter[tuple[str, int, str]] = Counter()
    counts: Counter[tuple[str, int, str]] = Counter()
    legs = live.exclude(transaction__status="planned").values_list(
        "transaction__date", "account", "currency", "amount"
    )
    for day, account, currency, amount in legs.iterator():
        totals[f"{day:%Y-%m}", account, currency] += amount
        counts[f"{day:%Y-%m}", account, currency] += 1
    return {cell: (totals[cell], count) for cell, count in counts.items()}


def seqs_apart(ledger: Ledger) -> Iterator[str]:
    """A seq that two rows share, one beyond the ledger's, or a row changed later than its history says."""
    owners = Counter({ledger.row_seq: 1})
    for model in (Account, Payee, Transaction, Lesson, Conflict):
        owners.update(model._default_manager.filter(ledger=ledger).values_list("seq", flat=True))
    for seq in sorted(seq for seq, count in owners.items() if count > 1 or seq > ledger.seq):
        yield say("audit.seq_apart", {"seq": seq, "last": ledger.seq})
    for row, seq in rows_beyond_history(ledger):
        yield say("audit.history_apart", {"id": row, "seq": seq})


def rows_beyond_history(ledger: Ledger) -> Iterator[tuple[object, int]]:
    """Rows whose last change is not the last in their history."""
    last = dict(Change.objects.filter(ledger=ledger).values_list("row").annotate(last=Max("seq")))
    for model in (Account, Payee, Transaction, Lesson):
        for uid, seq in (
            model._default_manager.filter(ledger=ledger).values_list("uid", "seq").order_by("seq")
        ):
            if last.get(uid) != seq:
                yield uid, seq
