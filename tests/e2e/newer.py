"""The application as after an upgrade: another service worker once the file `newer` lies in var."""

from django.conf import settings

from config.asgi import application as today

WORKER = "/sw.js"


async def application(scope, receive, send):  # type: ignore[no-untyped-def]
    upgraded = (settings.VAR / "newer").exists() and scope.get("path") == WORKER
    await today(scope, receive, renamed(send) if upgraded else send)


def renamed(send):  # type: ignore[no-untyped-def]
    """Sends `my-funds-app-` as `my-funds-app+`: the same length, another cache."""

    async def send_renamed(message):  # type: ignore[no-untyped-def]
        body = message.get("body", b"")
        await send({**message, "body": body.replace(b"my-funds-app-", b"my-funds-app+")} if body else message)

    return send_renamed
