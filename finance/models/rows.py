"""The rows that devices hold, a transaction's postings, and the rollup.

A row's `uid` is minted on a device, so it is unique within its ledger only: the same id sent to another
ledger names nothing there and reaches nothing here.
"""

from typing import Any

from django.db import models
from django.db.models import Q

from finance.amounts import LARGEST
from finance.models.ledger import Ledger


class Row(models.Model):
    """What every synced row has: the ledger, the device's id, the seq of the last change, the tombstone."""

    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="%(class)ss")
    uid = models.UUIDField()
    seq = models.BigIntegerField()
    deleted = models.BooleanField(default=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["ledger", "uid"], name="%(class)s_once_in_ledger"),
            models.UniqueConstraint(fields=["ledger", "seq"], name="%(class)s_has_its_own_seq"),
        ]


class Account(Row):
    """An asset, a liability, equity, or what people call a category: income and expense."""

    KINDS = ("asset", "liability", "income", "expense", "equity")

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=9)
    key = models.CharField(max_length=60, null=True)  # null: not one of the lexicon's
    currency = models.CharField(max_length=3)
    order = models.IntegerField(default=0)
    closed = models.BooleanField(default=False)

    class Meta(Row.Meta):
        abstract = False
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=("asset", "liability", "income", "expense", "equity")),
                name="account_kind_is_known",
            ),
        ]


class Payee(Row):
    """Whom money goes to or comes from; `aliases` are folded names heard for it."""

    name = models.CharField(max_length=200)
    aliases: "models.JSONField[dict[str, bool]]" = models.JSONField(default=dict)


class Transaction(Row):
    """What happened on a day; its lines and the account's own leg are its postings."""

    date = models.DateField()
    payee = models.ForeignKey(Payee, models.PROTECT, null=True, related_name="transactions")
    note = models.TextField(default="")
    tags: "models.JSONField[dict[str, bool]]" = models.JSONField(default=dict)
    status = models.CharField(max_length=8, default="recorded")
    account = models.ForeignKey(Account, models.PROTECT, related_name="transactions")
    origin: "models.JSONField[dict[str, Any]]" = models.JSONField(default=dict)

    class Meta(Row.Meta):
        abstract = False
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status__in=("recorded", "planned", "cleared")), name="transaction_status_is_known"
            ),
        ]
        indexes = [models.Index(fields=["ledger", "-date", "-uid"], name="transactions_newest_first")]


class Posting(models.Model):
    """One leg: a line that names a category or an account, or (without a line) the account's own leg."""

    transaction = models.ForeignKey(Transaction, models.CASCADE, related_name="postings")
    line = models.UUIDField(null=True)
    names = models.CharField(max_length=8, default="own")
    account = models.ForeignKey(Account, models.PROTECT, related_name="postings")
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["transaction", "line"], name="a_line_posts_once"),
            models.UniqueConstraint(
                fields=["transaction", "currency"], condition=Q(line=None), name="one_own_leg_a_currency"
            ),
            models.CheckConstraint(
                condition=Q(names="own", line=None) | (Q(names__in=("category", "account")) & ~Q(line=None)),
                name="own_leg_has_no_line",
            ),
        ]


class Rollup(models.Model):
    """Total and number of the live, unplanned postings of an account in a month and a currency."""

    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="rollups")
    month = models.CharField(max_length=7)
    account = models.ForeignKey(Account, models.CASCADE, related_name="rollups")
    currency = models.CharField(max_length=3)
    total = models.BigIntegerField()
    count = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ledger", "month", "account", "currency"], name="one_cell_a_month"
            ),
            models.CheckConstraint(condition=Q(count__gte=0), name="count_is_not_negative"),
            models.CheckConstraint(condition=Q(total__range=(-LARGEST, LARGEST)), name="total_stays_exact"),
            models.CheckConstraint(condition=Q(total=0) | Q(count__gt=0), name="an_empty_cell_is_zero"),
        ]


class Lesson(Row):
    """What corrections taught about a name, a payee or a category: `taught` has an entry a transaction."""

    KINDS = ("alias", "category", "word", "amount")

    kind = models.CharField(max_length=8)
    about = models.CharField(max_length=200)
    taught: "models.JSONField[dict[str, dict[str, Any]]]" = models.JSONField(default=dict)

    class Meta(Row.Meta):
        abstract = False
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=("alias", "category", "word", "amount")), name="lesson_kind_is_known"
            ),
        ]


class Conflict(Row):
    """A value that lost to a later writer who had not seen it; kept until a person settles it."""

    entity = models.CharField(max_length=11)
    row = models.UUIDField()
    path = models.CharField(max_length=300)
    kept: "models.JSONField[Any]" = models.JSONField(null=True)
    lost: "models.JSONField[Any]" = models.JSONField(null=True)
    kept_by = models.CharField(max_length=150)
    lost_by = models.CharField(max_length=150)
    at = models.DateTimeField()
    settled = models.BooleanField(default=False)
