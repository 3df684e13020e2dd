"""The way to the model, if it may be used now; whatever takes it is logged and counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings

from insights.gemini import LONGEST_ANSWER, Answer, Line
from insights.writer.access import key_in_use
from insights.writer.bookkeeping import Sender, note_sent, settle, use_of
from insights.writer.failures import NotWritten, Tokens

UNTOLD = ("timeout", "cut")
"""Failures after which a request may have been answered and charged."""


def line(key: str = "") -> Line:
    return Line(key, settings.GEMINI_BASE_URL, settings.GEMINI_MODEL, settings.GEMINI_PATIENCE)


def open_line(sender: Sender) -> Line:
    """The line with the key in use. Raises NotWritten: no key, none that is paid, or no tokens left."""
    key = key_in_use()
    if not key.text:
        raise NotWritten("key_unreadable" if key.place == "unreadable" else "no_key")
    if not key.paid:
        raise NotWritten("not_paid")
    used = use_of(sender.now)
    if used.tokens >= used.at_most:
        raise NotWritten("cap_reached")
    return line(key.text)


@dataclass(slots=True)
class Entry:
    """A request's entry in the log: made as its body leaves, told when the answer is there.

    `tokens` is what it used, None where only Google knows: nobody waited, or the answer broke off.
    """

    sender: Sender
    number: int = 0
    outcome: str = "left"
    tokens: Tokens | None = None

    def sending(self, text: str) -> None:
        """Raises NotWritten where the month's tokens would not do for the dearest answer."""
        self.number = note_sent(self.sender, text, dearest(text))

    def arrived(self, answer: Answer) -> None:
        self.outcome, self.tokens = "answered", answer.tokens

    def failed(self, failure: NotWritten) -> None:
        unknown = failure.reason in UNTOLD and failure.tokens == Tokens()
        self.outcome, self.tokens = failure.reason, None if unknown else failure.tokens


def dearest(text: str) -> Tokens:
    """The most that a request can use: no token is shorter than a byte, and an answer has a longest."""
    return Tokens(len(text.encode()), LONGEST_ANSWER)


@contextmanager
def logged(sender: Sender) -> Iterator[Entry]:
    """Settles the entry however the request ends: "left" where nobody waited for it."""
    entry = Entry(sender)
    try:
        yield entry
    except NotWritten as failed:
        entry.failed(failed)
        raise
    finally:
        if entry.number:
            settle(entry.number, entry.outcome, entry.tokens)
