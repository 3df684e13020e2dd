"""The weekly digest by e-mail: to those who gave an address, on a server that was told of a mail host."""

import logging
from datetime import datetime, time, timedelta
from smtplib import SMTPException
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email

from finance.due import take_lease
from finance.queries import LedgerHead, ledgers_of
from finance.wording import say
from insights.dismissals import judged_by
from insights.errors import AddressMalformed
from insights.services import summarise_month

log = logging.getLogger(__name__)
HOUR_OF_DAY = time(7)
TRY_AGAIN = timedelta(hours=1)


def mail_is_possible() -> bool:
    """Whether this server was told of a mail host."""
    return bool(settings.EMAIL_HOST)


def want_digest(person: AbstractUser, address: str) -> None:
    """Send the digest to this address from now on; "" for nowhere. `AddressMalformed` for what is none."""
    try:
        if address:
            validate_email(address)
    except ValidationError as error:
        raise AddressMalformed({"address": address[:60]}) from error
    get_user_model().objects.filter(pk=person.pk).update(email=address)


def send_digests(now: datetime) -> int:
    """Send this week's digest to everybody who has not had it; how many went. Doing it again sends none.

    A person is looked at once from each Monday, seven o'clock, in the time zone of their first ledger; a host
    that cannot be reached is tried again after an hour.
    """
    if not mail_is_possible():
        return 0
    wanting = get_user_model().objects.exclude(email="").filter(is_active=True).order_by("pk")
    return sum(send_digest(person, now) for person in wanting)


def send_digest(person: AbstractUser, now: datetime) -> bool:
    """Whether a digest went to the person now; silent where nothing moved in any ledger of theirs."""
    ledgers = ledgers_of(person)
    name, holder = f"digest {person.pk}", uuid4()
    if not ledgers or not take_lease(name, holder, now=now, until=next_monday(now, ledgers[0].time_zone)):
        return False
    told = [words for ledger in ledgers if (words := ledger_words(person, ledger, now))]
    if not told:
        return False
    try:
        letter(person, told).send()
    except (SMTPException, OSError):
        log.warning("The digest could not be sent; it is tried again in an hour.", exc_info=True)
        take_lease(name, holder, now=now, until=now + TRY_AGAIN)
        return False
    return True


def next_monday(now: datetime, time_zone: str) -> datetime:
    """The next Monday, seven o'clock, in a time zone."""
    local = now.astimezone(ZoneInfo(time_zone))
    monday = local.date() - timedelta(days=local.weekday())
    first = datetime.combine(monday, HOUR_OF_DAY, ZoneInfo(time_zone))
    return first if first > now else first + timedelta(days=7)


def ledger_words(person: AbstractUser, ledger: LedgerHead, now: datetime) -> str:
    """The ledger's name and its week's sentences, one a line; "" where nothing moved, or it was closed."""
    today = now.astimezone(ZoneInfo(ledger.time_zone)).date()
    summary = summarise_month(
        ledger=ledger.id,
        currency=ledger.currency,
        month=today.replace(day=1),
        today=today,
        language=getattr(person, "language", "en"),
        judged=judged_by(person, ledger.id),
    )
    if summary.digest is None:
        return ""
    return "\n".join([ledger.name, *(f"- {one.sentence}" for one in summary.digest.narratives)])


def letter(person: AbstractUser, told: list[str]) -> EmailMessage:
    language = getattr(person, "language", "en")
    parts = [*told, say("digest_mail.how_to_stop", language=language)]
    return EmailMessage(say("digest_mail.subject", language=language), "\n\n".join(parts), to=[person.email])
