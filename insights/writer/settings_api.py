"""Each person's consent and log of what was sent; the server's key, which its first person sets."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.security import django_auth

from finance.schemas import Error
from finance.wording import say
from insights.models import Sent
from insights.writer import access, bookkeeping, consent
from insights.writer.api import signed_in
from insights.writer.payload import Names
from insights.writer.schemas import ConsentIn, ConsentOut, KeyIn, KeyOut, SentOut, UseOut, WritingOut

router = Router(tags=["writing"], auth=django_auth)


@router.get("/writing", response={200: WritingOut, 401: Error})
def standing(request: HttpRequest) -> WritingOut:
    """Whether this person agreed, whether there is a key, and what this month used."""
    return standing_of(signed_in(request))


@router.post("/writing/consent", response={200: WritingOut, 401: Error})
def change_consent(request: HttpRequest, given: ConsentIn) -> WritingOut:
    """Agree, or agree no longer; for this person alone."""
    person = signed_in(request)
    if given.given:
        names: Names = "payee names" if given.payee_names else "no names"
        consent.give_consent(person, names, now=timezone.now())
    else:
        consent.withdraw_consent(person)
    return standing_of(person)


@router.post("/writing/key", response={200: WritingOut, 401: Error, 403: Error, 409: Error, 422: Error})
def change_key(request: HttpRequest, given: KeyIn) -> WritingOut:
    """Keep a key, forget it, or say that the one in use is paid; for the first person here alone."""
    person = signed_in(request)
    access.allow_first_person(person)
    if given.key == "":
        access.forget_key(person)
    elif given.key is not None:
        access.keep_key(person, given.key.strip())
    if given.paid:
        access.confirm_paid(person)
    return standing_of(person)


@router.get("/writing/log", response={200: list[SentOut], 401: Error})
def log(request: HttpRequest, before: int | None = None) -> list[SentOut]:
    """What was sent for this person, newest first, 20 at a time."""
    person = signed_in(request)
    language = getattr(person, "language", "en")
    return [sent_out(sent, language) for sent in bookkeeping.log_of(person, before)]


def standing_of(person: AbstractUser) -> WritingOut:
    given, key = consent.consent_of(person), access.key_in_use()
    use = bookkeeping.use_of(timezone.now())
    return WritingOut(
        consent=ConsentOut(given_at=given.given_at, payee_names=given.payee_names) if given else None,
        key=KeyOut(place=key.place, paid=key.paid),
        may_set_key=access.is_first_person(person),
        model=settings.GEMINI_MODEL,
        use=UseOut(month=use.month, tokens=use.tokens, at_most=use.at_most, cost=use.cost),
    )


def sent_out(sent: Sent, language: str) -> SentOut:
    return SentOut(
        id=sent.pk,
        at=sent.at,
        ledger=sent.ledger_id,
        ledger_name=sent.ledger.name,
        purpose=sent.purpose,
        model=sent.model,
        text=sent.text,
        outcome=outcome_in_words(sent.outcome, language),
        tokens_in=sent.tokens_in,
        tokens_out=sent.tokens_out,
    )


def outcome_in_words(outcome: str, language: str) -> str:
    """What became of a request: "shown", "faulty", "left"…, or why it failed."""
    kind = "outcome" if outcome in bookkeeping.OUTCOMES else "failure"
    return say(f"writing.{kind}.{outcome}", language=language)
