import http.client
import plistlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from cryptography import x509

from config.phone.certificates import Certificates, certify
from config.phone.page import PageServer, sheets

APP = "https://192.168.1.5:8443/"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return certify(tmp_path_factory.mktemp("phone"), ["192.168.1.5"], now=datetime(2026, 11, 22, tzinfo=UTC))


@pytest.fixture(scope="module")
def port(certificates: Certificates) -> Iterator[int]:
    server = PageServer("127.0.0.1", 0, sheets(certificates, APP))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def get(port: int, path: str, method: str = "GET") -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer, answer.read()


class TestThePage:
    def test_has_the_steps_the_app_and_the_fingerprint(self, port: int, certificates: Certificates) -> None:
        answer, body = get(port, "/")
        text = body.decode()
        assert answer.status == 200
        assert "Android" in text
        assert "iPhone" in text
        assert f'href="{APP}"' in text
        assert certificates.fingerprint() in text
        assert "$" not in text

    def test_runs_nothing(self, port: int) -> None:
        answer, body = get(port, "/")
        assert "default-src 'none'" in str(answer.headers["Content-Security-Policy"])
        assert b"<script" not in body
        assert b"<style" not in body

    def test_hands_android_the_certificate(self, port: int, certificates: Certificates) -> None:
        answer, body = get(port, "/my-funds.crt")
        assert answer.headers["Content-Type"] == "application/x-x509-ca-cert"
        assert x509.load_der_x509_certificate(body) == x509.load_pem_x509_certificate(
            certificates.authority.read_bytes()
        )

    def test_hands_an_iphone_the_same_in_a_profile(self, port: int) -> None:
        answer, body = get(port, "/my-funds.mobileconfig")
        assert answer.headers["Content-Type"] == "application/x-apple-aspen-config"
        (payload,) = plistlib.loads(body)["PayloadContent"]
        assert payload["PayloadType"] == "com.apple.security.root"
        assert payload["PayloadContent"] == get(port, "/my-funds.crt")[1]

    def test_keeps_the_profiles_identity_so_that_a_second_install_replaces_the_first(self, port: int) -> None:
        assert get(port, "/my-funds.mobileconfig")[1] == get(port, "/my-funds.mobileconfig")[1]


class TestThePageServer:
    @pytest.mark.parametrize(
        "path",
        ["/authority.key", "/server.key", "/../server.key", "/accounts/login/", "/api/session", "/?x"],
    )
    def test_has_nothing_else(self, port: int, path: str) -> None:
        answer, body = get(port, path)
        assert answer.status == 404
        assert b"PRIVATE" not in body

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
    def test_takes_nothing(self, port: int, method: str) -> None:
        assert get(port, "/", method)[0].status == 501

    def test_answers_head_without_a_body(self, port: int) -> None:
        answer, body = get(port, "/", "HEAD")
        assert (answer.status, body) == (200, b"")
