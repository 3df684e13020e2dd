"""The server: generateContent and streamGenerateContent?alt=sse, v1 and v1beta, a key in x-goog-api-key."""

import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ADDRESS = re.compile(r"/(v1|v1beta)/models/([\w.-]+):(generateContent|streamGenerateContent\?alt=sse)")
KEY = "a-key-for-tests"
Deed = Callable[["Wire"], None]
"""How one request is answered."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: `body` are its very bytes."""

    path: str
    key: str
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def words(self) -> str:
        """The text of the last turn."""
        text: str = self.json["contents"][-1]["parts"][-1].get("text", "")
        return text


class Wire(BaseHTTPRequestHandler):
    """One connection; `streams` says which of the two ways was asked for."""

    protocol_version = "HTTP/1.1"
    server: "Listening"
    streams = False

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        key = self.headers.get("x-goog-api-key", "")
        self.server.house.asked.append(Asked(self.path, key, body))
        found = ADDRESS.fullmatch(self.path)
        if found is None:
            return refuse(404, "NOT_FOUND", f"no such address: {self.path}")(self)
        self.streams = found[3].startswith("stream")
        if key != KEY:
            return refuse(400, "INVALID_ARGUMENT", "API key not valid.", reason="API_KEY_INVALID")(self)
        if found[2] not in self.server.house.models:
            return refuse(404, "NOT_FOUND", f"models/{found[2]} is not found for API version {found[1]}.")(
                self
            )
        return self.server.house.next_deed()(self)

    def log_message(self, *words: object) -> None:
        """Nothing is printed."""

    def answer(self, status: int, body: bytes, kind: str = "application/json; charset=UTF-8") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def begin_stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def event(self, part: object) -> None:
        self.chunk(b"data: " + json.dumps(part).encode() + b"\r\n\r\n")

    def chunk(self, body: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
        self.wfile.flush()

    def end_stream(self) -> None:
        self.wfile.write(b"0\r\n\r\n")

    def hang_up(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.connection.shutdown(2)


class Listening(ThreadingHTTPServer):
    daemon_threads = True
    house: "GeminiServer"


@dataclass
class GeminiServer:
    """Start it with `with`; `will` says how the next requests are answered, `asked` what came."""

    models: frozenset[str] = frozenset({"gemini-3.5-flash-lite"})
    asked: list[Asked] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)

    def __enter__(self) -> "GeminiServer":
        self.listening = Listening(("127.0.0.1", 0), Wire)
        self.listening.house = self
        threading.Thread(target=self.listening.serve_forever, kwargs={"poll_interval": 0.02}).start()
        return self

    def __exit__(self, *raised: object) -> None:
        self.listening.shutdown()
        self.listening.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listening.server_port}"

    def will(self, *deeds: Deed) -> None:
        self.deeds += deeds

    def next_deed(self) -> Deed:
        return self.deeds.pop(0) if self.deeds else refuse(500, "INTERNAL", "nothing was scripted")


def refuse(code: int, status: str, message: str, **detail: object) -> Deed:
    """An error as the API words it; `detail` becomes its one entry under `details`."""
    error = {"code": code, "message": message, "status": status, "details": [detail] if detail else []}

    def deed(wire: Wire) -> None:
        wire.answer(code, json.dumps({"error": error}).encode())

    return deed
