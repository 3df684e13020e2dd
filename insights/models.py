"""What insights keep: consent, the key, what was sent, what it cost, what was written, what was dismissed."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Consent(models.Model):
    """A person lets Google's model write about the figures of their ledgers; no row, no request."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    payee_names = models.BooleanField(default=False, help_text="whether payees' names may be sent too")
    given_at = models.DateTimeField()


class Access(models.Model):
    """The one row (id 1) of this server's key for Gemini, encrypted; and which key was said to be paid."""

    sealed_key = models.TextField(blank=True)
    paid_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_gemini_access")]


class Purpose(models.TextChoices):
    REPORT = "report"
    QUESTION = "question"


class Sent(models.Model):
    """One request to Google's model: the very bytes of its body, and how it ended ("sent" until it did)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    ledger = models.ForeignKey("finance.Ledger", models.CASCADE, related_name="+")
    at = models.DateTimeField()
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    model = models.CharField(max_length=100)
    text = models.TextField()
    outcome = models.CharField(max_length=30, default="sent")
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="purpose_is_known")
        ]
        indexes = [models.Index(fields=["person", "-id"], name="sent_by_person")]


class TokenUse(models.Model):
    """What a month ("2026-11", UTC) used of a model on this whole server, in tokens."""

    month = models.CharField(max_length=7)
    model = models.CharField(max_length=100)
    tokens_in = models.PositiveBigIntegerField(default=0)
    tokens_out = models.PositiveBigIntegerField(default=0)
    requests = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "model"], name="one_use_a_month_and_model")]


class Insight(models.Model):
    """A verified report by the digest of what it was written from: sentences with `{f:id}` for figures."""

    ledger = models.ForeignKey("finance.Ledger", models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    sentences = models.JSONField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ledger", "key"], name="one_insight_a_key")]


class DismissalKind(models.TextChoices):
    DISMISSED = "dismissed"
    NOT_USEFUL = "not_useful"


class Dismissal(models.Model):
    """A person does not want to see a card of a ledger again, or cards of its sort less."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    ledger = models.ForeignKey("finance.Ledger", models.CASCADE, related_name="+")
    card = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=DismissalKind.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "ledger", "card"], name="one_dismissal_a_card"),
            models.CheckConstraint(
                condition=Q(kind__in=DismissalKind.values), name="dismissal_kind_is_known"
            ),
        ]
