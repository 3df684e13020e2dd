"""Reports, answers, consent and the log as JSON."""

from datetime import datetime
from uuid import UUID

from ninja import Schema

from finance.schemas import Given
from insights.schemas import ToldOut


class StepOut(Schema):
    """How far a report is: reckoning, asking, writing (`signs` have come), checking or repairing."""

    name: str
    signs: int


class ReportOut(Schema):
    """`source` is "model" or "templates"; `reason` says in a sentence why the model did not write."""

    source: str
    told: list[ToldOut]
    reason: str


class PreviewOut(Schema):
    """The request's body to the byte, and where it would go; `reason` in its place where nothing would."""

    text: str
    address: str
    reason: str


class QuestionIn(Given):
    words: str


class AnswerOut(Schema):
    """`reason` says why the model did not answer; `told` may then hold what was counted, or nothing."""

    told: list[ToldOut]
    reason: str


class ConsentIn(Schema):
    given: bool
    payee_names: bool = False


class ConsentOut(Schema):
    given_at: datetime
    payee_names: bool


class UseOut(Schema):
    """Tokens of this month on the whole server; `cost` in millionths of a dollar, if the price is known."""

    month: str
    tokens: int
    at_most: int
    cost: int | None


class KeyIn(Given):
    """A new key ("" to forget the kept one, null to leave it), and whether it is said to be a paid one."""

    key: str | None = None
    paid: bool = False


class KeyOut(Schema):
    """Where the key in use is from: environment, settings, unreadable or nowhere. The key itself stays."""

    place: str
    paid: bool


class WritingOut(Schema):
    """How things stand for a person: their consent, and what the server can."""

    consent: ConsentOut | None
    key: KeyOut
    may_set_key: bool
    model: str
    use: UseOut


class SentOut(Schema):
    """One request: `text` is its body to the byte, `outcome` how it ended."""

    id: int
    at: datetime
    ledger: UUID
    ledger_name: str
    purpose: str
    model: str
    text: str
    outcome: str
    tokens_in: int
    tokens_out: int
