"""What was sent, by whom and how it ended; what it used of the month's tokens."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import F, Sum

from insights.models import Sent, TokenUse
from insights.writer.failures import NotWritten, Tokens

PAGE = 20
OUTCOMES = ("sent", "left", "answered", "faulty", "shown")
"""How a request may have ended, beside the reasons of NotWritten."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who lets something be sent, about which ledger, for what ("report" or "question"), and when."""

    person: AbstractUser
    ledger: UUID
    purpose: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Use:
    """What a month used of what it may, in tokens, and what that cost in millionths of a dollar if known."""

    month: str
    tokens: int
    at_most: int
    cost: int | None


@transaction.atomic
def note_sent(sender: Sender, text: str, at_most: Tokens) -> int:
    """Keep the very body of a request that is about to leave; the answer is its number.

    The month is charged `at_most` until `settle` knows what was used, so that requests that leave at once
    cannot pass the cap together. Raises NotWritten where that is more than the month has left.
    """
    used = locked_use(sender.now)
    if used.tokens + at_most.sent + at_most.received > used.at_most:
        raise NotWritten("cap_reached")
    sent = Sent.objects.create(
        person_id=sender.person.pk,
        ledger_id=sender.ledger,
        at=sender.now,
        purpose=sender.purpose,
        model=settings.GEMINI_MODEL,
        text=text,
        tokens_in=at_most.sent,
        tokens_out=at_most.received,
    )
    charge(used.month, sent.model, at_most, requests=1)
    return int(sent.pk)


@transaction.atomic
def settle(number: int, outcome: str, tokens: Tokens | None) -> None:
    """Keep how a request ended, and count what it used; None leaves the most that it may have used."""
    sent = Sent.objects.select_for_update().only("at", "model", "tokens_in", "tokens_out").get(pk=number)
    charged = Tokens(sent.tokens_in, sent.tokens_out)
    used = charged if tokens is None else tokens
    Sent.objects.filter(pk=number).update(outcome=outcome, tokens_in=used.sent, tokens_out=used.received)
    charge(month_of(sent.at), sent.model, used - charged, requests=0)


def locked_use(now: datetime) -> Use:
    """What the month used, with nobody else counting until the transaction ends."""
    TokenUse.objects.get_or_create(month=month_of(now), model=settings.GEMINI_MODEL)
    list(TokenUse.objects.select_for_update().filter(month=month_of(now)).order_by("pk"))
    return use_of(now)


def charge(month: str, model: str, tokens: Tokens, *, requests: int) -> None:
    TokenUse.objects.filter(month=month, model=model).update(
        tokens_in=F("tokens_in") + tokens.sent,
        tokens_out=F("tokens_out") + tokens.received,
        requests=F("requests") + requests,
    )


def judge(number: int, outcome: str) -> None:
    """Keep what became of an answer that had arrived: "shown", "faulty" or "unverified"."""
    Sent.objects.filter(pk=number).update(outcome=outcome)


def use_of(now: datetime) -> Use:
    """What the whole server used in this month."""
    month = month_of(now)
    uses = list(TokenUse.objects.filter(month=month).order_by("model"))
    costs = [cost_of(use) for use in uses]
    known = [cost for cost in costs if cost is not None]
    total = TokenUse.objects.filter(month=month).aggregate(used=Sum(F("tokens_in") + F("tokens_out")))
    cost = sum(known) if len(known) == len(costs) else None
    return Use(month, total["used"] or 0, settings.GEMINI_MONTHLY_TOKENS, cost)


def cost_of(use: TokenUse) -> int | None:
    """Millionths of a dollar; None for a model without a price."""
    price: tuple[int, int] | None = settings.GEMINI_PRICES.get(use.model)
    return None if price is None else (use.tokens_in * price[0] + use.tokens_out * price[1]) // 10**6


def log_of(person: AbstractUser, before: int | None = None) -> list[Sent]:
    """What was sent for a person, newest first, 20 at a time: the page before a request's number."""
    theirs = Sent.objects.filter(person_id=person.pk).select_related("ledger").order_by("-id")
    return list(theirs.filter(id__lt=before)[:PAGE] if before else theirs[:PAGE])


def month_of(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m}"
