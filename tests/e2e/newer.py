"""The application as after an upgrade: another service worker once the file `newer` lies in var."""

from typing import Any

from django.conf import settings

from config.asgi import application as today

WORKER = "/sw.js"


async def application(scope: Any, receive: Any, send: Any) -> None:
    upgraded = (settings.VAR / "newer").exists() and scope.get("path") == WORKER
    await today(scope, receive, renamed(send) if upgraded else send)


def renamed(send: Any) -> Any:
    """Sends `my-funds-app-` as `my-funds-app+`: the same length, another cache."""

    async def send_renamed(message: Any) -> None:
        body = message.get("body", b"")
        await send({**message, "body": body.replace(b"my-funds-app-", b"my-funds-app+")} if body else message)

    return send_renamed
