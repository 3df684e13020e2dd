"""The browsers in which people keep their ledgers."""

from django.conf import settings
from django.db import models


class Device(models.Model):
    """One browser of a person; `uid` is that of its database there."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="devices")
    uid = models.UUIDField()
    name = models.CharField(max_length=100)
    first_synced = models.DateTimeField()
    last_synced = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "uid"], name="a_device_of_a_person_once")]
