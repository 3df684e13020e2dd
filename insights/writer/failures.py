"""Why the model wrote nothing that may be shown; templates speak then, and say the reason in a sentence."""

from dataclasses import dataclass
from typing import Literal

from finance.wording import say

Reason = Literal[
    "no_consent",
    "language",
    "no_key",
    "key_unreadable",
    "not_paid",
    "cap_reached",
    "unreachable",
    "timeout",
    "cut",
    "unreadable",
    "bad_key",
    "no_such_model",
    "bad_request",
    "quota_day",
    "quota",
    "overloaded",
    "server_error",
    "blocked",
    "empty",
    "too_long",
    "unverified",
    "not_understood",
    "unexpected",
]
"""The sentence of each is `writing.failure.<reason>`."""


UNASKED = ("no_consent", "no_key")
"""Whose sentences about a report do not fit a question."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What requests used, as the model's answers say."""

    sent: int = 0
    received: int = 0

    def __add__(self, other: "Tokens") -> "Tokens":
        return Tokens(self.sent + other.sent, self.received + other.received)

    def __sub__(self, other: "Tokens") -> "Tokens":
        return Tokens(self.sent - other.sent, self.received - other.received)


class NotWritten(Exception):
    """The model wrote nothing that may be shown; `tokens` were used all the same."""

    def __init__(self, reason: Reason, tokens: Tokens | None = None) -> None:
        self.reason: Reason = reason
        self.tokens = tokens or Tokens()
        super().__init__(reason)

    def sentence(self, language: str = "en") -> str:
        return say(f"writing.failure.{self.reason}", language=language)

    def to_a_question(self, language: str = "en") -> str:
        """Why a question was not answered by the model."""
        stem = "question" if self.reason in UNASKED else "failure"
        return say(f"writing.{stem}.{self.reason}", language=language)
