"""Each person's own consent to let Google's model write about the figures of their ledgers."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser

from insights.models import Consent
from insights.writer.payload import Names


def consent_of(person: AbstractUser) -> Consent | None:
    return Consent.objects.filter(person_id=person.pk).first()


def give_consent(person: AbstractUser, names: Names, *, now: datetime) -> None:
    """Consent from now on; that it was given is kept when only the names are changed."""
    allowed = names == "payee names"
    Consent.objects.update_or_create(
        person_id=person.pk,
        defaults={"payee_names": allowed},
        create_defaults={"payee_names": allowed, "given_at": now},
    )


def withdraw_consent(person: AbstractUser) -> None:
    """Nothing more is sent for this person; the log of what was sent stays."""
    Consent.objects.filter(person_id=person.pk).delete()


def names_of(consent: Consent | None) -> Names:
    return "payee names" if consent and consent.payee_names else "no names"
