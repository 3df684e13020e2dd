"""A real HTTP server that lists and serves models as Vosk's does, and that can go wrong as servers do."""

import hashlib
import io
import json
import random
import tarfile
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from voice import speech_models

NAME = "vosk-model-small-en-us-0.15"


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


SMALL = zipped(
    {
        f"{NAME}/am/final.mdl": random.Random(1).randbytes(500_000),
        f"{NAME}/conf/model.conf": b"--min-active=200\n",
    }
)
"""A model as far as anybody can tell without decoding."""


def starter_files() -> dict[str, bytes]:
    """The bundled model's files by their paths inside its top folder."""
    with tarfile.open(speech_models.SHELF / "starter-en.tar.gz") as archive:
        found = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return {name.split("/", 1)[1]: file.read() for name, file in found.items() if file}


def starter_zip(name: str = NAME) -> bytes:
    """The bundled model as Vosk packs its own."""
    return zipped({f"{name}/{path}": content for path, content in starter_files().items()})


@dataclass
class ModelSite:
    """Serves `files` by path; `listing` is the list's body. What goes wrong is set by the fields below."""

    files: dict[str, bytes] = field(default_factory=dict)
    listing: bytes = b"[]"
    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """(path, Range) of each request, in order."""
    cut_after: list[int] = field(default_factory=list)
    """Bytes after which each of the next answers breaks off."""
    status: int = 0
    takes_ranges: bool = True
    etag: str = '"one"'
    drip: float = 0.0
    """Seconds before each kilobyte."""
    lies_about_size: int = 0

    def offer(self, content: bytes, name: str = NAME, **changed: Any) -> None:
        """Put a model on the list, with the right size and checksum unless told otherwise."""
        self.files[f"/{name}.zip"] = content
        entry = {
            "lang": "en-us",
            "lang_text": "US English",
            "md5": hashlib.md5(content).hexdigest(),
            "name": name,
            "obsolete": "false",
            "size": len(content),
            "size_text": "39.3MiB",
            "type": "small",
            "url": f"{self.url}/{name}.zip",
            "version": "0.15",
        }
        self.listing = json.dumps([*json.loads(self.listing), {**entry, **changed}]).encode()

    def ranges(self) -> list[str]:
        """What was asked for of the files, "" for all of one."""
        return [wanted for path, wanted in self.asked if path.endswith(".zip")]


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: ModelSite

    def do_GET(self) -> None:
        self.site.asked.append((self.path, self.headers.get("Range", "")))
        if self.path == "/model-list.json":
            return self.send(200, self.site.listing, {})
        content = self.site.files.get(self.path)
        if content is None or self.site.status:
            return self.send(self.site.status or 404, b"", {})
        return self.send_file(content)

    def send_file(self, content: bytes) -> None:
        wanted = self.headers.get("Range", "")
        same = self.headers.get("If-Range", self.site.etag) == self.site.etag
        if not (wanted and same and self.site.takes_ranges):
            return self.send(200, content, {"ETag": self.site.etag})
        first = int(wanted.removeprefix("bytes=").split("-")[0])
        if first >= len(content):
            return self.send(416, b"", {"Content-Range": f"bytes */{len(content)}"})
        place = f"bytes {first}-{len(content) - 1}/{len(content)}"
        return self.send(206, content[first:], {"ETag": self.site.etag, "Content-Range": place})

    def send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        length = str(len(body) + self.site.lies_about_size)
        for name, value in {**headers, "Content-Length": length, "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        cut = self.site.cut_after.pop(0) if self.site.cut_after and self.path.endswith(".zip") else len(body)
        self.write(body[:cut])
        self.close_connection = True

    def write(self, body: bytes) -> None:
        if not self.site.drip:
            self.wfile.write(body)
            return
        for start in range(0, len(body), 1000):
            time.sleep(self.site.drip)
            self.wfile.write(body[start : start + 1000])

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[ModelSite]:
    """A site on a free loopback port, stopped at the end."""
    site = ModelSite()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("AnswersOfSite", (Answers,), {"site": site}))
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
