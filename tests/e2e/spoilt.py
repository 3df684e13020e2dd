"""The application on a bad day: the file `spoilt` in var says what is wrong with it, until it is emptied.

"no model": nobody put a speech model on the shelf; "other model": it is not the one the server describes;
"no engine": the recogniser's files are gone; "failing" and "garbage": how the ledger's doors answer;
"push cut off" and "pull cut off": such an answer breaks off halfway, though what was asked for was done;
"slow": four seconds until it is known who is signed in; "slow models": half a second before each piece.
Which pieces of models were asked for is written into `pieces`.
"""

import asyncio
from dataclasses import replace
from typing import Any

from django.conf import settings

from config.asgi import application as well
from voice import speech_models

MODELS = "/speech/models/"
LEDGERS = "/api/ledgers/"
ENGINE = "speech-"
CUT_OFF = {"push cut off": "/push", "pull cut off": "/pull"}
shelved = speech_models.available


def wrong() -> str:
    file = settings.VAR / "spoilt"
    return file.read_text() if file.exists() else ""


def available() -> list[speech_models.SpeechModel]:
    models = [] if wrong() == "no model" else shelved()
    other = wrong() == "other model"
    return [replace(model, pieces=("0" * 64,)) for model in models] if other else models


speech_models.available = available


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    path = scope.get("path", "")
    if path.startswith(MODELS):
        await note_piece(scope)
    if wrong() == "slow" and path == "/api/session":
        await asyncio.sleep(4)
    if wrong() == "failing" and path.startswith(LEDGERS):
        await answer(send, 500, b"Traceback: the disk is gone")
    elif wrong() == "garbage" and path.startswith(LEDGERS):
        await answer(send, 200, b"<html>Welcome to the hotel's network</html>")
    elif wrong() == "no engine" and path.startswith("/static/") and ENGINE in path:
        await answer(send, 404, b"")
    elif wrong() in CUT_OFF and path.endswith(CUT_OFF[wrong()]):
        await well(scope, receive, halved(send))
    else:
        await well(scope, receive, send)


async def note_piece(scope: dict[str, Any]) -> None:
    """A line for each range of a model that is asked for."""
    with (settings.VAR / "pieces").open("a") as pieces:
        pieces.write(f"{scope['path']} {dict(scope['headers']).get(b'range', b'').decode()}\n")
    await asyncio.sleep(0.5 if wrong() == "slow models" else 0)


def halved(send: Any) -> Any:
    """Sends half of an answer's body and, as that is less than was announced, hangs up."""

    async def cut(message: dict[str, Any]) -> None:
        body = message.get("body", b"")
        await send({**message, "body": body[: len(body) // 2]} if body else message)

    return cut


async def answer(send: Any, status: int, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": []})
    await send({"type": "http.response.body", "body": body})
