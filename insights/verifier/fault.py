"""What is wrong with a text, in a form that the next try can be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule's `code` ("direction") and the offending words as they stand in the text ("rose in “…”")."""

    code: str
    words: str
