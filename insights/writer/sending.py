"""The way to the model, if it may be used now; whatever takes it is logged and counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings

from insights.gemini import Answer, Line
from insights.writer.access import key_in_use
from insights.writer.bookkeeping import Sender, note_sent, settle, use_of
from insights.writer.failures import NotWritten, Tokens


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
    """A request's entry in the log: made as its body leaves, told when the answer is there."""

    sender: Sender
    number: int = 0
    outcome: str = "left"
    tokens: Tokens = field(default_factory=Tokens)

    def sending(self, text: str) -> None:
        self.number = note_sent(self.sender, text)

    def arrived(self, answer: Answer) -> None:
        self.outcome, self.tokens = "answered", answer.tokens


@contextmanager
def logged(sender: Sender) -> Iterator[Entry]:
    """Settles the entry however the request ends: "left" where nobody waited for it."""
    entry = Entry(sender)
    try:
        yield entry
    except NotWritten as failed:
        entry.outcome, entry.tokens = failed.reason, failed.tokens
        raise
    finally:
        if entry.number:
            settle(entry.number, entry.outcome, entry.tokens)
