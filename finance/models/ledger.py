"""What a household shares, who belongs to it, and who does what is due."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from finance.ids import new_id


class Ledger(models.Model):
    """The unit of sync. `seq` counts its row changes; a new `epoch` makes devices fetch all again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    currency = models.CharField(max_length=3)
    time_zone = models.CharField(max_length=64)
    seq = models.BigIntegerField(default=0)
    row_seq = models.BigIntegerField(
        default=0, help_text="seq of the last change to name, currency or time zone"
    )
    epoch = models.UUIDField(default=uuid4)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(row_seq__lte=models.F("seq")), name="ledger_row_within_seq"),
            models.CheckConstraint(
                condition=Q(currency__regex=r"^[A-Z]{3}$"), name="ledger_currency_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    OWNER = "owner"
    EDITOR = "editor"
    VIEWER = "viewer"


class Membership(models.Model):
    """A person belongs to a ledger in one role."""

    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=6, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ledger", "person"], name="one_role_a_person"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_is_known"),
        ]


class Lease(models.Model):
    """One worker at a time does what a name stands for, until `until` or until it lets go."""

    name = models.CharField(max_length=40, primary_key=True)
    holder = models.UUIDField()
    until = models.DateTimeField()
