"""The log: every mutation with its answer, and what each one changed (the rows' history)."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from finance.models.ledger import Ledger


class Status(models.TextChoices):
    APPLIED = "applied"
    CONFLICT = "conflict"
    PARKED = "parked"
    REJECTED = "rejected"


class MutationRecord(models.Model):
    """A mutation as it arrived and the answer it got; the same mid is answered from here."""

    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="mutations")
    mid = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    payload = models.TextField(help_text="ASCII JSON: what was refused may hold what a JSON column cannot")
    seen: "models.JSONField[list[str]]" = models.JSONField(default=list)
    arrived = models.DateTimeField()
    status = models.CharField(max_length=8, choices=Status.choices)
    seq = models.BigIntegerField(null=True)
    awaits = models.UUIDField(null=True)
    error: "models.JSONField[dict[str, Any] | None]" = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ledger", "mid"], name="a_mutation_takes_effect_once"),
            models.CheckConstraint(
                condition=Q(status__in=("applied", "conflict"), seq__isnull=False, awaits=None)
                | Q(status="parked", seq=None, awaits__isnull=False)
                | Q(status="rejected", seq=None, awaits=None),
                name="an_answer_is_whole",
            ),
        ]
        indexes = [
            models.Index(
                fields=["ledger", "awaits"], condition=Q(status="parked"), name="parked_by_what_they_await"
            )
        ]


class Change(models.Model):
    """What one mutation changed in one row: path → [old, new]."""

    record = models.ForeignKey(MutationRecord, models.CASCADE, related_name="changes")
    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="+")
    seq = models.BigIntegerField()
    entity = models.CharField(max_length=11)
    row = models.UUIDField()
    paths: "models.JSONField[dict[str, list[Any]]]" = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ledger", "seq"], name="a_change_has_its_own_seq")]
        indexes = [models.Index(fields=["ledger", "row", "seq"], name="history_of_a_row")]
