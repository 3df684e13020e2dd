"""What was sent, by whom and how it ended; what it used of the month's tokens."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import F, Sum

from insights.models import Sent, TokenUse
from insights.writer.failures import Tokens

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


def note_sent(sender: Sender, text: str) -> int:
    """Keep the very body of a request that is about to leave; the answer is its number."""
    sent = Sent.objects.create(
        person_id=sender.person.pk,
        ledger_id=sender.ledger,
        at=sender.now,
        purpose=sender.purpose,
        model=settings.GEMINI_MODEL,
        text=text,
    )
    return int(sent.pk)


@transaction.atomic
def settle(number: int, outcome: str, tokens: Tokens) -> None:
    """Keep how a request ended, and count what it used."""
    Sent.objects.filter(pk=number).update(outcome=outcome, tokens_in=tokens.sent, tokens_out=tokens.received)
    sent = Sent.objects.only("at", "model").get(pk=number)
    use, _ = TokenUse.objects.get_or_create(month=month_of(sent.at), model=sent.model)
    TokenUse.objects.filter(pk=use.pk).update(
        tokens_in=F("tokens_in") + tokens.sent,
        tokens_out=F("tokens_out") + tokens.received,
        requests=F("requests") + 1,
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
