import asyncio
from typing import Any

from config.body_limit import LARGEST, limited


async def reads_all(scope: Any, receive: Any, send: Any) -> None:
    """An application that reads its body to the end and tells how much came and how it ended."""
    size, message = 0, await receive()
    while message["type"] == "http.request":
        size += len(message["body"])
        if not message["more_body"]:
            break
        message = await receive()
    await send({"ended": message["type"], "size": size})


def serve(parts: list[bytes], length: int | None = None) -> list[Any]:
    sent: list[Any] = []
    waiting = [
        {"type": "http.request", "body": part, "more_body": place < len(parts) - 1}
        for place, part in enumerate(parts)
    ]

    async def receive() -> Any:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [] if length is None else [(b"content-length", str(length).encode())]
    serve: Any = limited(reads_all)
    asyncio.run(serve({"type": "http", "headers": headers}, receive, send))
    return sent


class TestLimited:
    def test_passes_a_body_of_the_largest_size(self) -> None:
        assert serve([b"x" * LARGEST], LARGEST) == [{"ended": "http.request", "size": LARGEST}]

    def test_refuses_a_larger_one_by_its_announced_length(self) -> None:
        assert serve([b""], LARGEST + 1)[0]["status"] == 413

    def test_hangs_up_on_one_that_grows_without_saying_so(self) -> None:
        assert serve([b"x" * LARGEST, b"x", b"x"])[0]["ended"] == "http.disconnect"
