"""The ledger over HTTP: push, pull, and plain reads and writes for scripts. Each write makes one mutation."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from ninja import Query, Router
from ninja.decorators import decorate_view
from ninja.security import django_auth

from finance import queries, schemas
from finance.doors import REFUSALS, add_doors, caller, signed_in
from finance.lessons import lessons
from finance.permissions import readable
from finance.queries import TransactionFilter
from finance.services import Answer, syncing
from finance.sync.pull import pull
from finance.sync.push import push

router = Router(tags=["ledger"], auth=django_auth)
CLASHES = {**REFUSALS, 409: schemas.Error}


@router.post("/ledgers/{ledger}/push", response={200: schemas.PushOut, **CLASHES}, tags=["sync"])
def push_mutations(request: HttpRequest, ledger: UUID, given: schemas.PushIn) -> dict[str, Any]:
    """Apply a device's mutations, each once; a bad one is answered as rejected and stops nothing."""
    person, now = signed_in(request), timezone.now()
    with syncing(person, caller(request, given.device), now):
        pushed = push(
            person=person,
            ledger_id=ledger,
            epoch=str(given.epoch),
            mutations=given.mutations,
            now=now,
            cursor=given.cursor,
            known=given.known,
        )
    return {
        "epoch": pushed.epoch,
        "results": [result(answer, getattr(request.user, "language", "en")) for answer in pushed.answers],
    }


@router.get("/ledgers/{ledger}/pull", response={200: schemas.PullOut, **CLASHES}, tags=["sync"])
@decorate_view(gzip_page)
def pull_rows(request: HttpRequest, ledger: UUID, given: Query[schemas.PullIn]) -> HttpResponse:
    """The next rows after a cursor, at most 500, of one snapshot; tombstones too; at the end their digest.

    Written as it was read, not through the schema: a new phone asks for hundreds of pages.
    """
    epoch, person = str(given.epoch) if given.epoch else None, signed_in(request)
    with syncing(person, caller(request, given.device), timezone.now()):
        pulled = pull(
            person=person,
            ledger_id=ledger,
            epoch=epoch,
            cursor=given.cursor,
            known=given.known,
            apart=given.apart,
        )
    unkept = {"Cache-Control": "no-store"}
    return HttpResponse(json.dumps(pulled.told()), content_type="application/json", headers=unkept)


@router.get("/ledgers/{ledger}/people", response={200: list[schemas.MemberOut], **REFUSALS})
def list_people(request: HttpRequest, ledger: UUID) -> list[queries.Member]:
    """Who belongs to the ledger."""
    return queries.people_of(readable(signed_in(request), ledger))


@router.get("/ledgers/{ledger}/balances", response={200: list[schemas.BalanceOut], **REFUSALS})
def list_balances(request: HttpRequest, ledger: UUID) -> list[queries.Balance]:
    """What each asset and liability account holds, per currency."""
    return queries.balances(readable(signed_in(request), ledger))


@router.get("/ledgers/{ledger}/accounts", response={200: list[schemas.SeenOut], **REFUSALS})
def list_accounts(request: HttpRequest, ledger: UUID) -> list[queries.RowSeen]:
    """Accounts and categories in the screen's order."""
    return queries.accounts(readable(signed_in(request), ledger))


@router.get("/ledgers/{ledger}/payees", response={200: list[schemas.SeenOut], **REFUSALS})
def list_payees(request: HttpRequest, ledger: UUID) -> list[queries.RowSeen]:
    """Payees by name."""
    return queries.payees(readable(signed_in(request), ledger))


@router.get("/ledgers/{ledger}/transactions", response={200: list[schemas.SeenOut], **REFUSALS})
def list_transactions(
    request: HttpRequest, ledger: UUID, given: Query[schemas.TransactionsIn]
) -> list[queries.RowSeen]:
    """Transactions newest first; give the last id of a page as `after` to have the next."""
    wanted = TransactionFilter(**given.model_dump(exclude={"after", "limit"}))
    return queries.transactions(
        readable(signed_in(request), ledger), wanted, after=given.after, limit=given.limit
    )


@router.get("/ledgers/{ledger}/lessons", response={200: list[schemas.SeenOut], **REFUSALS})
def list_lessons(request: HttpRequest, ledger: UUID) -> list[queries.RowSeen]:
    """What corrections taught; a lesson that is deleted is forgotten on every phone."""
    return lessons(readable(signed_in(request), ledger))


for entity in ("account", "payee", "transaction", "lesson"):
    add_doors(router, entity, f"{entity}s")


def result(answer: Answer, language: str) -> dict[str, Any]:
    """An answer as it travels, its sentence in the person's language."""
    error = {"code": answer.code, "message": answer.sentence(language)} if answer.code else None
    return {"mid": answer.mid, "status": answer.status, "seq": answer.seq, "error": error}
