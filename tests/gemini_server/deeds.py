"""Answers as the model gives them, and everything that goes wrong on the way, by name."""

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

from tests.gemini_server.server import Deed, Wire, refuse

USAGE = {
    "promptTokenCount": 1000,
    "candidatesTokenCount": 100,
    "thoughtsTokenCount": 20,
    "totalTokenCount": 1120,
}


def writes(*sentences: str) -> Deed:
    """A report's answer."""
    return says(json.dumps({"sentences": sentences}))


def says(text: str) -> Deed:
    """A text, in two parts where it is streamed."""

    def deed(wire: Wire) -> None:
        if not wire.streams:
            return wire.answer(200, json.dumps(whole([{"text": text}])).encode())
        half = len(text) // 2
        wire.begin_stream()
        wire.event({"candidates": [{"content": {"role": "model", "parts": [{"text": text[:half]}]}}]})
        wire.event(whole([{"text": text[half:]}]))
        return wire.end_stream()

    return deed


def calls(*wanted: tuple[str, Mapping[str, Any]]) -> Deed:
    """Function calls, each with a thought's signature, which has to come back."""
    parts = [
        {"functionCall": {"name": name, "args": dict(arguments)}, "thoughtSignature": "c2lnbmF0dXJl"}
        for name, arguments in wanted
    ]
    return answers(whole(parts))


def whole(parts: Sequence[Mapping[str, Any]], finish: str = "STOP") -> dict[str, Any]:
    candidate = {"content": {"role": "model", "parts": list(parts)}, "finishReason": finish, "index": 0}
    return {"candidates": [candidate], "usageMetadata": USAGE, "modelVersion": "gemini-3.5-flash-lite"}


def answers(body: object) -> Deed:
    """One JSON answer, whichever way was asked for."""

    def deed(wire: Wire) -> None:
        if not wire.streams:
            return wire.answer(200, json.dumps(body).encode())
        wire.begin_stream()
        wire.event(body)
        return wire.end_stream()

    return deed


def is_no_json(wire: Wire) -> None:
    """A captive portal: 200, and a page."""
    wire.answer(200, b"<html>Sign in to the airport's network</html>", "text/html")


def stays_silent(wire: Wire) -> None:
    """Nothing for longer than a test's patience of one second."""
    time.sleep(2.5)
    wire.hang_up()


def drips(wire: Wire) -> None:
    """A sign every 0.3 s, for ever, or until nobody listens."""
    wire.begin_stream()
    for _ in range(40):
        wire.event({"candidates": [{"content": {"role": "model", "parts": [{"text": "x"}]}}]})
        time.sleep(0.3)


def hangs_up(wire: Wire) -> None:
    """Closes before a word was said."""
    wire.hang_up()


def breaks_off(wire: Wire) -> None:
    """Closes in the middle of the answer."""
    if wire.streams:
        wire.begin_stream()
        wire.event(
            {
                "candidates": [{"content": {"role": "model", "parts": [{"text": '{"sent'}]}}],
                "usageMetadata": USAGE,
            }
        )
    else:
        wire.send_response(200)
        wire.send_header("Content-Length", "1000")
        wire.end_headers()
        wire.wfile.write(b'{"candidates"')
    wire.hang_up()


def ends_early(wire: Wire) -> None:
    """A stream that ends properly, but without a reason to finish."""
    wire.begin_stream()
    wire.event({"candidates": [{"content": {"role": "model", "parts": [{"text": '{"sent'}]}}]})
    wire.end_stream()


def redirects(wire: Wire) -> None:
    """To this very server, which would see the key again."""
    wire.send_response(307)
    wire.send_header("Location", wire.path)
    wire.send_header("Content-Length", "0")
    wire.end_headers()


def quota(name: str) -> Deed:
    """A 429 with the quota's id where the API has it."""
    violations = [{"quotaId": name, "quotaMetric": "generativelanguage.googleapis.com/requests"}]
    kind = "type.googleapis.com/google.rpc.QuotaFailure"
    return refuse(
        429, "RESOURCE_EXHAUSTED", "You exceeded your quota.", **{"@type": kind, "violations": violations}
    )


FAILURES: dict[str, tuple[Deed, str]] = {
    "no JSON": (is_no_json, "unreadable"),
    "JSON of another shape": (answers({"candidates": [{"content": 5}]}), "unreadable"),
    "a list": (answers([1, 2]), "empty"),
    "silence": (stays_silent, "timeout"),
    "a drip": (drips, "timeout"),
    "a connection closed before an answer": (hangs_up, "cut"),
    "a connection closed within the answer": (breaks_off, "cut"),
    "a stream without an end": (ends_early, "cut"),
    "a redirect": (redirects, "unexpected"),
    "a wrong key": (refuse(400, "INVALID_ARGUMENT", "Bad key.", reason="API_KEY_INVALID"), "bad_key"),
    "401": (refuse(401, "UNAUTHENTICATED", "No."), "bad_key"),
    "403": (refuse(403, "PERMISSION_DENIED", "No."), "bad_key"),
    "404": (refuse(404, "NOT_FOUND", "No such model."), "no_such_model"),
    "400": (refuse(400, "INVALID_ARGUMENT", "Unknown field."), "bad_request"),
    "429 of a day": (quota("GenerateRequestsPerDayPerProjectPerModel"), "quota_day"),
    "429 of a minute": (quota("GenerateRequestsPerMinutePerProjectPerModel"), "quota"),
    "500": (refuse(500, "INTERNAL", "Oops."), "server_error"),
    "503": (refuse(503, "UNAVAILABLE", "Overloaded."), "overloaded"),
    "504": (refuse(504, "DEADLINE_EXCEEDED", "Late."), "timeout"),
    "a blocked prompt": (answers({"promptFeedback": {"blockReason": "SAFETY"}}), "blocked"),
    "a withheld answer": (answers(whole([], "SAFETY")), "blocked"),
    "a recitation": (answers(whole([{"text": "{"}], "RECITATION")), "blocked"),
    "an answer that grew too long": (answers(whole([{"text": '{"sent'}], "MAX_TOKENS")), "too_long"),
    "a malformed call": (answers(whole([], "MALFORMED_FUNCTION_CALL")), "unreadable"),
    "no candidates": (answers({"candidates": [], "usageMetadata": USAGE}), "empty"),
    "a candidate without a text": (answers(whole([])), "empty"),
    "only a thought": (answers(whole([{"text": "Hm.", "thought": True}])), "empty"),
}
"""What went wrong → the deed, and the reason it must be told as."""
