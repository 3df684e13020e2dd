"""The same five doors for each kind of row that people write: one, create, change, delete, history."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from finance import queries, schemas
from finance.ids import natural_id, new_id
from finance.lessons import lesson_id
from finance.permissions import readable
from finance.services import Answer, Caller, record
from finance.shapes import NAME

REFUSALS = {401: schemas.Error, 403: schemas.Error, 404: schemas.Error, 422: schemas.Error}
WRITTEN = {200: schemas.WrittenOut, **REFUSALS, 409: schemas.Error}


def signed_in(request: HttpRequest) -> AbstractUser:
    """The person behind a request; `django_auth` has let nobody else through."""
    assert isinstance(request.user, AbstractUser)
    return request.user


def caller(request: HttpRequest, device: UUID | None) -> Caller:
    """The browser behind a request, which gives itself this id."""
    return Caller(device, request.session, request.headers.get("User-Agent", ""))


def add_doors(router: Router, entity: str, plural: str) -> None:
    """Open `/ledgers/{ledger}/<plural>…` for one entity."""
    add_reading_doors(router, entity, f"/ledgers/{{ledger}}/{plural}/{{row}}")
    add_writing_doors(router, entity, f"/ledgers/{{ledger}}/{plural}")


def add_reading_doors(router: Router, entity: str, path: str) -> None:
    @router.get(path, response={200: schemas.SeenOut, **REFUSALS}, operation_id=f"read_{entity}")
    def read(request: HttpRequest, ledger: UUID, row: UUID) -> queries.RowSeen:
        """The row as it stands; a deleted one too."""
        return queries.row(readable(signed_in(request), ledger), entity, row)

    @router.get(
        f"{path}/history",
        response={200: list[schemas.ChangedOut], **REFUSALS},
        operation_id=f"history_of_{entity}",
    )
    def history(request: HttpRequest, ledger: UUID, row: UUID) -> list[queries.Changed]:
        """Who changed what and when, newest first."""
        return queries.history(readable(signed_in(request), ledger), entity, row)


def add_writing_doors(router: Router, entity: str, path: str) -> None:
    @router.post(path, response={201: schemas.WrittenOut, **WRITTEN}, operation_id=f"create_{entity}")
    def create(request: HttpRequest, ledger: UUID, given: schemas.CreateIn) -> Status[dict[str, Any]]:
        """Make a row; one whose id stands already is merged path by path."""
        row = given.id or id_for(ledger, entity, given.fields)
        return Status(201, write(request, ledger, ("create", entity, row), given.fields, given.mid))

    @router.patch(f"{path}/{{row}}", response=WRITTEN, operation_id=f"change_{entity}")
    def change(request: HttpRequest, ledger: UUID, row: UUID, given: schemas.PatchIn) -> dict[str, Any]:
        """Set paths of a row; `deleted: false` brings a deleted one back."""
        return write(request, ledger, ("update", entity, row), given.fields, given.mid)

    @router.delete(f"{path}/{{row}}", response=WRITTEN, operation_id=f"delete_{entity}")
    def delete(request: HttpRequest, ledger: UUID, row: UUID) -> dict[str, Any]:
        """Leave a tombstone; a row that transactions name stays and the answer is `conflict`."""
        return write(request, ledger, ("delete", entity, row), {}, None)


def id_for(ledger: UUID, entity: str, fields: dict[str, Any]) -> UUID:
    """A payee's and a lesson's id follow from what they are about; everything else gets a new one."""
    if entity == "payee" and "name" in fields:
        return natural_id(ledger, "payee", NAME(fields["name"]))
    if entity == "lesson" and {"kind", "about"} <= fields.keys():
        return lesson_id(ledger, NAME(fields["kind"]), NAME(fields["about"]))
    return new_id()


def write(
    request: HttpRequest, ledger: UUID, what: tuple[str, str, UUID], fields: dict[str, Any], mid: UUID | None
) -> dict[str, Any]:
    """Make one mutation and answer with the row as it stands after it."""
    op, entity, row = what
    answer: Answer = record(
        person=signed_in(request),
        ledger_id=ledger,
        op=op,
        entity=entity,
        row=row,
        fields=fields,
        now=timezone.now(),
        mid=mid,
    )
    stands = queries.row(readable(signed_in(request), ledger), entity, row)
    return {"mid": answer.mid, "status": answer.status, "row": stands}
