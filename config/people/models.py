"""The people who sign in to this server."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(AbstractUser):
    """Somebody with a name and a password; no e-mail needed. The language is the person's, not the ledger's."""

    language = models.CharField(max_length=12, default="en")
