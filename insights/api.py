"""GET /api/ledgers/{ledger}/months/{YYYY-MM}: what the month says; POST …/cards: what people think of it."""

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from ninja import Router
from ninja.security import django_auth

from finance.permissions import readable
from finance.schemas import Error
from insights.answers import month_out
from insights.digest_mail import mail_is_possible, want_digest
from insights.dismissals import judge_card, judged_by
from insights.schemas import DigestMailIn, DigestMailOut, JudgeIn, MonthOut
from insights.services import parse_month, summarise_month

router = Router(tags=["insights"], auth=django_auth)


@router.get("/ledgers/{ledger}/months/{month}", response={200: MonthOut, 401: Error, 404: Error, 422: Error})
def month(request: HttpRequest, ledger: UUID, month: str) -> MonthOut:
    """The month (2026-11) by category and currency, and what changed against the month before.

    Which day is today is the ledger's time zone's to say.
    """
    person = signed_in(request)
    found = readable(person, ledger)
    summary = summarise_month(
        ledger=found.id,
        currency=found.currency,
        month=parse_month(month),
        today=datetime.now(ZoneInfo(found.time_zone)).date(),
        language=getattr(person, "language", "en"),
        judged=judged_by(person, found.id),
    )
    return month_out(summary)


@router.post("/ledgers/{ledger}/cards", response={200: JudgeIn, 401: Error, 404: Error, 422: Error})
def judge(request: HttpRequest, ledger: UUID, body: JudgeIn) -> JudgeIn:
    """Put a card of the month away, say that it was not useful, or take that back; for this person alone."""
    person = signed_in(request)
    found = readable(person, ledger)
    judge_card(person=person, ledger=found.id, card=body.card, verdict=body.verdict, now=datetime.now(UTC))
    return body


@router.get("/digest", response={200: DigestMailOut, 401: Error})
def digest_mail(request: HttpRequest) -> DigestMailOut:
    """Where this person's weekly digest goes, and whether this server can send it."""
    return DigestMailOut(address=signed_in(request).email, possible=mail_is_possible())


@router.post("/digest", response={200: DigestMailOut, 401: Error, 422: Error})
def change_digest_mail(request: HttpRequest, body: DigestMailIn) -> DigestMailOut:
    """Send the weekly digest to this address, or to nobody; for this person alone."""
    address = body.address.strip()
    want_digest(signed_in(request), address)
    return DigestMailOut(address=address, possible=mail_is_possible())


def signed_in(request: HttpRequest) -> AbstractUser:
    """The person behind the request; `django_auth` has let nobody else through."""
    assert isinstance(request.user, AbstractUser)
    return request.user
