"""GET /api/ledgers/{ledger}/months/{YYYY-MM}: the month's figures and the one sentence about them."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from ninja import Router
from ninja.security import django_auth

from finance.permissions import readable
from finance.schemas import Error
from insights.schemas import MonthOut, month_out
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
    )
    return month_out(summary)


def signed_in(request: HttpRequest) -> AbstractUser:
    """The person behind the request; `django_auth` has let nobody else through."""
    assert isinstance(request.user, AbstractUser)
    return request.user
