"""Google's Gemini over HTTP: the only import of google, made on first use (it costs half a second)."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from insights.writer.failures import NotWritten, Reason, Tokens

if TYPE_CHECKING:
    from google.genai import Client
    from google.genai.types import GenerateContentResponse

logger = logging.getLogger(__name__)
LONGEST_ANSWER = 2048
"""Tokens, thoughts included: a report needs about 500."""
AT_MOST = 3
"""How many times the patience a whole answer may take, however steadily it drips."""
REFUSALS: dict[int, Reason] = {
    401: "bad_key",
    403: "bad_key",
    404: "no_such_model",
    503: "overloaded",
    504: "timeout",
}
FINISHES: dict[str, Reason] = {"MAX_TOKENS": "too_long", "MALFORMED_FUNCTION_CALL": "unreadable"}

Sending = Callable[[str], None]
"""Is told the body of a request right before it leaves."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where the model is and how to reach it; `patience` in seconds of silence."""

    key: str
    base_url: str
    model: str
    patience: int


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: instructions, turns of the wire's shape; the answer's shape, or functions to choose."""

    instructions: str
    turns: Sequence[Mapping[str, Any]]
    schema: Mapping[str, Any] | None = None
    functions: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A function that the model wants called, as it wrote it: nothing here is checked."""

    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its text, the calls it holds, and the turn to send back when the talk goes on."""

    text: str
    calls: tuple[Call, ...]
    turn: Mapping[str, Any]
    tokens: Tokens


def body_of(line: Line, request: Request) -> str:
    """The body that `write` and `ask` send, to the byte; nothing leaves this machine."""
    import httpx2

    bodies: list[str] = []

    def keep(wanted: httpx2.Request) -> httpx2.Response:
        bodies.append(wanted.content.decode())
        return httpx2.Response(200, json={})

    client = client_of(line, {"transport": httpx2.MockTransport(keep)})
    client.models.generate_content(**arguments_of(line, request))
    return bodies[0]


def write(line: Line, request: Request, sending: Sending) -> Generator[int, None, Answer]:
    """The answer, streamed: yields how many signs have come each time some do. Raises NotWritten."""
    parts: list[GenerateContentResponse] = []
    try:
        with translated():
            client = client_of(line, hooks(sending))
            patient_until = time.monotonic() + AT_MOST * line.patience
            for part in client.models.generate_content_stream(**arguments_of(line, request)):
                parts.append(part)
                yield sum(len(text_of(one)) for one in parts)
                if time.monotonic() > patient_until:
                    raise NotWritten("timeout")
    except NotWritten as failed:
        raise NotWritten(failed.reason, tokens_of(parts)) from failed
    return answer_of(parts)


def ask(line: Line, request: Request, sending: Sending) -> Answer:
    """The answer in one piece. Raises NotWritten."""
    with translated():
        client = client_of(line, hooks(sending))
        whole = client.models.generate_content(**arguments_of(line, request))
    return answer_of([whole])


def client_of(line: Line, client_arguments: dict[str, Any]) -> Client:
    """A client that tries once and follows no redirect with its key. Keep it while its answer is read."""
    from google import genai
    from google.genai import types

    options = types.HttpOptions(
        base_url=line.base_url,
        timeout=line.patience * 1000,
        client_args={"follow_redirects": False, **client_arguments},
    )
    return genai.Client(vertexai=False, api_key=line.key or "none", http_options=options)


def hooks(sending: Sending) -> dict[str, Any]:
    return {"event_hooks": {"request": [lambda request: sending(request.content.decode())]}}


def arguments_of(line: Line, request: Request) -> dict[str, Any]:
    config: dict[str, Any] = {
        "system_instruction": request.instructions,
        "max_output_tokens": LONGEST_ANSWER,
        "automatic_function_calling": {"disable": True},
    }
    if request.schema:
        config |= {"response_mime_type": "application/json", "response_json_schema": request.schema}
    if request.functions:
        config |= {
            "tools": [{"function_declarations": list(request.functions)}],
            "tool_config": {"function_calling_config": {"mode": "ANY"}},
        }
    return {"model": line.model, "contents": list(request.turns), "config": config}


def answer_of(parts: Sequence[GenerateContentResponse]) -> Answer:
    """The parts put together. Raises NotWritten for what is blocked, empty, too long or broken off."""
    tokens = tokens_of(parts)
    if reason := refusal_of(parts):
        raise NotWritten(reason, tokens)
    pieces = [piece for part in parts for piece in pieces_of(part)]
    calls = [
        Call(piece.function_call.name or "", piece.function_call.args or {})
        for piece in pieces
        if piece.function_call
    ]
    text = "".join(text_of(part) for part in parts)
    if not text and not calls:
        raise NotWritten("empty", tokens)
    turn = {"role": "model", "parts": [piece.model_dump(exclude_none=True) for piece in pieces]}
    return Answer(text, tuple(calls), turn, tokens)


def refusal_of(parts: Sequence[GenerateContentResponse]) -> Reason | None:
    """Why the parts are no answer. Neither a block nor a missing end raises anything by itself."""
    if any(part.prompt_feedback and part.prompt_feedback.block_reason for part in parts):
        return "blocked"
    candidates = [part.candidates[0] for part in parts if part.candidates]
    if not candidates:
        return "empty"
    finish = next((one.finish_reason.value for one in reversed(candidates) if one.finish_reason), None)
    if finish is None:
        return "cut"
    return None if finish == "STOP" else FINISHES.get(finish, "blocked")


def pieces_of(part: GenerateContentResponse) -> list[Any]:
    content = part.candidates[0].content if part.candidates else None
    return list((content and content.parts) or [])


def text_of(part: GenerateContentResponse) -> str:
    return "".join(piece.text for piece in pieces_of(part) if piece.text and not piece.thought)


def tokens_of(parts: Sequence[GenerateContentResponse]) -> Tokens:
    """By the last part that says: each of a stream's counts everything so far."""
    used = next((part.usage_metadata for part in reversed(parts) if part.usage_metadata), None)
    if used is None:
        return Tokens()
    received = (used.candidates_token_count or 0) + (used.thoughts_token_count or 0)
    return Tokens((used.prompt_token_count or 0) + (used.tool_use_prompt_token_count or 0), received)


@contextmanager
def translated() -> Iterator[None]:
    """Everything that may go wrong on the way as NotWritten; what nobody foresaw is logged."""
    import httpx2
    from google.genai import errors

    try:
        yield
    except NotWritten:
        raise
    except errors.APIError as refused:
        raise NotWritten(reason_of(refused.code, refused.details)) from refused
    except httpx2.TimeoutException as late:
        raise NotWritten("timeout") from late
    except (httpx2.ConnectError, httpx2.UnsupportedProtocol) as unreachable:
        raise NotWritten("unreachable") from unreachable
    except httpx2.TransportError as cut:
        raise NotWritten("cut") from cut
    except (ValueError, TypeError, AttributeError, LookupError) as unreadable:  # the client met another shape
        raise NotWritten("unreadable") from unreadable
    except Exception as unforeseen:
        logger.exception("Gemini failed in a new way.")
        raise NotWritten("unexpected") from unforeseen


def reason_of(code: int, details: object) -> Reason:
    """A refusal by its HTTP status; which quota of a 429 is used up stands in its details only."""
    words = json.dumps(details, default=str)
    if code == 429:
        return "quota_day" if "PerDay" in words else "quota"
    if "API_KEY_INVALID" in words:
        return "bad_key"
    if code in REFUSALS:
        return REFUSALS[code]
    return "server_error" if code >= 500 else "unexpected" if code < 400 else "bad_request"
