"""Whatever is asked of the real server, it never answers with an error of its own (5xx)."""

import http.client
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from django.test import Client

from config.people.models import Person
from tools.proofs.asking import Asked, ask
from tools.proofs.figure import Figure
from tools.proofs.household_asked import furnish
from tools.proofs.real_server import RealServer

REQUESTS = 10_000
CSRF = "a" * 32
LISTED = {
    "name": "vosk-model-small-xx-0.1",
    "lang": "xx",
    "md5": "0" * 32,
    "url": "https://127.0.0.1:9/x.zip",
    "size": 1,
    "type": "small",
    "obsolete": "false",
}
CLAIM = (
    "Of requests that schemathesis makes up for every door of the OpenAPI document none is answered with 5xx."
)


def prove(seed: int) -> Figure:
    """As an owner who is signed in, at a ledger that stands; a list of speech models is at hand."""
    owner, known = furnish()
    site = ThreadingHTTPServer(("127.0.0.1", 0), ShortList)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    elsewhere = f"http://127.0.0.1:{site.server_port}"
    os.environ |= {"VOICE_MODEL_LIST": f"{elsewhere}/list.json", "GEMINI_BASE_URL": elsewhere}
    server = RealServer()
    server.start()
    try:
        visitor = Visitor(server.port, owner)
        told = ask(visitor.document(), known, visitor.send, REQUESTS, seed)
    finally:
        server.kill()
        site.shutdown()
    counts = {f"{status // 100}xx": 0 for status in sorted(told.statuses)}
    for status, count in told.statuses.items():
        counts[f"{status // 100}xx"] += count
    numbers = {"requests": f"{told.requests:,}", **{name: f"{count:,}" for name, count in counts.items()}}
    if told.broken:
        numbers["broken"] = "; ".join(told.broken[:5])
    return Figure(CLAIM, not told.broken and told.requests >= REQUESTS, numbers)


class Visitor:
    """A browser without a page: cookies of a session that begins anew whenever it was ended."""

    def __init__(self, port: int, person: Person) -> None:
        self.port, self.person, self.session = port, person, ""
        self.sign_in()

    def sign_in(self) -> None:
        client = Client()
        client.force_login(self.person)
        self.session = client.cookies["sessionid"].value

    def document(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.fetch(Asked("GET", "/api/openapi.json", b"", ""))[1])
        return found

    def send(self, asked: Asked) -> int:
        status, _ = self.fetch(asked)
        if status == 401:
            self.sign_in()
        return status

    def fetch(self, asked: Asked) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(asked.method, asked.target, asked.body or None, self.headers(asked))
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def headers(self, asked: Asked) -> dict[str, str]:
        cookies = f"sessionid={self.session}; csrftoken={CSRF}"
        kind = {"Content-Type": asked.content_type} if asked.content_type else {}
        return {"Cookie": cookies, "X-CSRFToken": CSRF, "Host": "localhost", **kind}


class ShortList(BaseHTTPRequestHandler):
    """Answers a list of one speech model, which is not there, to whatever is fetched."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps([LISTED]).encode())

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""
