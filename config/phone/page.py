"""The page that hands the authority's certificate to a phone, over plain HTTP: four files, no more."""

import html
import plistlib
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from uuid import NAMESPACE_URL, uuid5

from config.phone.certificates import Certificates
from finance.wording import catalogue, say

HERE = Path(__file__).resolve().parent
TOKENS = HERE.parent.parent / "static" / "src" / "styles" / "tokens.css"
POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing the page server gives out."""

    media_type: str
    body: bytes


def sheets(certificates: Certificates, app: str) -> Mapping[str, Sheet]:
    """What is served, by path; `app` is the https address the page leads to."""
    return {
        "/": Sheet("text/html; charset=utf-8", page(certificates, app).encode()),
        "/page.css": Sheet("text/css", TOKENS.read_bytes() + (HERE / "page.css").read_bytes()),
        "/my-funds.crt": Sheet("application/x-x509-ca-cert", certificates.der()),
        "/my-funds.mobileconfig": Sheet("application/x-apple-aspen-config", profile(certificates)),
    }


def page(certificates: Certificates, app: str) -> str:
    """The steps for Android and iPhone, from the string catalogue."""
    words = {key.removeprefix("phone.page."): text for key, text in catalogue("en").items()}
    filled = {**words, "app": app, "fingerprint": certificates.fingerprint()}
    escaped = {key: html.escape(text) for key, text in filled.items()}
    return Template((HERE / "page.html").read_text()).substitute(escaped)


def profile(certificates: Certificates) -> bytes:
    """Apple's configuration profile with the authority's certificate in it."""
    identity = uuid5(NAMESPACE_URL, certificates.fingerprint())
    authority = {
        "PayloadType": "com.apple.security.root",
        "PayloadIdentifier": f"my-funds.{identity}.authority",
        "PayloadUUID": str(uuid5(identity, "authority")).upper(),
        "PayloadVersion": 1,
        "PayloadDisplayName": say("app.name"),
        "PayloadContent": certificates.der(),
    }
    whole = {
        "PayloadType": "Configuration",
        "PayloadIdentifier": f"my-funds.{identity}",
        "PayloadUUID": str(identity).upper(),
        "PayloadVersion": 1,
        "PayloadDisplayName": say("phone.profile.name"),
        "PayloadDescription": say("phone.profile.description"),
        "PayloadContent": [authority],
    }
    return plistlib.dumps(whole)


class PageServer(ThreadingHTTPServer):
    """A server of these sheets and nothing else; the caller runs `serve_forever`."""

    def __init__(self, host: str, port: int, given: Mapping[str, Sheet]) -> None:
        self.given = given
        super().__init__((host, port), Counter)


class Counter(BaseHTTPRequestHandler):
    """Hands a sheet over the counter; 404 for every other path, 501 for every other method."""

    server: PageServer
    timeout = 10
    server_version = "MyFunds"
    sys_version = ""

    def do_GET(self) -> None:
        if sheet := self.sheet():
            self.wfile.write(sheet.body)

    def do_HEAD(self) -> None:
        self.sheet()

    def sheet(self) -> Sheet | None:
        """Send the head of the answer and return what is to follow."""
        found = self.server.given.get(self.path)
        if found is None:
            self.send_error(404)
            return None
        self.send_response(200)
        sized = {"Content-Type": found.media_type, "Content-Length": str(len(found.body))}
        for name, value in {**sized, **HEADERS}.items():
            self.send_header(name, value)
        self.end_headers()
        return found

    def log_message(self, *arguments: object) -> None:
        """Say nothing: the terminal shows the QR code."""
