"""`make phone` at a second loopback address, in a real Chromium that trusts the certificate handed out."""

import os
import re
import signal
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, sync_playwright

from tests.e2e.server import ROOT, free_port
from tools.chromium import ALLOWED, DEVICE, FLAGS, WHOLE

ADDRESS = "127.0.0.2"
SERVE = "from tools import phone; phone.serve()"
PASSWORD = "seven green kettles"
pytestmark = pytest.mark.e2e


@dataclass
class Shared:
    """`make phone` while it runs: what it printed, and where it is."""

    folder: Path
    port: int
    page_port: int

    @property
    def app(self) -> str:
        return f"https://{ADDRESS}:{self.port}/"

    @property
    def page(self) -> str:
        return f"http://{ADDRESS}:{self.page_port}/"

    @property
    def printed(self) -> str:
        return (self.folder / "printed").read_text()

    def code(self) -> str:
        return str(re.findall(r"setup code, that is ([A-Z0-9-]+)", self.printed)[-1])


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    made = Shared(tmp_path_factory.mktemp("phone"), free_port(), free_port())
    wanted = {"PHONE_ADDRESS": ADDRESS, "PHONE_PORT": str(made.port), "PHONE_PAGE_PORT": str(made.page_port)}
    environment = {**os.environ, **wanted, "MY_FUNDS_VAR": str(made.folder)}
    with (made.folder / "printed").open("w") as printed:
        child = subprocess.Popen(
            [sys.executable, "-c", SERVE], cwd=ROOT, env=environment, stdout=printed, stderr=printed
        )
    wait_for_code(made, child)
    yield made
    child.send_signal(signal.SIGTERM)
    child.wait(timeout=30)


def wait_for_code(made: Shared, child: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if "setup code" in made.printed:
            return
        assert child.poll() is None, made.printed
        time.sleep(0.1)
    raise AssertionError(made.printed)


def fetch(url: str, context: ssl.SSLContext | None = None) -> bytes:
    with urllib.request.urlopen(url, timeout=10, context=context) as answer:
        body: bytes = answer.read()
        return body


@pytest.fixture(scope="module")
def home(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder whose browser trusts the certificate that the page hands out."""
    home = tmp_path_factory.mktemp("home")
    store = home / ".pki" / "nssdb"
    store.mkdir(parents=True)
    (home / "my-funds.crt").write_bytes(fetch(f"{shared.page}my-funds.crt"))
    name = f"sql:{store}"
    certutil("-N", "-d", name, "--empty-password")
    certutil("-A", "-d", name, "-n", "my-funds", "-t", "C,,", "-i", str(home / "my-funds.crt"))
    return home


def certutil(*arguments: str) -> None:
    result = subprocess.run(["certutil", *arguments], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


@pytest.fixture
def browser(home: Path, tmp_path: Path) -> Iterator[BrowserContext]:
    yield from chromium(home, tmp_path)


@pytest.fixture
def wary_browser(tmp_path: Path) -> Iterator[BrowserContext]:
    """One that was never handed the certificate."""
    yield from chromium(tmp_path, tmp_path)


def chromium(home: Path, profile: Path) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile / "profile"),
            executable_path=WHOLE,
            args=[*FLAGS, ALLOWED, DEVICE],
            env={**os.environ, "HOME": str(home)},
            viewport={"width": 360, "height": 740},
            permissions=["microphone"],
        )
        yield context
        context.close()


def arrive(page: Page, shared: Shared) -> None:
    page.goto(f"{shared.app}accounts/welcome/")
    page.fill("[name=code]", shared.code())
    page.fill("[name=name]", "asha")
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=time_zone]", "Europe/Dublin")
    page.select_option("[name=currency]", "EUR")
    page.click("button[type=submit]")
    page.wait_for_selector("[data-codes]")


class TestMakePhone:
    def test_prints_a_qr_code_both_addresses_and_the_fingerprint(self, shared: Shared) -> None:
        assert shared.page in shared.printed
        assert shared.app in shared.printed
        assert re.search(r"SHA-256 +([0-9A-F]{2}:){31}[0-9A-F]{2}", shared.printed)
        assert any(block in shared.printed for block in "█▀▄")

    def test_hands_out_a_certificate_that_proves_the_app(self, shared: Shared, tmp_path: Path) -> None:
        authority = ssl.DER_cert_to_PEM_cert(fetch(f"{shared.page}my-funds.crt"))
        context = ssl.create_default_context(cadata=authority)
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        assert b'"My Funds"' in fetch(f"{shared.app}manifest.webmanifest", context)

    def test_serves_nothing_of_the_app_in_the_clear(self, shared: Shared) -> None:
        for path in ("accounts/welcome/", "api/session", "manifest.webmanifest"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                fetch(shared.page + path)

    def test_asks_for_the_setup_code_also_over_loopback(
        self, shared: Shared, browser: BrowserContext
    ) -> None:
        page = browser.new_page()
        page.goto(f"{shared.app}accounts/welcome/")
        assert page.locator("[name=code]").count() == 1

    def test_is_refused_by_a_browser_without_the_certificate(
        self, shared: Shared, wary_browser: BrowserContext
    ) -> None:
        with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
            wary_browser.new_page().goto(shared.app)

    def test_gives_the_phone_a_microphone_and_a_session(
        self, shared: Shared, browser: BrowserContext
    ) -> None:
        page = browser.new_page()
        arrive(page, shared)
        assert page.evaluate("window.isSecureContext")
        assert page.evaluate("typeof navigator.mediaDevices.getUserMedia") == "function"
        assert page.evaluate("'serviceWorker' in navigator")
        listen = "navigator.mediaDevices.getUserMedia({audio: true}).then(stream => stream.active)"
        assert page.evaluate(listen)
        assert page.evaluate("fetch('/api/session').then(answer => answer.status)") == 200
        assert all(cookie["secure"] for cookie in browser.cookies())

    def test_lets_people_sign_out_and_in_again(self, shared: Shared, browser: BrowserContext) -> None:
        page = browser.new_page()
        page.goto(f"{shared.app}accounts/login/")
        page.fill("[name=login]", "asha")
        page.fill("[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url(shared.app)
        page.goto(f"{shared.app}accounts/logout/")
        assert page.evaluate("fetch('/api/session').then(answer => answer.status)") == 200
        page.click("button[type=submit]")
        page.wait_for_url(shared.app)
        assert page.evaluate("fetch('/api/session').then(answer => answer.status)") == 401
