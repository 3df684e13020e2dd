"""Serves the ear's test page under the app's own content policies, and counts what is asked for."""

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from django.conf import settings

from config.security import worker_headers
from voice import speech_models

PAGE = (
    b"<!doctype html><title>ear</title>"
    b'<link rel="icon" href="data:,"><script type="module" src="/static/ear_page.js"></script>'
)


def page_policy() -> str:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


@dataclass
class Site:
    """The page at `url`; `missing` paths answer 404, `requests` holds every path asked for."""

    folder: Path
    url: str = ""
    requests: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)

    def answer(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        self.requests.append(path)
        if path == "/":
            return 200, PAGE, {"Content-Type": "text/html", "Content-Security-Policy": page_policy()}
        found = self.file_of(path)
        if found is None or any(part in path for part in self.missing):
            return 404, b"", {}
        headers = {"Content-Type": mimetypes.guess_type(path)[0] or "application/octet-stream"}
        worker_headers(headers, str(found), path)
        return 200, found.read_bytes(), headers

    def file_of(self, path: str) -> Path | None:
        model = speech_models.required("en")
        if path == model.url:
            return model.path
        file = self.folder / path.removeprefix("/static/")
        return file if path.startswith("/static/") and file.is_file() else None


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """A site on a free loopback port, stopped at the end."""
    site = Site(folder)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body, headers = site.answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    site.url = f"http://localhost:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
