"""What the API takes and gives, as OpenAPI tells it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, ConfigDict, field_validator

DEEPEST = 8
"""Levels of maps and lists in what arrives; a mutation has 5."""


def not_too_deep(given: dict[str, Any]) -> dict[str, Any]:
    """Refuse what is nested so deep that writing it down again could fail."""
    layer: list[Any] = [given]
    for _ in range(DEEPEST + 1):
        if not layer:
            return given
        layer = [inner for outer in layer for inner in contents(outer)]
    raise ValueError(f"is nested deeper than {DEEPEST} levels")


def contents(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


Fields = Annotated[dict[str, Any], AfterValidator(not_too_deep)]
Uuid = Annotated[UUID, Field(description="A UUID; UUIDv7 for what is new")]


class Given(Schema):
    """What arrives, where its texts are not checked further: PostgreSQL keeps no text with a NUL."""

    @field_validator("*")
    @classmethod
    def without_nul(cls, value: Any) -> Any:
        if isinstance(value, str) and "\0" in value:
            raise ValueError("holds a character that no database keeps")
        return value


class Strict(Schema):
    """What arrives holds exactly these names."""

    model_config = ConfigDict(extra="forbid")


class ErrorBody(Schema):
    code: str
    message: str = Field(description="A sentence with the remedy, in the person's language")


class Error(Schema):
    error: ErrorBody


Cursor = Annotated[
    int, Field(ge=0, le=2**53 - 1, description="The seq up to which the device has everything")
]
Known = Annotated[
    UUID | None, Field(description="The mid acknowledged last in this epoch; a log without it was restored")
]


class PushIn(Strict):
    """A batch of mutations from one device; docs/protocol.md says what a mutation holds."""

    device: UUID
    epoch: UUID
    cursor: Cursor = 0
    known: Known = None
    mutations: list[Fields] = Field(max_length=100)


class ResultOut(Schema):
    mid: UUID
    status: Literal["applied", "conflict", "parked", "rejected"]
    seq: int | None = None
    error: ErrorBody | None = None


class PushOut(Schema):
    epoch: UUID
    results: list[ResultOut]


class RowOut(Schema):
    entity: str
    id: UUID
    seq: int
    deleted: bool
    fields: Fields


class PullIn(Strict):
    cursor: Cursor = 0
    epoch: UUID | None = Field(None, description="The epoch of that cursor; left out at the first pull")
    device: UUID | None = Field(None, description="The device's own id; left out by scripts")
    known: Known = None
    apart: int | None = Field(
        None, ge=0, le=2**53 - 1, description="The cursor at which the device's rows differed from the digest"
    )


class TallyOut(Schema):
    count: int
    hash: str = Field(description="Sum of the seqs, a point, sum of the squares of the seqs modulo 65,521")


class SumOut(Schema):
    count: int = Field(description="Postings of live transactions that are not planned")
    sum: str = Field(description="Their sum in minor units, as text: it may pass 2^53")


class DigestOut(Schema):
    rows: dict[str, TallyOut] = Field(description="By entity, tombstones too")
    sums: dict[str, dict[str, SumOut]] = Field(description="By account id and currency")


class PullOut(Schema):
    epoch: UUID
    start: int = Field(serialization_alias="from", description="The cursor this page starts after")
    cursor: int
    rows: list[RowOut]
    has_more: bool
    latest: int = Field(description="The ledger's seq, so that a first sync can show how far it is")
    digest: DigestOut | None = Field(description="Of all rows up to the cursor, when there are no more")


class SeenOut(Schema):
    """A row; `fields` is the document of docs/protocol.md."""

    id: UUID
    seq: int
    deleted: bool
    fields: Fields


class CreateIn(Strict):
    """`fields` maps paths to values. With `id` and `mid` of your own a repeated request changes nothing."""

    id: Uuid | None = None
    mid: Uuid | None = None
    fields: Fields


class PatchIn(Strict):
    """Paths to set, as `{"lines.<id>.amount": 1250}`; null removes a key, `deleted: false` revives."""

    mid: Uuid | None = None
    fields: Fields


class WrittenOut(Schema):
    """What became of a write, and the row as it stands after it."""

    mid: UUID
    status: Literal["applied", "conflict"]
    row: SeenOut


class AmountOut(Schema):
    minor: int = Field(description="Whole minor units")
    currency: str


class BalanceOut(Schema):
    account_id: UUID
    amount: AmountOut


class ChangedOut(Schema):
    seq: int
    by: str = Field(description="Empty for somebody who has left")
    at: datetime
    paths: dict[str, list[Any]] = Field(description="path → [old, new]")


class MemberOut(Schema):
    person_id: int
    name: str
    role: Literal["owner", "editor", "viewer"]


class DeviceOut(Schema):
    id: UUID
    name: str
    first_synced: datetime
    last_synced: datetime
    revoked: bool = Field(description="Signed out from another device; its pushes and pulls are refused")


class TransactionsIn(Strict):
    """How to narrow and page a list of transactions."""

    first_day: date | None = None
    last_day: date | None = None
    account: UUID | None = None
    category: UUID | None = None
    payee: UUID | None = None
    after: UUID | None = Field(None, description="The last transaction of the page before")
    limit: int = Field(50, ge=1, le=200)
