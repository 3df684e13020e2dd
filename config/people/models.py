"""The people who sign in to this server, and the codes and links that let them in."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(AbstractUser):
    """Somebody with a name and a password, no e-mail needed. The language is theirs, not the ledger's."""

    language = models.CharField(max_length=12, default="en")


class SetupCode(models.Model):
    """The one row (id 1) that lets the first person in, and the lock that keeps it to one person."""

    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_setup_code")]


class RecoveryCode(models.Model):
    """Stands in once for a forgotten password or a lost phone; only its SHA-256 is kept."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True)


class Invitation(models.Model):
    """A link, good once until it expires, to join one ledger; only its token's SHA-256 is kept."""

    digest = models.CharField(max_length=64, unique=True)
    ledger = models.ForeignKey("finance.Ledger", models.CASCADE, related_name="+")
    role = models.CharField(max_length=10)
    invited_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()
    used_by = models.ForeignKey(Person, models.SET_NULL, related_name="+", null=True)
    used_at = models.DateTimeField(null=True)
