"""A month's report, streamed; what would be sent for it; and questions in words."""

from collections.abc import Generator
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from ninja import Router
from ninja.security import django_auth

from finance import queries
from finance.permissions import readable
from finance.schemas import Error
from insights.errors import QuestionMalformed
from insights.models import Purpose
from insights.schemas import told_out
from insights.services import parse_month
from insights.writer.asking import answer_question
from insights.writer.bookkeeping import Sender
from insights.writer.consent import consent_of, names_of
from insights.writer.failures import NotWritten
from insights.writer.ledger_names import names_in
from insights.writer.material import Month
from insights.writer.payload import Names
from insights.writer.questions import Counter
from insights.writer.report import Report, Step, preview, write_report
from insights.writer.schemas import AnswerOut, PreviewOut, QuestionIn, ReportOut, StepOut
from insights.writer.streaming import Event, stream

router = Router(tags=["writing"], auth=django_auth)
LONGEST_QUESTION = 300
REFUSALS = {401: Error, 404: Error, 422: Error}


@router.post("/ledgers/{ledger}/months/{month}/report", response={200: ReportOut, **REFUSALS})
def report(request: HttpRequest, ledger: UUID, month: str) -> StreamingHttpResponse:
    """Have the month written about: events "step", then one "report". Nothing unverified is ever sent."""
    person = signed_in(request)
    wanted = month_of(person, ledger, month)
    sender = Sender(person, wanted.ledger, Purpose.REPORT, timezone.now())
    return stream(events(sender, wanted))


@router.get("/ledgers/{ledger}/months/{month}/preview", response={200: PreviewOut, **REFUSALS})
def preview_report(
    request: HttpRequest, ledger: UUID, month: str, payee_names: bool | None = None
) -> PreviewOut:
    """The very bytes that a report about the month would send, with payees' names as agreed or as asked."""
    person = signed_in(request)
    wanted = month_of(person, ledger, month)
    names: Names = names_of(consent_of(person))
    if payee_names is not None:
        names = "payee names" if payee_names else "no names"
    try:
        return PreviewOut(text=preview(wanted, names), address=settings.GEMINI_BASE_URL, reason="")
    except NotWritten as failed:
        return PreviewOut(text="", address="", reason=failed.sentence(wanted.language))


@router.post("/ledgers/{ledger}/questions", response={200: AnswerOut, **REFUSALS})
def question(request: HttpRequest, ledger: UUID, given: QuestionIn) -> AnswerOut:
    """Answer a question in words with what the ledger says; a reason where that could not be done."""
    person = signed_in(request)
    month = month_of(person, ledger, None)
    words = given.words.strip()
    if not 0 < len(words) <= LONGEST_QUESTION:
        raise QuestionMalformed
    sender = Sender(person, month.ledger, Purpose.QUESTION, timezone.now())
    answer = answer_question(sender, month, counter_of(person, month, words), words)
    return AnswerOut(told=[told_out(one) for one in answer.told], reason=answer.reason)


def counter_of(person: AbstractUser, month: Month, words: str) -> Counter:
    found = readable(person, month.ledger)
    names = names_in(words, queries.accounts(found), queries.payees(found))
    return Counter(month.ledger, month.currency, month.today, names, lambda: queries.balances(found))


def events(sender: Sender, month: Month) -> Generator[Event, None, None]:
    for event in write_report(sender, month):
        yield ("step", step_out(event)) if isinstance(event, Step) else ("report", report_out(event))


def step_out(step: Step) -> StepOut:
    return StepOut(name=step.name, signs=step.signs)


def report_out(report: Report) -> ReportOut:
    return ReportOut(source=report.source, told=[told_out(one) for one in report.told], reason=report.reason)


def month_of(person: AbstractUser, ledger: UUID, month: str | None) -> Month:
    """A month of a ledger that the person may read, else this one. Raises UnknownLedger, MonthMalformed."""
    found = readable(person, ledger)
    today = datetime.now(ZoneInfo(found.time_zone)).date()
    keys = {str(one.id): one.fields["key"] for one in queries.accounts(found) if one.fields.get("key")}
    return Month(
        ledger=found.id,
        currency=found.currency,
        month=parse_month(month) if month else today.replace(day=1),
        today=today,
        language=getattr(person, "language", "en"),
        keys=keys,
    )


def signed_in(request: HttpRequest) -> AbstractUser:
    """The person behind the request; `django_auth` has let nobody else through."""
    assert isinstance(request.user, AbstractUser)
    return request.user
