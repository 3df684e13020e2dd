"""Frames of sentences: `(a|b)` is a choice, `[a]` may be left out, `{name}` is drawn from a class."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

MARKS = re.compile(r"[()\[\]|]|\{\w+\}|[^()\[\]|{}\s]+")
KEPT = 0.4
Draw = Callable[[Random], str]


class BadFrame(Exception):
    """A frame's brackets do not match, or a class is not known."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; left out with `1 - kept`."""

    options: tuple[tuple[Part, ...], ...]
    kept: float = 1.0

    def words(self, classes: Mapping[str, Draw], rng: Random) -> list[str]:
        if self.kept < 1 and rng.random() >= self.kept:
            return []
        return [word for part in rng.choice(self.options) for word in words_of(part, classes, rng)]


Part = str | Choice


def parse(frame: str) -> Choice:
    """`parse("[i] spent {amount}")`, ready to be drawn from. Raises BadFrame."""
    marks = MARKS.findall(frame)
    choice, rest = parse_choice(marks, closing="")
    if rest:
        raise BadFrame(f"Too many closing brackets: {frame}")
    return choice


def parse_choice(marks: list[str], *, closing: str) -> tuple[Choice, list[str]]:
    options: list[tuple[Part, ...]] = []
    parts: list[Part] = []
    while marks and marks[0] not in (")", "]"):
        mark, marks = marks[0], marks[1:]
        if mark == "|":
            options.append(tuple(parts))
            parts = []
        elif mark in ("(", "["):
            inner, marks = parse_choice(marks, closing=")" if mark == "(" else "]")
            parts.append(inner)
        else:
            parts.append(mark)
    if closing != (marks[0] if marks else ""):
        raise BadFrame(f"A bracket is not closed by {closing!r} before: {' '.join(marks)}")
    options.append(tuple(parts))
    return Choice(tuple(options), KEPT if closing == "]" else 1.0), marks[1:]


def words_of(part: Part, classes: Mapping[str, Draw], rng: Random) -> list[str]:
    if isinstance(part, Choice):
        return part.words(classes, rng)
    if not part.startswith("{"):
        return [part]
    if part[1:-1] not in classes:
        raise BadFrame(f"There is no class {part}")
    return classes[part[1:-1]](rng).split()
